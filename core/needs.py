"""What needs a person now: each app tells what it knows, the home page asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

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
    kind: str = ""
    late: bool = False


Provider = Callable[[Any], Iterable[Need]]
_providers: list[tuple[str, Provider]] = []


def needs_me(kind: str) -> Callable[[Provider], Provider]:
    """Register a function that tells what needs a person, all of one kind."""

    def register(provider: Provider) -> Provider:
        _providers.append((kind, provider))
        return provider

    return register


def needs_of(person: Any) -> list[Need]:
    """Return all that needs ``person``, soonest first, undated last."""
    found = [replace(need, kind=kind) for kind, provider in _providers for need in provider(person)]
    return sorted(found, key=lambda n: (not n.when, n.when.timestamp() if n.when else 0, n.step))
