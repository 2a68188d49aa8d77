"""State machines are tables: from each state, the states it may become."""

from collections.abc import Mapping
from typing import Protocol

from django.db.models import TextChoices

from core.errors import WrongMove

Moves = Mapping[str, frozenset[str]]


class Stateful(Protocol):
    """Anything that has a state."""

    state: str


def may_move(moves: Moves, here: str, there: str) -> bool:
    """Tell whether the table has a step from ``here`` to ``there``."""
    return there in moves.get(here, frozenset())


def move(thing: Stateful, there: TextChoices, *, moves: Moves) -> None:
    """Set the state of ``thing``, or raise ``WrongMove``. Saving is the caller's."""
    if not may_move(moves, thing.state, there.value):
        here = type(there)(thing.state)
        raise WrongMove(here=here.label, there=there.label)
    thing.state = there.value
