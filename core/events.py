"""What happened, told in the past tense and in few words."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, kw_only=True)
class Told:
    """Something that happened in a room; its facts are ids and plain values."""

    name: ClassVar[str]
    about: ClassVar[str]

    @property
    def room(self) -> str:
        return f"{self.about}.{getattr(self, f'{self.about}_id')}"

    def facts(self) -> dict[str, Any]:
        """Return all fields but the room's own, ready for JSON."""
        facts = asdict(self)
        del facts[f"{self.about}_id"]
        return facts


@dataclass(frozen=True, kw_only=True)
class Event(Told):
    """Something that happened in a meeting."""

    about: ClassVar[str] = "meeting"
    meeting_id: int
