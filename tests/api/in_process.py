"""The real application without a socket: for what depends on settings, many of which a test tries."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app
from api.settings import Settings

NOWHERE = Path("no-such-folder")


def ask_app(
    requests: Iterable[tuple[str, str, dict[str, Any]]], client: str = "203.0.113.9", **settings: Any
) -> list[httpx.Response]:
    """What an application with these settings, over an empty data folder, answers one after the other."""
    app = create_app(Settings(**{"data": NOWHERE, **settings}))

    async def talk() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app, client=(client, 40_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://besluttet.test") as asking:
            return [await asking.request(method, path, **more) for method, path, more in requests]

    return asyncio.run(talk())


def get(
    path: str, headers: dict[str, str] | None = None, client: str = "203.0.113.9", **settings: Any
) -> httpx.Response:
    """The response to one GET."""
    return ask_app([("GET", path, {"headers": headers or {}})], client, **settings)[0]
