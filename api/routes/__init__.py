"""One file per group of addresses."""

from api.routes import ask, cases, documents, health, meetings, search

__all__ = ["ROUTERS"]

ROUTERS = (ask.router, search.router, cases.router, meetings.router, documents.router, health.router)
