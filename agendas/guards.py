"""What higher floors have to say before an item leaves the floor or a submission is lodged, and after.

@guards_items
def no_open_vote(item: Item) -> None: ...   # raises a refusal, or lets pass
"""

from collections.abc import Callable, Iterable

from agendas.models import Item, Submission

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


Check = Callable[[Submission], Iterable[str]]
_checks: list[Check] = []


def checks_submissions(check: Check) -> Check:
    """Register what tells in sentences what a submission still lacks before it can be lodged."""
    _checks.append(check)
    return check


def missing_in(submission: Submission) -> list[str]:
    """Return all that a submission lacks, so that it is said at once."""
    return [sentence for check in _checks for sentence in check(submission)]


def follows_deferral(follower: Follower) -> Follower:
    """Register what follows when an item goes on as another at the next session."""
    _followers.append(follower)
    return follower


def tell_followers(before: Item, after: Item) -> None:
    """Let what belongs to an item follow it to the session it was deferred to."""
    for follower in _followers:
        follower(before, after)
