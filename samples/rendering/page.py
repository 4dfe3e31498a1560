"""Text set on PDF pages: lines filled and hyphenated, tables, page heads, the same bytes every time.

ReportLab's ready-made layouts do not hyphenate at marked places, and their streams are deflated, so
that the bytes differ between builds of zlib; here every line is set by hand and left uncompressed.
"""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from rendering.source import BREAK, Block, plain

__all__ = ["Page"]

WIDTH, HEIGHT = A4
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
_COLUMN_GAP = 10


class Page:
    """A growing PDF with a cursor; all lengths are points, ``y`` counts up from the bottom."""

    def __init__(
        self,
        path: Path,
        title: str,
        *,
        margin: float,
        top: float,
        bottom: float,
        head: Callable[["Page"], None],
        foot: Callable[["Page"], None] | None = None,
    ) -> None:
        """``head`` is drawn when a page begins, ``foot`` when it is full."""
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=0)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Tranevig Kommune (opdigtet)")
        self.canvas.setProducer("samples/make_samples.py")
        self.margin, self.top, self.bottom = margin, top, bottom
        self.number = 1
        self._head, self._foot = head, foot
        self.y = top
        head(self)

    def turn(self) -> None:
        """Begin a new page."""
        self._end()
        self.number += 1
        self.y = self.top
        self._head(self)

    def save(self) -> None:
        """Write the file."""
        self._end()
        self.canvas.save()

    def line(self, text: str, *, x: float = 0, font: str = REGULAR, size: float = 10) -> None:
        """One line at the cursor, without moving it."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(self.margin + x, self.y, text)

    def text(
        self,
        text: str,
        *,
        indent: float = 0,
        font: str = REGULAR,
        size: float = 10,
        keep: int = 0,
        after: float = 0,
    ) -> None:
        """A paragraph filled over lines; ``keep`` is how many lines more must fit on this page."""
        leading = size * 1.32
        for row in filled(text, font, size, WIDTH - 2 * self.margin - indent):
            self._room(leading * (1 + keep))
            self.line(row, x=indent, font=font, size=size)
            self.y -= leading
        self.y -= after

    def block(self, block: Block, *, after: float = 6) -> None:
        """A paragraph, bullet or table."""
        if block.rows:
            self._table(block.rows)
            self.y -= after
        elif block.bullet:
            self._room(13.2)
            self.line("\u2022", x=8)
            self.text(block.text, indent=22, after=after / 2)
        else:
            self.text(block.text, after=after)

    def contents_line(self, title: str, number: int | None, *, dots: bool) -> None:
        """One line of a contents page, its page number at the right."""
        size, right = 10, WIDTH - 2 * self.margin
        figure = "" if number is None else str(number)
        rows = filled(title, REGULAR, size, right - 40)
        for row in rows[:-1]:
            self.text(row)
        self._room(size * 1.32)
        last = rows[-1]
        if dots:
            room = right - 16 - stringWidth(last, REGULAR, size)
            last += "." * int(room / stringWidth(".", REGULAR, size))
        self.line(last)
        self.canvas.drawRightString(WIDTH - self.margin, self.y, figure)
        self.y -= size * 1.7

    def _end(self) -> None:
        if self._foot:
            self._foot(self)
        self.canvas.showPage()

    def _table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        columns = len(rows[0])
        first = 0.4 if columns > 2 else 0.6
        total = WIDTH - 2 * self.margin
        widths = [total * first] + [total * (1 - first) / (columns - 1)] * (columns - 1)
        for place, row in enumerate(rows):
            font = BOLD if place == 0 else REGULAR
            cells = [
                filled(cell, font, 9, width - _COLUMN_GAP) for cell, width in zip(row, widths, strict=True)
            ]
            height = max(map(len, cells)) * 12.0
            self._room(height)
            x = 0.0
            for cell, width in zip(cells, widths, strict=True):
                self.canvas.setFont(font, 9)
                for number, text in enumerate(cell):
                    self.canvas.drawString(self.margin + x, self.y - 12.0 * number, text)
                x += width
            self.y -= height + 3

    def _room(self, height: float) -> None:
        if self.y - height < self.bottom:
            self.turn()


def filled(text: str, font: str, size: float, width: float) -> list[str]:
    """The text as lines no wider than ``width``, words broken at marks and after hyphens."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        pending = word
        while pending:
            joined = f"{row} {plain(pending)}" if row else plain(pending)
            if stringWidth(joined, font, size) <= width:
                row, pending = joined, ""
                continue
            head, tail = _broken(pending, row, font, size, width)
            if head:
                row = f"{row} {head}" if row else head
            elif not row:  # a single word wider than the line stands out
                head, tail = plain(pending), ""
                row = head
            rows.append(row)
            row, pending = "", tail
    return [*rows, row] if row or not rows else rows


def _broken(word: str, row: str, font: str, size: float, width: float) -> tuple[str, str]:
    """The longest head of the word that still fits behind ``row``, and the rest."""
    best = ("", word)
    for place, mark in enumerate(word):
        if mark == BREAK:
            head, tail = plain(word[:place]) + "-", word[place + 1 :]
        elif mark == "-" and 0 < place < len(word) - 1 and not word[place + 1].isdigit():
            head, tail = plain(word[: place + 1]), word[place + 1 :]
        else:
            continue
        joined = f"{row} {head}" if row else head
        if stringWidth(joined, font, size) <= width:
            best = (head, tail)
    return best
