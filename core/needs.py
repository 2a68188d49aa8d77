"""What needs a person now: each app tells what it knows, the home page asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from people.models import Person

Group = Literal["now", "week", "waiting"]


@dataclass(frozen=True, kw_only=True)
class Need:
    """One row of the home page: a verb, a thing, a moment. Of one moment the lower step comes first."""

    title: str
    url: str
    verb: str
    group: Group = "now"
    when: datetime | None = None
    detail: str = ""
    step: int = 0
    late: bool = False


Provider = Callable[["Person"], Iterable[Need]]
_providers: list[Provider] = []


def needs_me(provider: Provider) -> Provider:
    """Register a function that tells what needs a person."""
    _providers.append(provider)
    return provider


def needs_of(person: "Person") -> list[Need]:
    """Return all that needs ``person``, soonest first, undated last."""
    found = [need for provider in _providers for need in provider(person)]
    return sorted(found, key=_soonest)


def _soonest(need: Need) -> tuple[bool, float, int]:
    return need.when is None, need.when.timestamp() if need.when else 0, need.step
