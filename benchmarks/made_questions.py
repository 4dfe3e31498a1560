"""Questions that cost nothing: made from the minutes themselves, so that what answers them is known.

From each open item a question about its decision, in the words of its title as a person remembers them (words
left out, a slip of the finger, base forms, everyday words for official ones), and one about a number in
its text. They are stiff, and easier than what people ask; but they are many, and of every document.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.naming import case_key
from indexer.source_text import fold
from indexer.stored import StoredItem
from models.danish import Token
from models.mentions import MentionKind, find_mentions
from qa.archive import Archive
from qa.evaluation import Case

__all__ = ["made_questions"]

_ABOUT_DECISIONS = (
    "Hvad blev besluttet om {}?",
    "Hvad skete der med sagen om {}?",
    "Hvad blev resultatet for {}?",
    "Hvad sagde udvalget til {}?",
    "{}: hvad endte det med?",
)
_ABOUT_NUMBERS = {
    MentionKind.COUNT: ("Hvor mange {thing} {words}?", "Hvad er antallet af {thing} {words}?"),
    MentionKind.MONEY: ("Hvor meget koster det {words}?", "Hvor mange penge {words}?"),
    MentionKind.PERCENT: ("Hvor mange procent {words}?", "Hvor stor en andel {words}?"),
}
_EVERYDAY = {
    "anlægsbevilling": "penge",
    "ansøgning": "ønske",
    "dispensation": "lov",
    "etablering": "oprettelse",
    "evaluering": "vurdering",
    "forslag": "udkast",
    "frigivelse": "udbetaling",
    "nedsættelse": "lavere",
    "opfølgning": "status",
    "orientering": "nyt",
    "placering": "sted",
    "renovering": "istandsættelse",
    "revision": "ændring",
    "sagsbehandlingstid": "ventetid",
    "takst": "pris",
    "udvidelse": "flere",
    "vederlag": "betaling",
}
"""What people say for what minutes write; by lemma."""
_FEWEST_WORDS = 2  # of a title that says what the item is about
_SENTENCE = range(40, 260)  # characters
_TEXT = (SectionKind.BACKGROUND, SectionKind.ECONOMY, SectionKind.SUMMARY)


def made_questions(archive: Archive, dice: Random) -> list[Case]:
    """Questions on every open item that is about something; every item of its case or title is gold."""
    items = [stored for stored in archive.corpus.find_items(Filters()) if _is_told(stored)]
    alike = _alike(items)
    made: list[Case] = []
    for stored in items:
        gold = alike[stored.id]
        if len({item.split("#")[0] for item in gold}) > 5:
            continue  # a standing item
        words = [token for token in archive.index.danish.tokens(stored.item.title) if _says_something(token)]
        if len(words) < _FEWEST_WORDS:
            continue
        asked = dice.choice(_ABOUT_DECISIONS).format(_remembered(words, dice))
        made.append(Case(f"made:{stored.id}:d", "decision", asked, gold, ()))
        facts = list(_facts(archive, stored, words, dice))
        if facts:
            question, sentence = dice.choice(facts)
            here = (f"{stored.meeting.date}#{stored.item.number}",)
            made.append(Case(f"made:{stored.id}:f", "fact", question, here, (sentence,)))
    return made


def _is_told(stored: StoredItem) -> bool:
    return bool(
        not stored.item.closed and stored.item.number and stored.meeting.date and stored.item.decisions
    )


def _alike(items: Sequence[StoredItem]) -> dict[str, tuple[str, ...]]:
    """For each item the golds (date#item) of those with its title or its case number."""
    groups: dict[str, list[StoredItem]] = {}
    keys = {
        stored.id: [
            stored.item.title.lower(),
            *([case_key(stored.item.case_no)] if stored.item.case_no else []),
        ]
        for stored in items
    }
    for stored in items:
        for key in keys[stored.id]:
            groups.setdefault(key, []).append(stored)
    return {
        stored.id: tuple(
            sorted({f"{o.meeting.date}#{o.item.number}" for key in keys[stored.id] for o in groups[key]})
        )
        for stored in items
    }


def _says_something(token: Token) -> bool:
    return not token.is_stop and any(map(str.isalnum, token.text)) and len(token.text) > 1


def _remembered(words: Sequence[Token], dice: Random) -> str:
    """The words of a title as somebody remembers them."""
    kept = list(words)
    while len(kept) > _FEWEST_WORDS and dice.random() < 0.45:
        kept.pop(dice.randrange(len(kept)))
    return " ".join(_changed(token, dice) for token in kept)


def _changed(token: Token, dice: Random) -> str:
    word = token.text
    if token.lemma in _EVERYDAY and dice.random() < 0.5:
        return _EVERYDAY[token.lemma]
    if token.is_word and not token.is_name and dice.random() < 0.3:
        word = token.lemma
    if token.is_word and len(word) > 6 and dice.random() < 0.12:
        place = dice.randrange(1, len(word) - 2)
        word = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word


def _facts(
    archive: Archive, stored: StoredItem, title: Sequence[Token], dice: Random
) -> Iterator[tuple[str, str]]:
    """Questions on the numbers of an item's text, each with the sentence that answers it."""
    text = archive.corpus.text(stored.document)
    for section in stored.item.sections:
        if section.kind not in _TEXT:
            continue
        whole = section.span.of(text)
        for start, end in archive.index.sentences_of(whole):
            sentence = whole[start:end]
            kinds = Counter(mention.kind for mention in find_mentions(sentence))
            asked = [kind for kind in _ABOUT_NUMBERS if kinds[kind] == 1]
            if len(sentence) not in _SENTENCE or not asked:
                continue
            kind = dice.choice(asked)
            mention = next(mention for mention in find_mentions(sentence) if mention.kind is kind)
            words = [token for token in archive.index.danish.tokens(sentence) if _says_something(token)]
            counted = next((t for t in words if t.start >= mention.end and t.is_word), None)
            if kind is MentionKind.COUNT and counted is None:
                continue
            others = [
                token
                for token in words
                if token is not counted and (token.end <= mention.start or token.start >= mention.end)
            ]
            if len(others) < _FEWEST_WORDS:
                continue
            said = dice.sample(others, min(len(others), dice.randint(2, 3)))
            said.sort(key=lambda token: token.start)
            told = [*(_changed(token, dice) for token in said), dice.choice(title).text]
            form = dice.choice(_ABOUT_NUMBERS[kind])
            thing = counted.text if counted else ""
            yield form.format(thing=thing, words=" ".join(told)), fold(sentence)
