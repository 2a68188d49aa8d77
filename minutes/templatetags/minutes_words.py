"""Filters of the written minutes: moments kept as text, people with their office, paragraphs."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django import template
from django.utils import timezone

register = template.Library()
LAST_PADDED_MONTH = 2


@register.filter
def when(value: str | None) -> datetime | None:
    """Read a moment that the record keeps as ISO 8601."""
    return datetime.fromisoformat(value) if value else None


@register.filter
def utc(value: str | None) -> str:
    """Write a moment as the metadata of a PDF want it."""
    moment = when(value) or datetime(2000, 1, 1, tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@register.filter
def written_day(value: datetime | None) -> str:
    """Write “ngày 03 tháng 02 năm 2020”: only January and February get a zero."""
    if value is None:
        return ""
    day = timezone.localtime(value)
    month = f"{day.month:02d}" if day.month <= LAST_PADDED_MONTH else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


@register.filter
def named(one: Mapping[str, str]) -> str:
    """Write a person with his or her office."""
    return ", ".join(part for part in (one.get("name", ""), one.get("office", "")) if part)


@register.filter
def ended(text: str) -> str:
    """Close a sentence that has no sign at its end."""
    return text if text.rstrip("”\"'»").endswith((".", "?", "!", "…")) else f"{text}."


@register.filter
def lines(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [line.strip() for line in text.splitlines() if line.strip()]
