"""Real minutes to read, where the checkout has them; and PDFs made on the spot."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SHARED = Path(__file__).parents[4] / "shared" / "minutes"

Row = tuple[float, float, str] | tuple[float, float, str, str, float]
"""(x, y, text) in Helvetica 10, or with font name and size."""


@pytest.fixture
def real() -> Callable[[str], Path]:
    """The one real file whose name begins so; skips where there are none."""

    def find(beginning: str) -> Path:
        found = sorted(SHARED.glob(f"{beginning}*"))
        if not found:
            pytest.skip(f"no real minutes {beginning}* beside this checkout")
        return found[0]

    return find


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """A PDF of the given pages, each a list of rows."""

    def make(pages: Sequence[Sequence[Row]], *, password: str | None = None) -> bytes:
        buffer = BytesIO()
        canvas = Canvas(buffer, pagesize=A4, encrypt=password, invariant=True)
        for rows in pages:
            for row in rows:
                x, y, text = row[:3]
                font, size = row[3:] if len(row) == 5 else ("Helvetica", 10)
                canvas.setFont(font, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return make


def paragraph(lines: Sequence[str], *, top: float = 600, pitch: float = 12) -> list[Row]:
    return [(60, top - pitch * at, line) for at, line in enumerate(lines)]


@pytest.fixture(name="paragraph")
def paragraph_fixture() -> Callable[..., list[Row]]:
    """Lines under each other, 12 points apart, as rows of a page."""
    return paragraph
