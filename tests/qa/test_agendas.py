"""What is only on an agenda is not decided yet; the minutes of the meeting then take its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import ingest
from models.embedding import Embedder
from qa.answer import Intent, Role
from qa.archive import Archive

HEAD = """{kind} Havneudvalget d. 03-02-2025

Kommune Vigsted

Mødedato Mandag d. 03-02-2025 kl. 16:00

"""
RAMP = """Punkt {number}: Ny slæberampe ved roklubben

25/1002

Indstilling

Forvaltningen indstiller, at rampen bygges for 40.000 kr.

"""
MOLE = """Punkt {number}: Reparation af ydermolen

25/1003

Baggrund

Ydermolen er skæv efter stormen.

"""
DECIDED = """Beslutning

Godkendt med {votes}.

"""


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Callable[..., Archive]:
    def index(**files: str) -> Archive:
        folder = tmp_path / "referater"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        assert not ingest([folder], tmp_path / "data", embedder).failures
        return Archive.open(tmp_path / "data")

    return index


def test_an_agenda_and_its_supplement_until_the_minutes_come(index: Callable[..., Archive]) -> None:
    archive = index(
        dagsorden=HEAD.format(kind="DAGSORDEN") + RAMP.format(number=1),
        tillaeg=HEAD.format(kind="TILLÆGSDAGSORDEN") + MOLE.format(number=2),
    )
    ramp, mole = (
        "Hvad blev besluttet om slæberampen ved roklubben?",
        "Hvad blev besluttet om reparation af ydermolen?",
    )
    answer = archive.ask(ramp)
    assert answer.answer.startswith("Endnu ikke behandlet")
    assert answer.quotes[0].role is Role.RECOMMENDATION
    assert archive.ask(mole).answer.startswith("Endnu ikke behandlet")
    assert archive.ask(ramp).coverage.meetings == 1

    minutes = HEAD.format(kind="REFERAT") + RAMP.format(number=1) + DECIDED.format(votes="5 stemmer")
    archive = index(referat=minutes + MOLE.format(number=2) + DECIDED.format(votes="4 stemmer"))
    for question, votes in ((ramp, "Godkendt med 5 stemmer."), (mole, "Godkendt med 4 stemmer.")):
        answer = archive.ask(question)
        assert (answer.quotes[0].text, answer.quotes[0].role) == (votes, Role.DECISION)
        assert {quote.source.document for quote in answer.quotes} == {"referat"}
        assert "Endnu ikke" not in answer.answer
    listed = archive.ask("Hvilke sager blev godkendt i 2025?")
    assert listed.intent is Intent.LIST
    assert [quote.source.document for quote in listed.quotes] == ["referat", "referat"]
    assert listed.coverage.meetings == 1
