"""When two names that are written differently are the same: case numbers and names of bodies."""

import re

from indexer.source_text import fold

__all__ = ["case_key", "name_key"]


_YEAR_AND_SERIAL = re.compile(r"^(?:[a-zæøå]{1,6}-)?(?:19|20)?(\d\d)[-/](\d{2,8})$")
"""Year (two or four digits) and serial number, perhaps behind the letters of the system that gave it."""


def case_key(case_no: str) -> str:
    """What case numbers are compared by.

    White space and case do not count. Most systems number a case by year and serial, and people
    write that in many ways: "2023-004410", "23/4410" and "EMN-2023-004410" are one case.
    """
    bare = "".join(case_no.split()).casefold()
    match = _YEAR_AND_SERIAL.match(bare)
    return f"{match[1]}/{int(match[2])}" if match else bare


def name_key(name: str) -> str:
    """What names of committees and municipalities are compared by: white space folded, no case."""
    return fold(name).casefold()
