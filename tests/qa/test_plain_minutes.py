"""Minutes of the plainest form answer as well: no heading above a decision, no case number, "Ad 1."."""

from datetime import date
from pathlib import Path

import pytest

from indexer.ingest import ingest
from models.embedding import Embedder
from qa.answer import Answer, Role
from qa.archive import Archive

LAYOUTS = Path(__file__).parents[1] / "indexer" / "parsing" / "layouts"
PLAIN = (
    "ad-before-number.txt",
    "council-of-municipality.txt",
    "decisions-below-referat.txt",
    "decisions-unheaded.txt",
)


@pytest.fixture(scope="module")
def plain(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    data = tmp_path_factory.mktemp("plain") / "data"
    assert not ingest([LAYOUTS / name for name in PLAIN], data, embedder).failures
    return Archive.open(data)


def asked(archive: Archive, question: str) -> Answer:
    answer = archive.ask(question, today=date(2025, 1, 1))
    assert answer.answerable
    return answer


@pytest.mark.parametrize(
    ("question", "decision"),
    [
        ("Hvad blev besluttet om svømmehallen?", "Udvalget vedtog forslaget. Holger Vad stemte imod."),
        ("Hvad blev klimaborgertinget til?", "Forslaget blev sat til afstemning."),
        ("Hvad mener Ældrerådet om busplanen?", "Rådet afgiver følgende høringssvar: Linje 7"),
        ("Hvad besluttede Handicaprådet om stationen?", "Rådet drøftede sagen og beder om et møde"),
    ],
)
def test_unheaded_decisions_are_told(plain: Archive, question: str, decision: str) -> None:
    quote = asked(plain, question).quotes[0]
    assert quote.role is Role.DECISION
    assert quote.text.startswith(decision)


@pytest.mark.parametrize(
    "question", ["Hvad fik Teater Mosen?", "Hvor meget blev der givet til Teater Mosen?"]
)
def test_what_was_granted_comes_before_what_was_applied_for(plain: Archive, question: str) -> None:
    assert asked(plain, question).quotes[0].text == "Bevilget 75.000 kr."


def test_what_was_applied_for_is_told_where_that_is_asked(plain: Archive) -> None:
    assert "søger om 75.000 kr." in asked(plain, "Hvor meget søgte Teater Mosen om?").quotes[0].text


def test_when_a_body_handled_a_case_is_its_history(plain: Archive) -> None:
    (quote,) = asked(plain, "Hvornår drøftede rådet stationen?").quotes
    assert quote.body_date == date(2024, 5, 22)
