"""What stands around a sentence that is quoted: its passage, and of its section what a paragraph holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from indexer.minutes import SectionKind
from indexer.source_text import Span, fold
from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.sentences import Sentence, best_sentences
from qa.surroundings import passage_around

PARAGRAPH = 700
QUESTIONS = [
    "Hvor meget stiger taksten for madservice?",
    "Hvad blev besluttet om Hulbæk Skole?",
    "Hvor mange høringssvar kom der om lokalplan 4.17?",
    "Hvad koster en vuggestueplads?",
    "Hvor mange unge har fået bolig efter Housing First?",
    "Hvor højt bliver hegnet om solcelleparken ved Vesterlyng?",
]


def sentences(archive: Archive, question: str, most: int = 20) -> Iterator[tuple[Sentence, Span]]:
    """The best sentences for a question, each with what stands around it."""
    worked = work_out(archive.index, question, Narrowing(), date(2025, 11, 22))
    for sentence in best_sentences(archive.index, worked.question, worked.matcher, worked.ranked[:6], most):
        yield sentence, passage_around(archive.index, sentence)


def around(archive: Archive, question: str) -> str:
    """What stands around the best sentence for a question, had it been found all by itself."""
    sentence, _ = next(sentences(archive, question))
    span = passage_around(archive.index, replace(sentence, passage=sentence.span))
    return fold(span.of(archive.corpus.text(sentence.ranked.candidate.document)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_holds_the_passage_and_stays_in_its_section(archive: Archive, question: str) -> None:
    for sentence, span in sentences(archive, question):
        passage = sentence.passage
        assert span.start <= passage.start < passage.end <= span.end
        assert len(span) <= max(PARAGRAPH, len(passage))
        if span != passage:
            assert sentence.item is not None
            section = sentence.item.item.section_at(sentence.span.start)
            assert section is not None
            assert section.span.start <= span.start < span.end <= section.span.end


def test_running_text_is_widened_and_what_was_decided_is_not(archive: Archive) -> None:
    wider: dict[SectionKind | None, set[bool]] = {}
    for question in QUESTIONS:
        for sentence, _ in sentences(archive, question):
            bare = replace(sentence, passage=sentence.span)
            widened = passage_around(archive.index, bare) != bare.passage
            wider.setdefault(sentence.kind, set()).add(widened)
    assert True in wider[SectionKind.BACKGROUND]
    assert wider[SectionKind.DECISION] == {False}
    assert wider[SectionKind.PRIOR_DECISION] == {False}


def test_what_is_told_already_is_left_out(vigsted: Archive) -> None:
    first, second, *_ = (s for s, _ in sentences(vigsted, "Hvad koster en sandpumper?") if s.ranked.item)
    assert first.item == second.item
    told = Span(first.span.start, first.span.end)
    assert overlap(passage_around(vigsted.index, second), told)
    rest = passage_around(vigsted.index, second, [told])
    assert not overlap(rest, told)
    assert rest.start <= second.span.start < second.span.end <= rest.end


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def test_a_short_section_is_quoted_whole(vigsted: Archive) -> None:
    assert around(vigsted, "Hvad har bådhuset på Rørvej for et tag?") == (
        "Roklubben søger om dispensation til et bådhus med fladt tag. Naboerne er hørt."
    )


def test_of_a_long_one_the_sentences_nearest(vigsted: Archive) -> None:
    text = around(vigsted, "Hvad koster en sandpumper?")
    assert PARAGRAPH / 2 < len(text) <= PARAGRAPH
    assert "Kystvagten har set på prøver" in text  # the one before
    assert "En sandpumper koster 640.000 kr." in text
    assert "Hvis renden ikke uddybes" in text  # and the one behind
    assert "Sejlrenden er sandet til" not in text
    assert text.endswith(".")


def test_at_the_edge_of_a_section_it_goes_one_way(vigsted: Archive) -> None:
    text = around(vigsted, "Hvornår er sejlrenden sandet til?")
    assert text.startswith("Sejlrenden er sandet til efter stormen")
    assert "Kystvagten har set på prøver" in text
    assert PARAGRAPH / 2 < len(text) <= PARAGRAPH
