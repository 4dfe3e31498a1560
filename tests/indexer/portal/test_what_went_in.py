"""From a portal into the index: attachments with their items, and what the index lacks of what is listed."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from played_portal import MEETINGS, PlayedPortal, guid
from reportlab.pdfgen.canvas import Canvas
from snapshot import bytes_of

from indexer.corpus import Corpus
from indexer.ingest import ingest
from indexer.minutes import SectionKind
from indexer.overview import overview
from indexer.portal import Choice, Papers
from indexer.portal.errors import FolderRefused
from models.embedding import Embedder

SOCIAL = Choice(committees=("Social",))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def pdf(words: str) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.drawString(72, 720, words)
    canvas.save()
    return written.getvalue()


def test_attachments_of_open_items_come_along(
    fetch: Callable, folder: Path, portal: PlayedPortal, data: Path, small_embedder: Embedder
) -> None:
    portal.pdfs[guid("paper", 0, 1)] = pdf("Kajen er 61 meter lang. Ring til 010203-1234.")
    portal.pdfs[guid("paper", 0, 3)] = pdf("Fortroligt om naboen")
    fetch(SOCIAL, papers=Papers(attachments=True))
    report = ingest([folder], data, small_embedder)
    assert (report.new, report.failures) == (10, ())
    with Corpus.open(data) as corpus:
        (document,) = [d for d in corpus.documents() if d.id.endswith(guid("meeting", 0)[:8])]
        first, second, closed = corpus.items_of_document(document.id)
        (attached,) = [s for s in first.item.sections if s.kind is SectionKind.ATTACHMENT]
        assert (attached.title, attached.page) == ("Bilag: Kort", 1)
        said = attached.span.of(corpus.text(document.id)).strip()
        assert said == "Kajen er 61 meter lang. Ring til ●●●●●●-●●●●."
        assert not [s for s in second.item.sections if s.kind is SectionKind.ATTACHMENT]
        assert closed.item.sections == ()
        assert document.masked == 1
        assert any("»Kort« kunne ikke læses" in warning for warning in document.warnings)  # the played ones
    assert b"naboen" not in bytes_of(data)

    portal.agendas[guid("meeting", 0)]["Dagsordenpunkter"][0]["Bilag"] = []
    portal.meetings[guid("meeting", 0)]["ReleasedDate"] = "2026-01-02T03:04:05+01:00"
    fetch(SOCIAL)
    assert ingest([folder], data, small_embedder).changed == 1
    assert b"Kajen er 61" not in bytes_of(data)


def test_what_is_listed_and_not_in_the_index(
    fetch: Callable, folder: Path, portal: PlayedPortal, data: Path, small_embedder: Embedder
) -> None:
    fetch(SOCIAL)
    with Corpus.open(data, create=True) as corpus:
        (nothing,) = overview(corpus, folder.parent).portals
        assert (nothing.listed, len(nothing.missing)) == (MEETINGS, MEETINGS)
        assert sum(meeting.kept for meeting in nothing.missing) == 10
    ingest([folder], data, small_embedder, municipality="Tranevig")
    with Corpus.open(data) as corpus:
        told = overview(corpus)
        (known,) = told.portals
        assert (known.portal, known.listed, len(known.missing)) == (portal.address, MEETINGS, MEETINGS - 10)
        assert {meeting.committee for meeting in known.missing} == {
            "Teknik- og Miljøudvalget",
            "Økonomiudvalget",
            "Byrådet",
        }
        assert not any(meeting.kept for meeting in known.missing)
        assert {(part.municipality, part.committee) for part in told.parts} == {
            ("Tranevig", "Socialudvalget")
        }
        assert sum(part.meetings for part in told.parts) == 10
        assert sum(part.items for part in told.parts) == 30
        assert sum(part.closed for part in told.parts) == 10
        assert sum(part.decisions for part in told.parts) == 20
        assert all(part.fetched is not None for part in told.parts)
        assert max(part.fetched for part in told.parts if part.fetched) == known.last_fetch


def test_a_folder_of_another_portal_is_still_refused(fetch: Callable, folder: Path) -> None:
    fetch(SOCIAL)
    journal = folder / ".fetched.jsonl"
    lines = journal.read_text().splitlines(keepends=True)
    journal.write_text("".join(['{"portal": "https://a.example", "version": 1}\n', *lines[1:]]))
    with pytest.raises(FolderRefused, match=r"came from https://a\.example"):
        fetch(SOCIAL)
