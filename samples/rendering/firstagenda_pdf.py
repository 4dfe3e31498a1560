"""The FirstAgenda PDF: cover, contents with dot leaders, each item on a page of its own."""

from pathlib import Path

from rendering.danish import WEEKDAYS, long_date
from rendering.page import BOLD, HEIGHT, WIDTH, Page
from rendering.source import Item, Minutes, plain

__all__ = ["firstagenda_pdf"]

_CUT = 68  # characters of a title that the contents page shows


def firstagenda_pdf(minutes: Minutes, path: Path) -> None:
    """Write the file; set twice, because the contents page names pages that come after it."""
    starts, pages = _set(minutes, path, {}, 0)
    _set(minutes, path, starts, pages)


def _set(minutes: Minutes, path: Path, starts: dict[str, int], pages: int) -> tuple[dict[str, int], int]:
    day = minutes.date

    def head(page: Page) -> None:
        page.canvas.setFont("Helvetica", 8)
        if page.number > 1:
            page.canvas.drawString(60, HEIGHT - 36, f"Referat {minutes.committee} d. {day:%d-%m-%Y}")

    def foot(page: Page) -> None:
        page.canvas.setFont("Helvetica", 8)
        page.canvas.drawString(60, 30, "Tranevig Kommune")
        page.canvas.drawRightString(WIDTH - 60, 30, f"Side {page.number} af {pages}")

    title = f"Referat {minutes.committee} {day:%d-%m-%Y}"
    page = Page(path, title, margin=60, top=HEIGHT - 70, bottom=60, head=head, foot=foot)
    page.y = HEIGHT - 150
    page.text(f"REFERAT {minutes.committee} d. {day:%d-%m-%Y}", font=BOLD, size=15, after=30)
    when = f"{WEEKDAYS[day.weekday()].capitalize()} d. {long_date(day, pad=True)} kl. {minutes.time}"
    for name, value in (
        ("Mødedato", when),
        ("Mødested", minutes.place),
        ("Mødedeltagere", ", ".join(minutes.members)),
    ):
        page.line(name, font=BOLD, size=11)
        page.text(value, indent=100, size=11, after=8)
    page.turn()
    page.text("Indholdsfortegnelse", font=BOLD, size=14, after=12)
    for item in minutes.items:
        page.contents_line(_contents_title(item), starts.get(item.number, 0), dots=True)
    found: dict[str, int] = {}
    for item in minutes.items:
        page.turn()
        found[item.number] = page.number
        _item(page, item)
    page.save()
    return found, page.number


def _item(page: Page, item: Item) -> None:
    closed = "Lukket: " if item.closed else ""
    page.text(f"Punkt {item.number}: {closed}{item.title}", font=BOLD, size=14, keep=1, after=4)
    if item.case_no:
        page.text(item.case_no, after=8)
    for section in item.sections:
        page.text(section.heading, font=BOLD, size=12, keep=2, after=3)
        for block in section.blocks:
            page.block(block)
        page.y -= 6


def _contents_title(item: Item) -> str:
    title = plain(f"Lukket: {item.contents_title}" if item.closed else item.contents_title)
    return title if len(title) <= _CUT else title[:_CUT].rstrip()
