"""What the system would quote for questions on invented cases, and whether that answers: the reader's food.

``reading/alike`` has cases in threes, each with questions that it answers and questions that none does. Here
they become minutes of a municipality that does not exist, are indexed, and are asked; so the reader learns
from passages as they are cut and ranked in earnest, and its misses are those that the search makes.

    python benchmarks/draft_pairs.py FOLDER

writes FOLDER/minutes, FOLDER/data and FOLDER/pairs.jsonl, for ``train_reader.py --drafted``. On two cores it
takes a quarter of an hour.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from random import Random

from reader_pairs import Case, Drafted, Group, Kind, read_groups
from rich.progress import track
from train_reader import DATA, LEFT_OUT

from indexer.ingest import ingest
from models.embedding import Embedder
from models.months import MONTH_NAMES
from models.reader import one_line
from qa.answer import Intent
from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.draft import Draft
from qa.open_index import OpenIndex
from qa.question import Question
from qa.reading import quotes_read, sentences_read

TODAY = date(2026, 1, 1)
_BODIES = ("Teknisk Udvalg", "Velfærdsudvalget", "Byrådet")  # the cases of a group stand in different minutes
_GROUPS_A_MEETING = 12
_FIRST_MEETING = date(2024, 1, 9)
_DAYS_BETWEEN = 3
_HALF = 0.5  # of some kinds of misses: there are more of them than of answers
_SEED = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True)
    with (folder / "pairs.jsonl").open("w", encoding="utf-8") as out:
        for pair in drafted_of(read_groups(DATA / "alike", LEFT_OUT), folder):
            out.write(json.dumps(asdict(pair), ensure_ascii=False) + "\n")


def drafted_of(groups: Sequence[Group], folder: Path) -> Iterator[Drafted]:
    """Makes minutes of the groups in the folder, indexes them, and asks everything."""
    (folder / "minutes").mkdir(parents=True)
    for name, text in minutes_of(groups):
        (folder / "minutes" / name).write_text(text, "utf-8")
    ingest([folder / "minutes"], folder / "data", Embedder())
    index = Archive.open(folder / "data").index
    dice = Random(_SEED)
    for place, group in track(list(enumerate(groups)), "asking"):
        yield from _of_group(index, place, group, dice)


def minutes_of(groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    """File name and text of each meeting: one case of each of some groups."""
    for place, body in enumerate(_BODIES):
        for first in range(0, len(groups), _GROUPS_A_MEETING):
            day = _day(first, place)
            lines = [
                body,
                "",
                "Referat",
                "",
                f"Mødedato: {day.day}. {MONTH_NAMES[day.month - 1]} {day.year}",
                "",
            ]
            for number, group in enumerate(groups[first : first + _GROUPS_A_MEETING], 1):
                lines += _item(number, group.cases[place])
            yield f"{place}-{day}.txt", "\n".join(lines)


def _day(place: int, case: int) -> date:
    return _FIRST_MEETING + timedelta(days=_DAYS_BETWEEN * (place // _GROUPS_A_MEETING) + case)


def _item(number: int, case: Case) -> list[str]:
    parts = (f"Punkt {number}: {case.title}", "Sagsfremstilling", case.passage, "Beslutning", case.decision)
    return [line for part in parts for line in (part, "")]


def _of_group(index: OpenIndex, place: int, group: Group, dice: Random) -> Iterator[Drafted]:
    for number, case in enumerate(group.cases):
        own = f"{_day(place, number)}#{place % _GROUPS_A_MEETING + 1}"
        told = dict(case.told)
        for question in case.asks:
            yield from _asked(index, question, own, told.get(question), group.held_out, dice)
        for question in case.misses:
            yield from _missed(index, question, group.held_out, dice)
    for question in group.neither:
        yield from _missed(index, question, group.held_out, dice, quotes_only=True)


def _asked(
    index: OpenIndex, question: str, own: str, answer: str | None, held_out: bool, dice: Random
) -> Iterator[Drafted]:
    """A question that its own case answers: with what of it would be read, and with what else would be."""
    asked, draft = _drafted(index, question)
    if not draft.quotes:
        return
    quotes = _placed(draft, quotes_read(index, asked, draft))
    if asked.intent is Intent.DECISION and not draft.sentences:
        for where, text in quotes[:2]:
            if where != own:
                yield Drafted(question, text, None, Kind.OTHER_DECISION.value, held_out)
            elif answer is None or answer in text:
                yield Drafted(question, text, answer, Kind.CASE.value, held_out)
        return
    if answer is None:  # asked as a fact: only what is of another case surely fails to answer
        for _, text in [quote for quote in quotes if quote[0] != own][:1]:
            yield Drafted(question, text, None, Kind.ELSEWHERE.value, held_out)
        return
    sentences = _placed_sentences(draft, sentences_read(index, draft.sentences))
    for read, right, wrong in (
        (quotes, Kind.PASSAGE, Kind.ELSEWHERE),
        (sentences, Kind.SENTENCE, Kind.BESIDE),
    ):
        holding = [text for where, text in read if where == own and answer in one_line(text)]
        others = [text for _, text in read if answer not in one_line(text)]
        for text in holding[:1]:
            yield Drafted(question, text, answer, right.value, held_out)
        for text in others[:1]:
            yield Drafted(question, text, None, wrong.value, held_out)
        if read is sentences and len(others) > 1 and dice.random() < _HALF:
            yield Drafted(question, dice.choice(others[1:]), None, wrong.value, held_out)


def _missed(
    index: OpenIndex, question: str, held_out: bool, dice: Random, *, quotes_only: bool = False
) -> Iterator[Drafted]:
    """A question that nothing answers, with what would be read for it."""
    asked, draft = _drafted(index, question)
    if not draft.quotes:
        return
    for text in quotes_read(index, asked, draft)[:1]:
        yield Drafted(question, text, None, Kind.MISS.value, held_out)
    if not quotes_only and dice.random() < _HALF:
        for text in sentences_read(index, draft.sentences)[:1]:
            yield Drafted(question, text, None, Kind.MISS.value, held_out)


def _drafted(index: OpenIndex, question: str) -> tuple[Question, Draft]:
    """The answer as the search drafts it; an empty one where the reader would not be asked."""
    worked = work_out(index, question, Narrowing(), TODAY, read=False)
    readable = worked.question.intent in (Intent.FACT, Intent.DECISION) and not worked.draft.certain
    return worked.question, worked.draft if readable else Draft("", ())


def _placed(draft: Draft, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Each text with the meeting and item that it is quoted from; of a decision all are of the first's."""
    quotes = [draft.quotes[0]] * len(texts) if not draft.sentences else draft.quotes
    places = [f"{quote.source.date}#{quote.source.item}" for quote in quotes]
    return list(zip(places, texts, strict=False))


def _placed_sentences(draft: Draft, texts: Sequence[str]) -> list[tuple[str, str]]:
    items = [sentence.item for sentence in draft.sentences]
    places = [f"{item.meeting.date}#{item.item.number}" if item else "" for item in items]
    return list(zip(places, texts, strict=False))


if __name__ == "__main__":
    main()
