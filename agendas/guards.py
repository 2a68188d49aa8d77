"""What higher floors have to say before an item leaves the floor or a submission is lodged.

@guards_items
def no_open_vote(item: Item) -> None: ...   # raises a refusal, or lets pass
"""

from collections.abc import Callable, Iterable

from agendas.models import Item, Submission

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


Check = Callable[[Submission], Iterable[str]]
_checks: list[Check] = []


def checks_submissions(check: Check) -> Check:
    """Register what tells in sentences what a submission still lacks before it can be lodged."""
    _checks.append(check)
    return check


def missing_in(submission: Submission) -> list[str]:
    """Return all that a submission lacks, so that it is said at once."""
    return [sentence for check in _checks for sentence in check(submission)]
