"""What a question or search must be before any work is done on it, for HTTP and command line alike."""

import datetime as dt

from api.errors import BadRequest

__all__ = ["check_dates", "check_words"]


def check_words(name: str, words: str, limit: int) -> str:
    """``words`` trimmed.

    Raises:
        BadRequest: blank, or longer than ``limit`` characters; ``name`` says what of.
    """
    words = words.strip()
    if not words:
        raise BadRequest(f"{name} is blank; write what to look for.")
    if len(words) > limit:
        raise BadRequest(f"{name} is {len(words):,} characters long; at most {limit:,} are taken.")
    return words


def check_dates(first: dt.date | None, last: dt.date | None) -> None:
    """Raises ``BadRequest`` when the first day is after the last."""
    if first and last and first > last:
        raise BadRequest(f"from ({first}) is after to ({last}); no meeting can match.")
