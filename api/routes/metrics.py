"""``/metrics``: figures for Prometheus. The address exists only where the settings switch it on."""

from fastapi import APIRouter, Request, Response

from api.metrics import CONTENT_TYPE, Metrics
from api.reading_room import ReadingRoom
from indexer.filters import Filters

__all__ = ["router", "watch_room"]

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """The figures as text. Not ``async``: reading the size of the index may touch the disk."""
    figures: Metrics = request.app.state.metrics
    return Response(figures.text(), media_type=CONTENT_TYPE)


def watch_room(figures: Metrics, room: ReadingRoom) -> None:
    """Have the figures tell what the reading room holds and does."""

    def meetings() -> float:
        archive = room.archive
        return archive.corpus.reach(Filters()).meetings if archive else 0

    def passages() -> float:
        archive = room.archive
        return len(archive.index.engine) if archive else 0

    def generation() -> float:
        archive = room.archive
        return archive.index.engine.generation if archive else 0

    figures.watch(
        "ready",
        "1 when the index is open and the models are loaded.",
        lambda: float(room.archive is not None),
    )
    figures.watch(
        "unfinished", "Questions, searches and pages that wait or are worked on.", lambda: room.unfinished
    )
    figures.watch("index_meetings", "Meetings in the index.", meetings)
    figures.watch("index_passages", "Passages in the search index.", passages)
    figures.watch("index_generation", "Grows with every change of the index that is in use.", generation)
