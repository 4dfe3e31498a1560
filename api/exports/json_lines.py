"""Findings as lines of JSON: each the object that the search itself gives, with its permanent link."""

import json
from collections.abc import Callable, Iterable

from api.schemas.search import FindingOut
from qa.answer import Quote
from qa.searching import Finding

__all__ = ["as_json_lines"]


def as_json_lines(findings: Iterable[Finding], link_of: Callable[[Quote], str | None]) -> str:
    """One object a line."""
    return "".join(
        json.dumps(
            FindingOut.of(finding).model_dump(mode="json", by_alias=True) | {"link": link_of(finding.quote)},
            ensure_ascii=False,
        )
        + "\n"
        for finding in findings
    )
