"""Errors for people: a page in Danish where a program gets a problem document."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from api.pages.rendering import render

__all__ = ["error_page", "is_for_people"]

_FOR_PROGRAMS = ("/v1/", "/static/", "/healthz", "/readyz", "/metrics", "/openapi.json")

_WORDS: dict[int, tuple[str, str]] = {
    HTTPStatus.NOT_FOUND: (
        "Siden findes ikke",
        "Adressen kan være skrevet forkert, eller referatet kan være taget ud.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Siden findes ikke", "Adressen kan ikke bruges på den måde."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("Det er for meget", "Der er sendt mere, end siden kan tage imod."),
    HTTPStatus.UNPROCESSABLE_ENTITY: (
        "Adressen kan ikke bruges",
        "Noget i adressen er skrevet forkert. Begynd forfra, og spørg igen.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "Vent lidt",
        "Der er spurgt for mange gange på kort tid. Prøv igen om lidt.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "Siden er ved at gøre sig klar",
        "Der går normalt under et minut. Siden prøver selv igen.",
    ),
    HTTPStatus.GATEWAY_TIMEOUT: (
        "Det tog for lang tid",
        "Svaret kom ikke i tide. Prøv igen, eller spørg kortere.",
    ),
}
_OTHERWISE = ("Der skete en fejl", "Fejlen er vores. Prøv igen om lidt.")
_REFRESH_SECONDS = "3"


def is_for_people(scope: Scope) -> bool:
    """Whether a request is a browser's, for one of the pages."""
    path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
    if path.startswith(_FOR_PROGRAMS):
        return False
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in accepted


def error_page(scope: Scope, status: int) -> Response:
    """The page for a status. While the server is loading it asks the browser to come back by itself."""
    heading, advice = _WORDS.get(status, _OTHERWISE)
    page = render(Request(scope), "error.html", status=status, heading=heading, advice=advice)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        page.headers["Refresh"] = _REFRESH_SECONDS
    return page
