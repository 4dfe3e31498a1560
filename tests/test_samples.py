"""The sample minutes hold what their README promises, and the questions about them can be answered."""

import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indexer.minutes import Meeting
from indexer.parsing import parse
from indexer.readers import read
from indexer.source_text import fold

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
DOCUMENTS = sorted((SAMPLES / "minutes").iterdir())
REAL_MINUTES = ROOT.parent / "shared" / "minutes"
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines()
]
CANARY = "Kanariefugl"
IN_A_ROW = 9  # words; what the house calls copying
REQUIRED = {
    "votes": r"stemmer mod \d+",
    "a divided committee": r"Et flertal",
    "an abstention": r"undlod at stemme",
    "a reservation": r"tog forbehold",
    "dissent": r"kunne ikke tiltræde",
    "a statement for the record": r"ønskede ført til protokol",
    "a minority's statement": r"mindretalsudtalelse",
    "a conflict of interest": r"inhabil",
    "postponed": r"\bUdsat\b",
    "not approved": r"Ikke godkendt",
    "rejected": r"forkastet",
    "voted down": r"nedstemt",
    "referred": r"Oversendes|sendes tilbage",
    "withdrawn": r"[Tt]aget af dagsordenen",
    "drawn back": r"trukket tilbage",
    "noted": r"Taget til efterretning",
    "discussed": r"Drøftet",
    "recommended": r"Anbefales",
    "changed": r"Godkendt med den ændring, at",
    "points decided apart": r"1\. Godkendt\.\s+2\. Godkendt\.\s+3\. Udsat",
    "points by 'Ad.'": r"Ad\. 2\.",
    "points by 'At'": r"At 2: Udsat",
    "points by letter": r"B\) Udsat",
    "a next step": r"Forvaltningen skal",
    "an earlier decision as a section": r"Børne- og Skoleudvalget 14-11-2023",
    "an earlier decision, dated": r"Beslutning i Økonomiudvalget den 21-03-2023",
    "a case history in blocks": r"Udvalg: Børne- og Skoleudvalget\s+Dato: 08-10-2024\s+Punktnummer: 72",
    "a civil registration number": r"240267-0000",
    "the same without hyphen": r"240267 0000",
}


@cache
def text_of(path: Path) -> str:
    return read(path).text


@cache
def meeting_of(path: Path) -> Meeting:
    return parse(read(path))


def document_of(day: str) -> Path:
    return next(path for path in DOCUMENTS if path.stem.endswith(day))


def test_no_two_meetings_share_a_date_and_each_weekday_is_right() -> None:
    days = [date.fromisoformat(path.stem[-10:]) for path in DOCUMENTS]
    assert len(set(days)) == len(days) >= 16
    assert {day.year for day in days} == {2022, 2023, 2024, 2025}
    weekdays = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
    for path, day in zip(DOCUMENTS, days, strict=True):
        assert meeting_of(path).date == day
        named = re.findall(rf"({'|'.join(weekdays)}) (?:d\.|den) 0?{day.day}\.", text_of(path), re.IGNORECASE)
        assert all(name.lower() == weekdays[day.weekday()] for name in named)


def test_every_format_body_and_year_is_there() -> None:
    assert {path.suffix for path in DOCUMENTS} == {".txt", ".md", ".pdf", ".html", ".json"}
    bodies = {path.stem[:-11] for path in DOCUMENTS}
    assert bodies == {
        "socialudvalget",
        "teknik-og-miljoeudvalget",
        "boerne-og-skoleudvalget",
        "byraadet",
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_meeting_has_five_items_or_more(path: Path) -> None:
    assert len(meeting_of(path).items) >= 5


@pytest.mark.parametrize("feature", REQUIRED)
def test_what_the_readme_promises_is_there(feature: str) -> None:
    assert any(re.search(REQUIRED[feature], text_of(path)) for path in DOCUMENTS)


def test_a_case_reaches_the_council_through_committees() -> None:
    for case in ("2022-001874", "2023-004410", "2023-007002", "2022-006120", "2022-008815"):
        bodies = {path.stem[:-11] for path in DOCUMENTS if case in text_of(path)}
        assert "byraadet" in bodies
        assert len(bodies) >= 2


def test_closed_items_hold_the_canary_in_most_formats() -> None:
    raw = {path.suffix for path in DOCUMENTS if CANARY.encode() in path.read_bytes()}
    assert raw == {".txt", ".md", ".pdf", ".html", ".json"}
    assert sum(CANARY.encode() in path.read_bytes() for path in DOCUMENTS) >= 15


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_every_gold_item_holds_a_gold_quote(question: dict[str, Any]) -> None:
    if question["kind"] == "unanswerable":
        assert "gold" not in question
        return
    quotes = [fold(quote) for quote in question["quote"]]
    held = []
    for gold in question["gold"]:
        day, _, number = gold.partition("#")
        path = document_of(day)
        text = text_of(path)
        if number:
            item = next(item for item in meeting_of(path).items if item.number == number)
            assert not item.closed
            text = item.span.of(text)
        held.append(fold(text))
        assert any(quote in held[-1] for quote in quotes), gold
    for quote in quotes:
        assert any(quote in text for text in held), quote


def test_there_are_enough_questions_of_every_kind() -> None:
    kinds = [question["kind"] for question in QUESTIONS]
    assert len(kinds) >= 110
    assert kinds.count("unanswerable") >= 35
    assert set(kinds) == {"decision", "fact", "meeting", "timeline", "precedent", "list", "unanswerable"}
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS)
    assert len({question["q"] for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.skipif(not REAL_MINUTES.is_dir(), reason="the real minutes are not beside this checkout")
def test_nothing_is_copied_from_real_minutes() -> None:
    real: set[tuple[str, ...]] = set()
    for path in REAL_MINUTES.rglob("*"):
        if path.is_file():
            real |= runs(_words_of(path))
    assert len(real) > 10_000
    for path in DOCUMENTS:
        assert not runs(text_of(path)) & real, path.name
    for name in ("questions.jsonl", "README.md"):
        assert not runs((SAMPLES / name).read_text("utf-8")) & real, name


def test_the_generated_files_can_be_made_again_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SAMPLES / "make_samples.py"), str(tmp_path)], check=True, timeout=60)
    made = sorted(tmp_path.iterdir())
    assert len(made) == len(list((SAMPLES / "source").glob("*.source"))) >= 8
    for path in made:
        assert path.read_bytes() == (SAMPLES / "minutes" / path.name).read_bytes(), path.name


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + IN_A_ROW]) for start in range(len(words) - IN_A_ROW + 1)}


def _words_of(path: Path) -> str:
    if path.suffix == ".xml":  # not well-formed: taken as it stands, without its marks
        return re.sub(r"<[^>]+>", " ", path.read_text("utf-8", errors="replace"))
    return text_of(path)
