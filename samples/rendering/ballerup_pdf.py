"""The older PDF layout: a head on every page, numbered items one after the other, ``A)`` ``B)`` points."""

from pathlib import Path

from rendering.danish import WEEKDAYS, genitive, long_date
from rendering.page import BOLD, HEIGHT, Page
from rendering.source import Item, Minutes, plain

__all__ = ["ballerup_pdf"]

_MARGIN = 95  # points; narrow columns, so that words are hyphenated


def ballerup_pdf(minutes: Minutes, path: Path) -> None:
    """Write the file; set twice, because the contents page names pages that come after it."""
    _set(minutes, path, _set(minutes, path, {}))


def _set(minutes: Minutes, path: Path, starts: dict[str, int]) -> dict[str, int]:
    day = minutes.date
    part = ["Åbent referat"]

    def head(page: Page) -> None:
        left = _MARGIN
        page.canvas.setFont("Helvetica-Bold", 9)
        page.canvas.drawString(left, HEIGHT - 40, minutes.committee)
        page.canvas.setFont("Helvetica", 9)
        page.canvas.drawString(left, HEIGHT - 52, "Referat")
        page.canvas.drawString(left, HEIGHT - 64, part[0])
        page.canvas.drawString(left, HEIGHT - 76, f"Dato: {day:%d.%m.%Y}")
        page.canvas.drawString(left, HEIGHT - 88, f"Side {page.number}")

    title = f"Referat {minutes.committee} {day:%d.%m.%Y}"
    page = Page(path, title, margin=_MARGIN, top=HEIGHT - 120, bottom=70, head=head)
    _cover(page, minutes)
    page.turn()
    page.text("INDHOLDSFORTEGNELSE", font=BOLD, size=12, after=10)
    page.text("Åbent referat", font=BOLD, after=4)
    for item in minutes.items:
        if not item.closed:
            page.contents_line(_numbered(item, contents=True), starts.get(item.number, 0), dots=False)
    page.text("Lukket referat", font=BOLD, after=4)
    for item in minutes.items:
        if item.closed:
            page.contents_line(_numbered(item, contents=True), starts.get(item.number, 0), dots=False)
    page.turn()
    found: dict[str, int] = {}
    for item in minutes.items:
        if item.closed and part[0] != "Lukket referat":
            part[0] = "Lukket referat"
            page.turn()
            page.text("Lukket referat", font=BOLD, size=12, after=8)
        found[item.number] = _item(page, item, minutes)
    page.save()
    return found


def _cover(page: Page, minutes: Minutes) -> None:
    day = minutes.date
    page.y -= 60
    page.text("Referat", font=BOLD, size=18, after=6)
    page.text(minutes.committee, font=BOLD, size=14, after=6)
    page.text(f"{WEEKDAYS[day.weekday()]} den {long_date(day)}, kl. {minutes.time}", size=11)
    page.text(minutes.place, size=11, after=12)
    page.text("Åbent referat", size=11, after=16)
    for name, people in (("Tilstede", minutes.members), ("Afbud/Fraværende", minutes.absent)):
        page.text(name, font=BOLD)
        for person in people:
            page.text(person)
        page.y -= 8
    if minutes.secretary:
        page.text("Sekretær", font=BOLD)
        page.text(minutes.secretary)


def _item(page: Page, item: Item, minutes: Minutes) -> int:
    page.text(_numbered(item), font=BOLD, size=12, keep=3, after=2)
    start = page.number
    if item.case_no:
        page.text(f"Sagsnr.: {item.case_no}", size=9)
    if item.document_no:
        page.text(f"Dok.nr.: {item.document_no}", size=9)
    page.y -= 8
    for section in item.sections:
        heading = section.heading
        if heading == "Beslutning":
            heading = (
                f"{genitive(minutes.committee)} beslutning den {minutes.date:%d.%m.%Y} Punkt {item.number}"
            )
        if heading:
            page.text(heading, font=BOLD, keep=2)
        for block in section.blocks:
            page.block(block, after=3)
        page.y -= 7
    page.y -= 14
    return start


def _numbered(item: Item, *, contents: bool = False) -> str:
    closed = "Lukket punkt - " if item.closed else ""
    title = plain(item.contents_title) if contents else item.title
    return f"{item.number}. {closed}{title}"
