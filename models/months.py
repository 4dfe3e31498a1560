"""The Danish months, in full and shortened."""

__all__ = ["MONTHS", "MONTH_NAMES"]

MONTH_NAMES = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

_SHORT = ("jan", "feb febr", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "okt", "nov", "dec")

MONTHS = {
    name: number
    for number, (full, short) in enumerate(zip(MONTH_NAMES, _SHORT, strict=True), start=1)
    for name in (full, *short.split())
}
"""Lower-case name, without a stop → number 1 to 12."""
