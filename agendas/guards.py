"""What higher floors have to say before an item is concluded or withdrawn.

@guards_items
def no_open_vote(item: Item) -> None: ...   # raises a refusal, or lets pass
"""

from collections.abc import Callable

from agendas.models import Item

Guard = Callable[[Item], None]
_guards: list[Guard] = []


def guards_items(guard: Guard) -> Guard:
    """Register a guard."""
    _guards.append(guard)
    return guard


def ask_guards(item: Item) -> None:
    """Let every guard look at an item that is about to leave the floor."""
    for guard in _guards:
        guard(item)
