"""The first promise: a quote is the stored text of its place, or there is none."""

from dataclasses import replace

import pytest

from indexer.source_text import Span
from qa.answer import Role
from qa.archive import Archive
from qa.evaluation import Result
from qa.quoting import QuoteMismatch, Quoter


@pytest.fixture(scope="module")
def quoter(archive: Archive) -> Quoter:
    return Quoter(archive.corpus)


def test_every_section_and_decision_quotes_verbatim(
    archive: Archive, quoter: Quoter, assert_verbatim
) -> None:
    quotes = []
    for document in archive.corpus.documents():
        for item in archive.corpus.items_of_document(document.id):
            quotes += [
                quoter.from_item(item, section.span, Role.PASSAGE, section.title)
                for section in item.item.sections
                if len(section.span)
            ]
            quotes += [quoter.decision(item, decision) for decision in item.item.decisions]
    assert len(quotes) > 300
    assert_verbatim(archive, quotes)
    assert all("  " not in quote.text and "\n" not in quote.text for quote in quotes)


def test_every_answer_quotes_verbatim(
    archive: Archive, sample_results: list[Result], assert_verbatim
) -> None:
    for result in sample_results:
        assert_verbatim(archive, (*result.answer.quotes, *result.answer.nearest))


def test_an_answers_words_are_its_quotes_and_templates(sample_results: list[Result]) -> None:
    """What stands between quotation marks in an answer is a quote, or the title of a quote's item."""
    for result in sample_results:
        answer = result.answer
        if not answer.answerable:
            continue
        rest = answer.answer
        for text in sorted({q.text for q in answer.quotes}, key=len, reverse=True):
            rest = rest.replace(f"»{text}«", "").replace(f"“{text}”", "")
        for title in {q.source.title for q in answer.quotes if q.source.title}:
            rest = rest.replace(f"»{title}«", "").replace(f"“{title}”", "").replace(f": {title}", "")
        assert not set("»«“") & set(rest), (result.case.id, rest)


def test_an_earlier_decision_is_said_by_the_body_that_took_it(archive: Archive, quoter: Quoter) -> None:
    item = archive.item("byraadet-2023-03-28.41")
    said = {(q.body, q.role) for q in (quoter.decision(item, decision) for decision in item.item.decisions)}
    assert said == {
        ("Byrådet", Role.DECISION),
        ("Økonomiudvalget", Role.PRIOR_DECISION),
        ("Socialudvalget", Role.PRIOR_DECISION),
    }


def test_pages_are_those_of_the_place(archive: Archive, quoter: Quoter) -> None:
    item = archive.item("byraadet-2023-03-28.41")
    quote = quoter.decision(item, item.item.decisions[0])
    source = archive.corpus.source(item.document)
    assert quote.source.page == source.page_at(quote.source.start) is not None
    text_file = archive.item("byraadet-2024-12-17.161")
    assert quoter.decision(text_file, text_file.item.decisions[0]).source.page is None


def test_a_quote_that_is_not_what_the_text_says_is_refused(archive: Archive, quoter: Quoter) -> None:
    item = archive.item("byraadet-2024-12-17.161")
    quote = quoter.decision(item, item.item.decisions[0])
    assert quoter._checked(quote) is quote
    for wrong in (
        replace(quote, text=quote.text.replace("17", "18")),
        replace(quote, text=quote.text + " "),
        replace(quote, text=""),
        replace(quote, source=replace(quote.source, start=quote.source.start - 5)),
        replace(quote, source=replace(quote.source, end=quote.source.end + 10_000_000)),
    ):
        with pytest.raises(QuoteMismatch):
            quoter._checked(wrong)


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 3), Span(-5, 10), Span(10_000_000, 10_000_010)])
def test_no_text_no_quote(archive: Archive, quoter: Quoter, span: Span) -> None:
    item = archive.item("byraadet-2024-12-17.161")
    with pytest.raises(QuoteMismatch):
        quoter.from_item(item, span, Role.PASSAGE, None)
