"""All pages together. A new page is a router of its own and a row here."""

from fastapi import FastAPI

from api.pages import about, ask, cases, logo, meetings, minutes, originals, search
from api.pages.static_files import add_static_files

__all__ = ["add_pages"]

_ROUTERS = (
    ask.router,
    search.router,
    minutes.router,
    originals.router,
    cases.router,
    meetings.router,
    about.router,
    logo.router,
)


def add_pages(app: FastAPI) -> None:
    """Give ``app`` the pages and the files they load; none of them is in the description of the API."""
    for router in _ROUTERS:
        app.include_router(router, include_in_schema=False)
    add_static_files(app)
