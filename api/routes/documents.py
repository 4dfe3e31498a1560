"""``/v1/documents``: what was indexed, and the stored text that every quote is cut from."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import PlainTextResponse

from api.problems import PROBLEM_RESPONSES
from api.routes.dependencies import Room
from api.schemas.minutes import DocumentsOut

__all__ = ["router"]

router = APIRouter(prefix="/v1/documents", tags=["minutes"], responses=PROBLEM_RESPONSES)


@router.get("", summary="All documents")
async def documents(room: Room) -> DocumentsOut:
    """Every document of the index with what it holds and what the parser was unsure of."""
    return DocumentsOut.of(await room.run(lambda archive: archive.corpus.documents()))


@router.get("/{document_id}/text", summary="The stored text of a document", response_class=PlainTextResponse)
async def text(
    document_id: Annotated[str, Path(description="A document's id.")], room: Room
) -> PlainTextResponse:
    """The stored text in UTF-8, to check quotes against. Offsets count characters, not bytes."""
    return PlainTextResponse(await room.run(lambda archive: archive.corpus.text(document_id)))
