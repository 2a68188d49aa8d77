"""The draft: what the record says, in the order in which it happened."""

from django.utils import translation

from meetings.models import Meeting
from minutes.drafting.frame import attendance, closing, opening
from minutes.drafting.matters import adopted, breaks, debated, left_over, restricted
from minutes.drafting.source import Part, Source


def draft(meeting: Meeting) -> list[Part]:
    """Return the parts of the minutes of a meeting. The document is Vietnamese by law."""
    with translation.override("vi"):
        source = Source.of(meeting)
        matters = [*adopted(source), *debated(source), *breaks(source)]
        return [
            opening(source),
            attendance(source),
            *sorted(matters, key=lambda part: part.at),
            *left_over(source),
            *restricted(source),
            closing(source),
        ]
