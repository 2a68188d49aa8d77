"""What higher floors have to say when a meeting changes its state.

A guard runs inside the move, before it is written: it may refuse by raising, or do what follows
(pause the clock). Floors register theirs in ``ready()``::

    @guards_moves
    def no_open_vote(actor: Person, meeting: Meeting, to: str) -> None: ...
"""

from collections.abc import Callable

from meetings.models import Meeting
from people.models import Person

Guard = Callable[[Person, Meeting, str], None]
_guards: list[Guard] = []


def guards_moves(guard: Guard) -> Guard:
    """Register a guard."""
    _guards.append(guard)
    return guard


def ask_guards(actor: Person, meeting: Meeting, to: str) -> None:
    """Let every guard look at a move that is about to happen."""
    for guard in _guards:
        guard(actor, meeting, to)
