"""What stands in an attachment answers questions of fact, marked as such, and none of what was decided."""

from pathlib import Path

import pytest

from indexer.ingest import ingest
from indexer.minutes import SectionKind
from models.embedding import Embedder
from qa.answer import Intent, Role
from qa.archive import Archive

MINUTES = """REFERAT Havneudvalget d. 03-02-2025

Kommune Vigsted

Mødedato Mandag d. 03-02-2025 kl. 16:00

Punkt 1: Takster for bådpladser

25/1002

Indstilling

Forvaltningen indstiller, at taksten for en bådplads er 400 kr.

Beslutning

Godkendt som indstillet.

Punkt 2: Ny mole i østhavnen

25/1003

Baggrund

Molen i østhavnen er skæv.

Beslutning

Udsat til næste møde.
"""
LETTER = """Roklubben skriver til udvalget.

Det blev besluttet på roklubbens generalforsamling, at joller på land skal koste 275 kr. om året.

Roklubbens formand Ebbe Skov vil gerne kontaktes på havnekontoret.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Archive:
    home: Path = tmp_path_factory.mktemp("havn")
    beside = home / "referater" / "havn bilag"
    beside.mkdir(parents=True)
    (home / "referater" / "havn.txt").write_text(MINUTES, "utf-8")
    (beside / "Punkt 2 Brev fra roklubben.txt").write_text(LETTER, "utf-8")
    assert not ingest([home / "referater"], home / "data", embedder).failures
    return Archive.open(home / "data")


def test_a_fact_is_quoted_from_the_attachment_and_marked(archive: Archive) -> None:
    answer = archive.ask("Hvad hedder formanden for roklubben?")
    quote = answer.quotes[0] if answer.quotes else answer.nearest[0]
    assert answer.intent is not Intent.DECISION
    assert answer.answerable
    assert "Ebbe Skov" in quote.text
    assert (quote.role, quote.source.section) == (Role.PASSAGE, "Bilag: Brev fra roklubben")
    assert (quote.source.item, quote.source.document) == ("2", "havn")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev der besluttet om taksten for joller på land?",
        "Hvad besluttede Havneudvalget om takster for bådpladser?",
        "Hvad blev besluttet om molen i østhavnen?",
    ],
)
def test_what_was_decided_is_never_told_from_an_attachment(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    shown = [*answer.quotes, *answer.nearest]
    assert shown
    assert not any((quote.source.section or "").startswith("Bilag: ") for quote in shown)
    assert shown[0].role in (Role.DECISION, Role.RECOMMENDATION)


def test_an_item_is_told_apart_from_its_attachments(archive: Archive) -> None:
    assert archive.index.corpus.holds_attachments()
    kinds = {chunk.kind for chunk in archive.corpus.chunks_of_item("havn.2")}
    assert SectionKind.ATTACHMENT not in kinds
