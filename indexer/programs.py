"""Other people's programs that some formats need: LibreOffice for old Word files, tesseract for scans.

They are not required: what cannot be read without them is said, and the rest is read. Which ones were looked
for in vain is noted, so that a document can be read again when they have been installed.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indexer.errors import UnreadableDocument
from indexer.leash import leashed, let_go
from indexer.limits import limits

__all__ = ["LIBREOFFICE", "TESSERACT", "Program", "is_installed", "missing_programs", "run"]


@dataclass(frozen=True, slots=True)
class Program:
    """A program by the names it may have, best first, and the Debian packages it comes in.

    What it prints when asked ``question`` must hold the word ``answer``: a part of it may be missing.
    """

    name: str
    commands: tuple[str, ...]
    packages: str
    question: str = ""
    answer: str = ""

    def path(self) -> str | None:
        """Where it is; ``None``, which is noted, when it is not installed."""
        found = next((path for command in self.commands if (path := shutil.which(command))), None)
        if found is not None and self.question and self.answer not in _words_of(found, self.question):
            found = None
        if found is None and (noted := _missing.get()) is not None:
            noted.add(self.name)
        return found


LIBREOFFICE = Program(
    "LibreOffice",
    ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    "libreoffice-writer-nogui",
)
TESSERACT = Program(
    "tesseract", ("tesseract",), "tesseract-ocr tesseract-ocr-dan", question="--list-langs", answer="dan"
)
_BY_NAME = {program.name: program for program in (LIBREOFFICE, TESSERACT)}

_missing: ContextVar[set[str] | None] = ContextVar("missing", default=None)


def is_installed(name: str) -> bool:
    """Whether the program of this name is here now."""
    return name in _BY_NAME and _BY_NAME[name].path() is not None


@contextmanager
def missing_programs() -> Iterator[set[str]]:
    """The names of the programs that are looked for in vain while it lasts."""
    found: set[str] = set()
    before = _missing.set(found)
    try:
        yield found
    finally:
        _missing.reset(before)


def run(command: list[str], folder: Path, **environment: str) -> str:
    """Runs a program to its end and gives what it printed; ``folder`` is where it may leave things.

    It has the time and memory of one file (``limits``), and dies with this process. Raises
    ``UnreadableDocument`` when it takes longer.
    """
    printed = folder / "printed"
    with (
        printed.open("wb") as output,
        leashed(
            command,
            tempfile.mkdtemp(dir=folder),
            memory=limits().memory * 2**20,
            output=output.fileno(),
            environment={**os.environ, **environment},
        ) as process,
    ):
        try:
            process.wait(limits().seconds)
        except subprocess.TimeoutExpired:
            raise UnreadableDocument(
                f"{Path(command[0]).name} took longer than {limits().seconds} s over it"
            ) from None
        finally:
            let_go(process)
    return printed.read_text("utf-8", "replace")


@cache
def _words_of(program: str, question: str) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory(prefix="besluttet-", ignore_cleanup_errors=True) as name:
        return tuple(run([program, question], Path(name)).split())
