"""What one person or party objected to: "Hvor har Lone Hedemark taget forbehold?"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.filters import Filters
from indexer.source_text import fold
from indexer.stored import StoredItem
from qa.answer import Quote, Role
from qa.decisions import own_decisions, prior_decisions, read_decision
from qa.open_index import OpenIndex
from qa.parties import named, names_of_party
from qa.question import Question
from qa.quoting import Quoter

__all__ = ["asks_for_dissent", "asks_who_objected", "dissent_by", "dissent_in"]

_ASKED = re.compile(
    r"\bforbehold\b|\bstem(?:t|te|mer)\b|\bprotokol\w*|\bimod\b|\bvoted against\b", re.IGNORECASE
)
_WHO_OBJECTED = re.compile(
    r"^(?:hvem|hvilke partier|hvilket parti|hvor mange|who|which part\w+|how many)\b.*"
    r"\b(?:stem(?:te|mer|t)\b.{0,40}\b(?:i ?mod|nej)|var (?:i ?mod|uenige?)|forbehold|voted? (?:against|no)|i ?mod stemte)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-ZÆØÅ][\wæøåé-]+(?: (?:[A-ZÆØÅ]\.? )?[A-ZÆØÅ][\wæøåé-]+)*")
_MOST_CHUNKS = 300


def asks_for_dissent(question: Question) -> bool:
    """Whether a question asks where somebody objected."""
    return bool(_ASKED.search(question.text) and _named_in(question))


def asks_who_objected(question: Question) -> bool:
    """Whether a question asks who voted against something, or had a reservation."""
    return bool(_WHO_OBJECTED.search(question.text))


def _named_in(question: Question) -> tuple[str, ...]:
    """The names in a question that are not its committee's: people, parties, and places too."""
    taken = question.committee.words if question.committee else ""
    return tuple(match[0] for match in _NAME.finditer(question.text) if match[0] not in taken)


def dissent_by(index: OpenIndex, quoter: Quoter, question: Question, filters: Filters) -> list[Quote]:
    """Every sentence of a decision in which the one named objects, oldest first."""
    every = (other for name in _named_in(question) for other in names_of_party(name))
    terms = {term: 1.0 for name in every for term in index.terms_of(name)}
    if not terms:
        return []
    hits = index.engine.search_terms(terms, _MOST_CHUNKS, filters)
    ids = {chunk.item_id for chunk in index.corpus.chunks([hit.chunk_id for hit in hits]) if chunk.item_id}
    found = [
        quote
        for item in index.corpus.items(ids).values()
        if not item.item.closed
        for quote in dissent_in(index, quoter, question, item)
        if quote.body == item.meeting.committee and quote.body_date == item.meeting.date
    ]
    return sorted(found, key=lambda q: (str(q.source.date), q.source.document, q.source.start))


def dissent_in(index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem) -> Iterator[Quote]:
    """The sentences of an item's decisions, earlier ones quoted in it too, in which the one named objects."""
    names = [named(name) for name in _named_in(question)]
    text = index.corpus.text(item.document)
    for decision in (*own_decisions(item), *prior_decisions(item)):
        for span in read_decision(item, decision, text, index.danish).dissent:
            if any(name.search(fold(span.of(text))) for name in names):
                yield replace(quoter.decision(item, decision, span), role=Role.DISSENT)
