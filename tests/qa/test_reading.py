"""Doubtful answers are read over: what is told comes first, and what is not told is not answered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from models.reader import Reader
from qa.answer import Intent
from qa.archive import Archive
from qa.asking import Narrowing, Worked, work_out
from qa.confidence import confidence, evidence_of
from qa.phrases import phrases
from qa.reading import is_doubtful, is_readable, read_over

TODAY = date(2025, 11, 22)
LAMPS = "Hvor mange lyspunkter har kommunen?"


def worked_out(archive: Archive, question: str) -> Worked:
    return work_out(archive.index, question, Narrowing(), TODAY)


def test_a_fact_leads_with_the_sentence_that_tells_it(archive: Archive) -> None:
    worked = worked_out(archive, LAMPS)
    alike = [replace(sentence, score=0.0) for sentence in worked.draft.sentences[:10]]
    assert len(alike) > 4
    turned = replace(worked.draft, sentences=tuple(alike[::-1]))
    read = read_over(archive.index, phrases(english=False), worked.question, turned)
    assert "6.480 lyspunkter" in read.quotes[0].text
    assert read.quotes[0].text in read.text
    assert read.sentences == turned.sentences  # what it is judged by stays


def test_what_fits_well_is_not_given_up_for_what_the_reader_likes_a_little_more(archive: Archive) -> None:
    worked = worked_out(archive, LAMPS)
    *others, last = [one for one in worked.draft.sentences[:10] if one.features.counted]
    assert others
    text = archive.corpus.text(last.ranked.candidate.document)
    sure = replace(worked.draft, sentences=(*others, replace(last, score=last.score + 50)))
    read = read_over(archive.index, phrases(english=False), worked.question, sure)
    assert read.quotes[0].text == " ".join(last.span.of(text).split())


def test_what_the_question_rules_out_never_comes_to_lead(archive: Archive) -> None:
    worked = worked_out(archive, "Hvad koster ombygningen af Kajgade?")
    number = "486.000"  # stands in one of the items on Kajgade, and so in no way in the one on street lamps
    question = replace(worked.question, text=f"Hvad koster Kajgade {number}?")
    other = worked_out(archive, LAMPS).draft.sentences[0]
    tempting = replace(other, score=other.score + 50)
    draft = replace(worked.draft, sentences=(tempting, *worked.draft.sentences))
    read = read_over(archive.index, phrases(english=False), question, draft)
    lead = archive.corpus.item(read.quotes[0].source.item_id or "")
    assert number in lead.item.span.of(archive.corpus.text(lead.document))


def test_the_decision_stays_first(archive: Archive) -> None:
    worked = worked_out(archive, "Hvad blev der besluttet om Hulbæk Skole?")
    read = read_over(archive.index, phrases(english=False), worked.question, worked.draft)
    assert read.quotes == worked.draft.quotes
    assert read.text == worked.draft.text
    assert len(read.read) == 2


class _Noting(Reader):
    """The real reader; remembers what it was given to read."""

    passages: list[str] = []  # noqa: RUF012 - never changed in place

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        self.passages = [*self.passages, *passages]
        return super().scores(question, passages)


def test_a_decision_is_read_behind_what_it_is_about(archive: Archive) -> None:
    worked = worked_out(archive, "Hvad blev der besluttet om den ny pedel i Hulbæk Skole?")
    reader = _Noting()
    index = replace(archive.index, reader=reader)
    read_over(index, phrases(english=False), worked.question, worked.draft)
    decision = worked.draft.quotes[0]
    assert len(set(reader.passages)) == 2
    for passage in reader.passages:
        assert passage.startswith(f"{decision.source.title}. ")
        told, found, rest = passage.partition(" ".join(decision.text.split())[:100])
        assert found
        assert len(told) > len(f"{decision.source.title}. ")
        assert len(rest) < 250
    reader.passages = []
    read_over(index, phrases(english=False), worked.question, replace(worked.draft, lead=None))
    assert [passage.endswith(decision.text) for passage in reader.passages] == [True]


def test_a_decision_on_another_case_is_less_likely_asked_for(archive: Archive) -> None:
    worked = worked_out(archive, "Hvad blev der besluttet om Hulbæk Skole?")
    draft, words = worked.draft, phrases(english=False)
    asked = read_over(archive.index, words, worked.question, draft)
    for other in ("Hvad blev der besluttet om kunstgræsbanen?", "Hvorfor blev lokalplanen udsat?"):
        question = replace(worked.question, text=other)
        assert max(read_over(archive.index, words, question, draft).read) < max(asked.read)


def test_only_what_is_in_doubt_is_read(archive: Archive) -> None:
    worked = worked_out(archive, LAMPS)
    draft = replace(worked.draft, read=())
    assert is_readable(worked.question, draft)
    assert not is_readable(worked.question, replace(draft, certain=True))
    assert not is_readable(worked.question, replace(draft, quotes=()))
    assert not is_readable(replace(worked.question, intent=Intent.LIST), draft)
    sure = (0.001, 0.5, 0.97, 0.999)
    assert [is_doubtful(worked.question, draft, one) for one in sure] == [False, True, True, False]
    decided = worked_out(archive, "Hvad blev der besluttet om Hulbæk Skole?")
    doubtful = [is_doubtful(decided.question, decided.draft, one) for one in sure]
    assert doubtful == [False, True, False, False]


def test_reading_ends_when_the_answer_is_sure(archive: Archive) -> None:
    worked = worked_out(archive, LAMPS)
    asked: list[Sequence[float]] = []

    def is_enough(read: Sequence[float]) -> bool:
        asked.append(read)
        return len(asked) == 2

    words = phrases(english=False)
    ended = read_over(archive.index, words, worked.question, worked.draft, is_enough)
    whole = read_over(archive.index, words, worked.question, worked.draft)
    assert len(asked) == 2
    assert ended.read == asked[-1]
    assert max(ended.read) <= max(whole.read)


@pytest.mark.parametrize("question", [LAMPS, "Hvad blev der besluttet om Hulbæk Skole?"])
def test_what_the_reader_finds_told_is_surer(archive: Archive, question: str) -> None:
    worked = worked_out(archive, question)
    found = evidence_of(archive.index, worked.question, worked.matcher, worked.draft)
    assert confidence(found, (-4.0, -4.0)) < confidence(found, (3.0, 3.0))
