"""What higher floors have to say before an item is concluded, withdrawn or deferred, and after.

@guards_items
def no_open_vote(item: Item) -> None: ...   # raises a refusal, or lets pass
"""

from collections.abc import Callable

from agendas.models import Item

Guard = Callable[[Item], None]
Follower = Callable[[Item, Item], None]
_guards: list[Guard] = []
_followers: list[Follower] = []


def guards_items(guard: Guard) -> Guard:
    """Register a guard."""
    _guards.append(guard)
    return guard


def ask_guards(item: Item) -> None:
    """Let every guard look at an item that is about to leave the floor."""
    for guard in _guards:
        guard(item)


def follows_deferral(follower: Follower) -> Follower:
    """Register what follows when an item goes on as another at the next session."""
    _followers.append(follower)
    return follower


def tell_followers(before: Item, after: Item) -> None:
    """Let what belongs to an item follow it to the session it was deferred to."""
    for follower in _followers:
        follower(before, after)
