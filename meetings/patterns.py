"""Titles with gaps, as ``Phiên họp tháng {month}/{year}``, filled for the day of a session.

A regular session is often called after the month before it, which it deals with: ``{previous_month}``
and ``{year_of_previous_month}``.
"""

import re
from datetime import date, timedelta

from core.dates import written_month

GAP = re.compile(r"\{(\w*)\}")
MONTH_OF_YEAR = re.compile(r"(?<![\d/])(\d{1,2})(\s*/\s*|\s+năm\s+)(\d{4})(?!\d)")
MONTHS = frozenset({"month", "year", "previous_month", "year_of_previous_month"})
NUMBERED = MONTHS | {"number"}


def filled(pattern: str, day: date, number: int | None = None) -> str:
    """Return the title of a session held on a day; a gap nobody knows stays as it is."""
    before = day.replace(day=1) - timedelta(days=1)
    words = {
        "month": written_month(day.month),
        "year": str(day.year),
        "previous_month": written_month(before.month),
        "year_of_previous_month": str(before.year),
    }
    if number is not None:
        words["number"] = f"{number:02d}"
    return GAP.sub(lambda gap: words.get(gap[1], gap[0]), pattern)


def without_gaps(pattern: str) -> str:
    """Return a pattern to be read: each gap is an ellipsis."""
    return GAP.sub("…", pattern)


def unknown_gaps(pattern: str, known: frozenset[str]) -> list[str]:
    """Return the gaps of a pattern that cannot be filled."""
    return [gap[0] for gap in GAP.finditer(pattern) if gap[1] not in known]


def pattern_of(title: str, day: date) -> str:
    """Return a title with gaps for its month and year, where it names those of the day."""
    before = day.replace(day=1) - timedelta(days=1)

    def gap(found: re.Match[str]) -> str:
        named = (int(found[1]), int(found[3]))
        if named == (day.month, day.year):
            return f"{{month}}{found[2]}{{year}}"
        if named == (before.month, before.year):
            return f"{{previous_month}}{found[2]}{{year_of_previous_month}}"
        return found[0]

    return MONTH_OF_YEAR.sub(gap, title)
