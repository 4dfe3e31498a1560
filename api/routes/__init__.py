"""One file per group of addresses."""

from api.routes.ask import router as ask
from api.routes.cases import router as cases
from api.routes.documents import router as documents
from api.routes.health import router as health
from api.routes.meetings import router as meetings
from api.routes.search import router as search

__all__ = ["ROUTERS"]

ROUTERS = (ask, search, cases, meetings, documents, health)
