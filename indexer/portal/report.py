"""What a run of ``fetch`` tells the person who started it."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["FetchFailure", "FetchReport"]


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A meeting or paper that could not be had, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class FetchReport:
    """The outcome of one run over a portal.

    ``listed`` counts the portal's meetings, ``chosen`` those this run was about; of these ``new`` and
    ``changed`` were written, ``unchanged`` held, ``unpublished`` are listed but not given out. ``removed``
    counts meetings whose files were removed because the portal withdrew them. ``papers`` counts PDFs
    written. ``stopped`` says why the run ended early; ``remaining`` meetings are for the next one.
    """

    portal: str
    folder: Path
    listed: int
    chosen: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    unpublished: int = 0
    removed: int = 0
    papers: int = 0
    remaining: int = 0
    requests: int = 0
    seconds: float = 0.0
    failures: tuple[FetchFailure, ...] = ()
    warnings: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    stopped: str | None = None
    interrupted: bool = False

    @property
    def meetings(self) -> Path:
        """The folder that is indexed."""
        from indexer.portal.folder import MEETINGS

        return self.folder / MEETINGS
