"""Short ways to parse a text, and what must hold of any meeting that was read from any text."""

from indexer.minutes import AgendaItem, Meeting, Point, SectionKind
from indexer.parsing import parse
from indexer.source_text import SourceText, Span, fold

__all__ = ["body", "check", "own", "parsed", "prior", "titles"]

HEAD = "REFERAT Havneudvalget d. 03-02-2025\n\nKommune Vigsted\n\nMødedato Mandag d. 03-02-2025 kl. 16:00\n\n"


def parsed(text: str, *, head: bool = False) -> Meeting:
    """The meeting of a text; ``head`` puts a complete head before it."""
    source = SourceText(HEAD + text if head else text)
    meeting = parse(source)
    check(source, meeting)
    return meeting


def titles(meeting: Meeting) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in meeting.items]


def body(text: str, span: Span) -> str:
    """What stands in a span of a text that ``parsed`` was given with a head."""
    return fold(span.of(HEAD + text))


def own(text: str, item: AgendaItem) -> list[str]:
    return [body(text, decision.span) for decision in item.decisions if not decision.prior]


def prior(text: str, item: AgendaItem) -> list[str]:
    return [body(text, decision.span) for decision in item.decisions if decision.prior]


def check(source: SourceText, meeting: Meeting) -> None:
    """Every span lies in its place, nothing overlaps, closed items are bare, values are what is written."""
    text, whole = source.text, Span(0, len(source.text))
    for value, span in (
        (meeting.committee, meeting.committee_span),
        (meeting.date, meeting.date_span),
        (meeting.place, meeting.place_span),
    ):
        assert value is not None or span is None
        if span is not None:
            _lies(span, whole)
    _lies(meeting.header, whole)
    if meeting.place is not None and meeting.place_span is not None:
        assert fold(meeting.place) == fold(meeting.place_span.of(text))
    for person in meeting.attendance:
        _lies(person.span, whole)
        assert person.name.split()[0] in person.span.of(text)
    assert (meeting.layout is None) == (not meeting.items)
    end = 0
    for item in meeting.items:
        assert item.span.start >= max(end, meeting.header.end)
        _lies(item.span, whole)
        _check_item(text, item)
        end = item.span.end


def _check_item(text: str, item: AgendaItem) -> None:
    _lies(item.title_span, item.span)
    assert item.title == fold(item.title_span.of(text))
    assert item.span.of(text) == item.span.of(text).rstrip()
    if item.closed:
        assert (item.case_no, item.sections, item.recommendation) == (None, (), ())
        assert (item.decisions, item.attachments) == ((), ())
    if item.case_no is not None:
        assert item.case_no in item.span.of(text)
    end = item.title_span.end
    for section in item.sections:
        assert section.span.start >= end
        _lies(section.span, item.span)
        assert section.title in text
        end = section.span.end
    bodies = [section.span for section in item.sections]
    _check_points(item.recommendation, _kind(item, SectionKind.RECOMMENDATION))
    for decision in item.decisions:
        assert len(decision.span)
        assert sum(_inside(decision.span, span) for span in bodies) == 1
        _check_points(decision.points, [decision.span])
    assert [d.prior for d in item.decisions] == sorted(d.prior for d in item.decisions)
    for attachment in item.attachments:
        assert any(_inside(attachment.span, span) for span in _kind(item, SectionKind.ATTACHMENTS))
        assert attachment.title == fold(attachment.span.of(text))


def _check_points(points: tuple[Point, ...], around: list[Span]) -> None:
    end = 0
    for point in points:
        assert len(point.span)
        assert point.span.start >= end
        assert any(_inside(point.span, span) for span in around)
        end = point.span.end


def _kind(item: AgendaItem, kind: SectionKind) -> list[Span]:
    return [section.span for section in item.sections if section.kind is kind]


def _lies(span: Span, within: Span) -> None:
    assert within.start <= span.start <= span.end <= within.end


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start and span.end <= within.end
