"""The register as one person sees it: by whose move it is, what is late told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.models import Advice, Submission
from agendas.states import Route, SubmissionState
from agendas.submissions.standing import standing_items
from agendas.submissions.turns import Step, turn_of
from agendas.timing import Limits
from core.clock import now
from people.models import Person, Role
from people.policies import offices_of

S = SubmissionState
FAR = datetime.max.replace(tzinfo=UTC)
NEWEST = 50
TITLES: dict[str, str | Promise] = {
    "mend": _("Mine to write or mend"),
    "answer": _("Asked for an opinion"),
    "check": _("To check"),
    "route": _("To route"),
    "place": _("To put on an agenda"),
    "waiting": _("Waiting for others"),
    "done": _("Done"),
}


@dataclass(frozen=True)
class Row:
    """One submission, whose move it is, and the reader's own time where an opinion is asked."""

    submission: Submission
    turn: Step
    advice: Advice | None = None

    @property
    def words(self) -> str | Promise:
        """Say whose move it is; to an agency that is asked, its own."""
        return _("Your agency is asked for its opinion") if self.advice else self.turn.words

    @property
    def due(self) -> datetime | None:
        return self.advice.due_at if self.advice else self.turn.due

    @property
    def is_late(self) -> bool:
        return self.due is not None and now() > self.due


@dataclass(frozen=True)
class Group:
    """The submissions that wait for the same thing."""

    key: str
    rows: list[Row] = field(default_factory=list)
    total: int | None = None

    @property
    def count(self) -> int:
        """Return how many there are, shown or not."""
        return len(self.rows) if self.total is None else self.total

    @property
    def is_ticked(self) -> bool:
        """Tell whether a deed may be done on several of them at once."""
        return self.key in {"route", "place"}

    @property
    def title(self) -> str:
        return str(TITLES[self.key])


@dataclass(frozen=True)
class Wish:
    """What is asked of whose move it is: late ones only, one's own moves, another's, nobody's."""

    late: bool = False
    move: str = ""

    @property
    def is_any(self) -> bool:
        return not (self.late or self.move)


ANY, ONLY_DONE = Wish(), Wish(move="nobody")


class Reader:
    """What a person is for submissions: of which agencies, chair and secretary of which bodies."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.offices = offices_of(person)
        self.limits = Limits()

    @property
    def agencies(self) -> frozenset[int]:
        return self.offices.agencies

    @cached_property
    def asked(self) -> dict[int, Advice]:
        """Return the open askings of the reader's agencies by the key of the submission."""
        if not self.agencies:
            return {}
        waiting = Advice.objects.filter(agency__in=self.agencies, answered_at__isnull=True)
        return {one.submission_id: one for one in waiting.exclude(submission__state=S.WITHDRAWN)}

    @cached_property
    def chairs(self) -> set[int]:
        return self.offices.bodies(Role.CHAIR)

    @cached_property
    def secretary(self) -> set[int]:
        return self.offices.bodies(Role.SECRETARY)

    def fits(self, row: Row, wish: Wish) -> bool:
        """Tell whether a row that waits for somebody is what is asked for."""
        if wish.late and not row.is_late:
            return False
        if wish.move == "mine":
            return self.group_of(row) not in {"waiting", "done"}
        return wish.move in {"", row.turn.who}

    def group_of(self, row: Row) -> str:
        """Return the list a submission stands in for this reader."""
        if row.advice is not None:
            return "answer"
        if row.turn.who == "nobody":
            return "done"
        return next((key for key, is_mine in MOVES if is_mine(self, row.submission)), "waiting")


Mine = Callable[[Reader, Submission], bool]
MOVES: list[tuple[str, Mine]] = [
    ("mend", lambda r, s: s.state in {S.DRAFT, S.RETURNED} and s.agency_id in r.agencies),
    ("check", lambda r, s: s.state == S.LODGED and s.body_id in r.secretary),
    ("route", lambda r, s: s.state == S.ACCEPTED and s.body_id in r.chairs),
    ("route", lambda r, s: s.route == Route.PRELIMINARY and s.body_id in r.chairs),
    ("place", lambda r, s: s.route == Route.SESSION and s.body_id in r.secretary),
]


def lists_of(
    person: Person, seen: QuerySet[Submission], *, wish: Wish = ANY, done: bool = True
) -> list[Group]:
    """Return a person's lists in the order of need; of what is done only the newest."""
    reader = Reader(person)
    groups = {key: Group(key) for key in TITLES}
    for row in _wanted(reader, seen, wish):
        groups[reader.group_of(row)].rows.append(row)
    for group in groups.values():
        group.rows.sort(key=_soonest)
    if done and wish in {ANY, ONLY_DONE}:
        groups["done"] = _done(reader, seen)
    return [group for group in groups.values() if group.rows]


def count_of(reader: Reader, seen: QuerySet[Submission], wish: Wish) -> int:
    """Count what all lists hold together; one question, but for what the reader is asked once."""
    if wish.is_any:
        return seen.count()
    if wish == ONLY_DONE:
        return _over(reader, seen).count()
    return sum(1 for _row in _wanted(reader, seen, wish))


def _wanted(reader: Reader, seen: QuerySet[Submission], wish: Wish) -> Iterable[Row]:
    if wish.move == "nobody":
        return []
    return [row for row in _open(reader, seen) if reader.fits(row, wish)]


def _open(reader: Reader, seen: QuerySet[Submission]) -> Iterable[Row]:
    """Return what waits for somebody, or for the reader's own opinion."""
    for one in _told(seen).exclude(_is_over(), ~Q(pk__in=reader.asked)):
        yield Row(one, turn_of(one, placed=False, limits=reader.limits), reader.asked.get(one.pk))


def _over(reader: Reader, seen: QuerySet[Submission]) -> QuerySet[Submission]:
    """Return what waits for nobody any more."""
    return seen.filter(_is_over()).exclude(pk__in=reader.asked)


def _done(reader: Reader, seen: QuerySet[Submission]) -> Group:
    """Return the newest of what waits for nobody, and how many there are."""
    over = _told(_over(reader, seen)).order_by("-updated_at")
    rows = [Row(one, turn_of(one, placed=True, limits=reader.limits)) for one in over[:NEWEST]]
    return Group("done", rows, _over(reader, seen).count() if len(rows) == NEWEST else len(rows))


def _is_over() -> Q:
    return Q(state=S.WITHDRAWN) | Q(matter__in=standing_items().values("matter"))


def _told(seen: QuerySet[Submission]) -> QuerySet[Submission]:
    return seen.select_related("agency", "body", "preferred_meeting")


def _soonest(row: Row) -> tuple[datetime, int]:
    return row.due or FAR, row.submission.pk
