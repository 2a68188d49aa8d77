"""When a paper is late."""

from datetime import datetime

from agendas.lateness import limit


def is_late(made_at: datetime, starts_at: datetime) -> bool:
    """Tell whether a paper came after the limit."""
    return made_at > limit(starts_at)
