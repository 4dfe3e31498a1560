"""Templates into pages. Everything is escaped, and a name that a template misspells is an error."""

import datetime as dt
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request

from api.citation import danish_date
from api.pages.links import Query, link, static_link
from indexer.parsing.dates import MONTHS

__all__ = ["render", "rendered"]


def render(request: Request, template: str, status: int = 200, **view: Any) -> HTMLResponse:
    """A page. Call it where the view model is made, off the event loop: long minutes take a while."""
    return HTMLResponse(rendered(request, template, **view), status_code=status)


def rendered(request: Request, template: str, **view: Any) -> str:
    """The text of a page or of any other template; ``view`` is what the template may name."""
    return _ENVIRONMENT.get_template(template).render(
        request=request, settings=request.app.state.settings, **view
    )


@pass_context
def _link(
    context: Context, name: str, query: Query | None = None, fragment: str = "", **parts: object
) -> str:
    return link(context["request"], name, query, fragment, **parts)


@pass_context
def _static(context: Context, path: str) -> str:
    return static_link(context["request"], path)


@pass_context
def _is_current(context: Context, name: str) -> bool:
    route = context["request"].scope.get("route")
    return route is not None and route.name == name


def _month(day: dt.date) -> str:
    return MONTHS[day.month - 1]


_ENVIRONMENT = Environment(
    loader=PackageLoader("api.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals |= {
    "link": _link,
    "static": _static,
    "is_current": _is_current,
}
_ENVIRONMENT.filters |= {"danish_date": danish_date, "danish_month": _month}
