"""Kinds of settings that take more checking than a number does; lists are written with commas between."""

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

__all__ = ["Folders", "Networks", "Origins", "Token"]

_SHORTEST_TOKEN = 32
"""Characters: a token of so many random ones cannot be guessed however long somebody tries."""
_ORIGIN = re.compile(r"https?://[^/?#@*\s]+")


def _split(written: object) -> object:
    if not isinstance(written, str):
        return written
    return [part.strip() for part in written.split(",") if part.strip()]


def _networks(written: tuple[str, ...]) -> tuple[str, ...]:
    for network in written:
        ip_network(network)  # raises a ValueError that names it
    return written


def _origins(written: tuple[str, ...]) -> tuple[str, ...]:
    for origin in written:
        if not _ORIGIN.fullmatch(origin):
            raise ValueError(f"{origin} is no origin such as https://www.example.dk")
    return written


def _unguessable(token: SecretStr) -> SecretStr:
    text = token.get_secret_value()
    if len(text) < _SHORTEST_TOKEN:
        raise ValueError(
            f"a token has {_SHORTEST_TOKEN} characters or more; `openssl rand -hex 32` makes one"
        )
    if not (text.isascii() and text.isprintable() and " " not in text):
        raise ValueError("a token has no spaces and no letters outside ASCII: they do not fit into a header")
    return token


Networks = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_networks)]
"""IP addresses and networks, ``10.0.0.0/8``."""
Origins = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_origins)]
"""Web origins: scheme, host and perhaps port. No pattern: each site is named."""
Folders = Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_split)]
"""Paths of folders."""
Token = Annotated[SecretStr, AfterValidator(_unguessable)]
"""A secret that programs show; never printed."""
