"""Web pages for people, in Danish: asking, the minutes, cases, meetings. All work without JavaScript.

A page is a route here, a view model (a frozen dataclass, made off the event loop) and a template. Routes
render with ``rendering.render`` and build every address with ``link`` (``links.py``), so that the pages also
stand behind a proxy under a sub-path. The look is Det Fælles Designsystem, vendored by ``make vendor``;
our own is ``static/besluttet.css`` and ``static/besluttet.js``. No page holds an inline script, style or
event handler: the content security policy refuses them.
"""

from fastapi import FastAPI

from api.pages import about, ask, cases, logo, meetings, minutes, originals
from api.pages.static_files import add_static_files

__all__ = ["add_pages"]

_ROUTERS = (
    ask.router,
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
