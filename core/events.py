"""What happened, told in the past tense and in few words."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a meeting; its facts are ids and plain values."""

    name: ClassVar[str]
    meeting_id: int

    @property
    def room(self) -> str:
        return f"meeting.{self.meeting_id}"

    def facts(self) -> dict[str, Any]:
        """Return all fields but the meeting, ready for JSON."""
        facts = asdict(self)
        del facts["meeting_id"]
        return facts
