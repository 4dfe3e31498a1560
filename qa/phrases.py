"""The template words of answers, Danish and English. Everything else in an answer is quoted."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.parsing.dates import MONTHS
from indexer.stored import MeetingHead, StoredItem
from qa.answer import Coverage, Quote, Role
from qa.outcomes import Outcome

__all__ = ["DANISH", "ENGLISH", "Phrases", "phrases"]

_MONTHS_EN = tuple(calendar.month_name)[1:]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The wording of one language."""

    english: bool

    def day(self, day: date | None) -> str:
        """A date in words."""
        if day is None:
            return "an unknown date" if self.english else "en ukendt dato"
        months = _MONTHS_EN if self.english else MONTHS
        month = months[day.month - 1]
        return f"{day.day} {month} {day.year}" if self.english else f"{day.day}. {month} {day.year}"

    def quoted(self, text: str) -> str:
        """A quote within a sentence."""
        return f"“{text}”" if self.english else f"»{text}«"

    def place(self, quote: Quote) -> str:
        """Who said it, when and on what: "Socialudvalget, 1. september 2025, punkt 70: Status på Værket"."""
        source = quote.source
        parts = [quote.body or source.municipality or source.document, self.day(quote.body_date)]
        if source.item and quote.role is not Role.PRIOR_DECISION:
            parts.append(f"{'item' if self.english else 'punkt'} {source.item}")
        line = ", ".join(parts)
        return f"{line}: {source.title}" if source.title else line

    def decided(self, quote: Quote, outcome: Outcome | None) -> str:
        """Leads a decision: who decided, when, on what."""
        source = quote.source
        body = quote.body or ("The body" if self.english else "Mødet")
        title = f" {self.quoted(source.title)}" if source.title else ""
        item = f"item {source.item}" if self.english else f"punkt {source.item}"
        if quote.role is Role.PRIOR_DECISION:
            minutes = f"{source.committee or source.document}, {self.day(source.date)}"
            item = f"{'quoted in' if self.english else 'gengivet i'} {minutes}, {item}"
        on = f" ({item}{',' if title else ''}{title})" if source.item else ""
        if outcome is Outcome.NONE:
            verb = "noted in the minutes" if self.english else "førte til referat"
        else:
            verb = "decided" if self.english else "besluttede"
        when = f" {'on' if self.english else 'den'} {self.day(quote.body_date)}" if quote.body_date else ""
        return f"{body} {verb}{when}{on}: {self.quoted(quote.text)}"

    def recommended(self, quote: Quote) -> str:
        """What the administration had recommended."""
        lead = "The recommendation was" if self.english else "Det var indstillet"
        return f"{lead}: {self.quoted(quote.text)}"

    def noted(self, quote: Quote) -> str:
        """What was taken note of, where the decision says only that it was."""
        lead = "About the matter" if self.english else "Om sagen"
        return f"{lead}: {self.quoted(quote.text)}"

    def dissent(self, quotes: Sequence[Quote]) -> str:
        """Votes and reservations."""
        lead = "Dissent" if self.english else "Afvigende holdninger"
        return f"{lead}: " + " ".join(self.quoted(quote.text) for quote in quotes)

    def fact(self, quote: Quote) -> str:
        """Leads a fact: the sentence and where it stands."""
        lead = "The minutes say" if self.english else "Af referatet fremgår"
        return f"{lead}: {self.quoted(quote.text)} ({self.place(quote)})"

    def listed(self, count: int) -> str:
        """Leads a list of decisions."""
        if self.english:
            return f"{count} item{'s' if count != 1 else ''} found:"
        return f"{count} {'punkter' if count != 1 else 'punkt'} fundet:"

    def line(self, quote: Quote) -> str:
        """A line of a list: place and quote."""
        return f"{self.place(quote)} – {self.quoted(quote.text)}"

    def earlier_cases(self, quote: Quote) -> str:
        """What an item in a list tells of earlier cases."""
        lead = "Earlier cases told of there" if self.english else "Tidligere sager nævnt dér"
        return f"{lead}: {self.quoted(quote.text)}"

    def nobody_absent(self, meeting: MeetingHead) -> str:
        """A meeting that lists who was there, and nobody as absent."""
        body = meeting.committee or ("the body" if self.english else "udvalget")
        if self.english:
            return f"The minutes of {body} of {self.day(meeting.date)} name nobody as absent."
        return f"Referatet fra {body} den {self.day(meeting.date)} nævner ingen fraværende."

    def papers(self, count: int, quote: Quote) -> str:
        """Leads a list of the papers of an item."""
        if self.english:
            return f"{count} paper{'s' if count != 1 else ''} listed in the minutes ({self.place(quote)}):"
        return f"{count} bilag er nævnt i referatet ({self.place(quote)}):"

    def no_papers(self, item: StoredItem) -> str:
        """An item whose minutes list no papers."""
        title, day = self.quoted(item.item.title), self.day(item.meeting.date)
        if self.english:
            return f"The minutes list no papers for {title} ({day})."
        return f"Referatet nævner ingen bilag til {title} ({day})."

    def closed(self, title: str) -> str:
        """An item that was handled behind closed doors."""
        if self.english:
            return (
                f"The item {self.quoted(title)} was handled in a closed meeting; its content is not public."
            )
        return f"Punktet {self.quoted(title)} blev behandlet for lukkede døre; indholdet er ikke offentligt."

    def closed_doors(self) -> str:
        """What was handled behind closed doors, none of it in particular."""
        if self.english:
            return "What closed meetings decide is not public. The titles are: ask which items were closed."
        return "Lukkede møders indhold er ikke offentligt. Titlerne er: spørg, hvilke der var lukkede."

    def agenda_only(self) -> str:
        """An item known only from an agenda."""
        if self.english:
            return "Not yet decided: the item is known only from an agenda."
        return "Endnu ikke behandlet: punktet er kun kendt fra en dagsorden."

    def refusal(self, coverage: Coverage) -> str:
        """No answer, and what was searched."""
        if self.english:
            return f"Not found in the minutes searched. {self.searched(coverage)}"
        return f"Svaret findes ikke i de referater, der er søgt i. {self.searched(coverage)}"

    def nothing_invented(self, coverage: Coverage) -> str:
        """Asked to write something: what is done here instead."""
        if self.english:
            return f"Nothing is written here; answers are quotations from minutes. {self.searched(coverage)}"
        return f"Her skrives intet nyt; svar er citater fra referater. {self.searched(coverage)}"

    def no_meetings(self, what: str, coverage: Coverage) -> str:
        """A filter that the index cannot meet, named."""
        if self.english:
            return f"No meetings match {what}. {self.searched(coverage)}"
        return f"Ingen møder svarer til {what}. {self.searched(coverage)}"

    def searched(self, coverage: Coverage) -> str:
        """What was searched: how many meetings, whose, from when to when."""
        if not coverage.meetings:
            return "Nothing is indexed here." if self.english else "Der er ingen møder at søge i."
        committees = ", ".join(coverage.committees[:6]) + (" …" if len(coverage.committees) > 6 else "")
        first, last = self.day(coverage.first), self.day(coverage.last)
        if self.english:
            meetings = f"{coverage.meetings} meeting{'s' if coverage.meetings != 1 else ''}"
            return f"Searched: {meetings} ({committees}) from {first} to {last}."
        meetings = f"{coverage.meetings} {'møder' if coverage.meetings != 1 else 'møde'}"
        return f"Der er søgt i {meetings} ({committees}) fra {first} til {last}."


DANISH = Phrases(english=False)
ENGLISH = Phrases(english=True)


def phrases(english: bool) -> Phrases:
    """The wording for the language of a question."""
    return ENGLISH if english else DANISH
