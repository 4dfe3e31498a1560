"""When two names that are written differently are the same: case numbers and names of bodies."""

from indexer.source_text import fold

__all__ = ["case_key", "name_key"]


def case_key(case_no: str) -> str:
    """What case numbers are compared by: no white space, no difference of case ("EMN-2025-003383")."""
    return "".join(case_no.split()).casefold()


def name_key(name: str) -> str:
    """What names of committees and municipalities are compared by: white space folded, no case."""
    return fold(name).casefold()
