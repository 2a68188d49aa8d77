"""The page of a submission, like the cover of a file: facts, the next deed, opinions, timeline."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from agendas.actions import checkpoints_of
from agendas.actions.submissions import WRITABLE
from agendas.guards import missing_in
from agendas.models import Advice, Checkpoint, Item, Submission
from agendas.policies import SubmissionPolicy, items_visible_to
from agendas.states import Route, SubmissionState
from agendas.submissions.standing import standing_item
from agendas.submissions.turns import Step, turn_of
from agendas.submissions.words import Told, timeline_of
from agendas.timing import due_at
from core.clock import now
from core.dates import near
from meetings.turns import Turn
from people.models import Person

S = SubmissionState


@dataclass(frozen=True, kw_only=True)
class Deed:
    """The next deed: a page to go to, or a step sent at once, and what it will cause."""

    word: str
    icon: str
    url: str
    note: str = ""
    sends: bool = False


@dataclass(frozen=True)
class Opinion:
    """The latest asking of an agency, and how many came before it."""

    advice: Advice
    earlier: list[Advice]

    @property
    def state(self) -> str:
        if self.advice.is_outdated:
            return "outdated"
        if self.advice.is_answered:
            return "answered"
        return "overdue" if now() > self.advice.due_at else "unanswered"

    @property
    def turn(self) -> Turn | None:
        """Return whose move it is: the asked agency's, or of those who may ask again."""
        if not self.advice.is_answered:
            words = _("%(agency)s · to answer") % {"agency": self.advice.agency.short_here}
            return Turn(words, self.advice.due_at)
        return Turn(_("To be asked again")) if self.advice.is_outdated else None


class Cover:
    """Everything one person sees on a submission's page."""

    def __init__(self, person: Person, submission: Submission) -> None:
        self.person = person
        self.submission = submission
        self.policy = SubmissionPolicy(person, submission)

    @cached_property
    def item(self) -> Item | None:
        """Return the item it is dealt with as, where it stands on an agenda."""
        return standing_item(self.submission)

    @cached_property
    def sees_item(self) -> bool:
        seen = items_visible_to(self.person)
        return self.item is not None and seen.filter(pk=self.item.pk).exists()

    @cached_property
    def turn(self) -> Step:
        return turn_of(self.submission, placed=self.item is not None)

    @property
    def is_written(self) -> bool:
        return self.policy.may_write and self.submission.state in WRITABLE

    @property
    def may_withdraw(self) -> bool:
        is_over = self.submission.state == S.WITHDRAWN
        return self.policy.may_withdraw and not is_over and self.item is None

    @property
    def may_ask(self) -> bool:
        return self.policy.may_ask_advice and self.submission.state != S.WITHDRAWN

    @cached_property
    def opinions(self) -> list[Opinion]:
        """Return each agency's latest asking, in protocol order."""
        by_agency: dict[int, list[Advice]] = {}
        advices = self.submission.advices.select_related("agency", "answered_by", "asked_by")
        for advice in advices.order_by("agency__order", "agency_id", "-round"):
            by_agency.setdefault(advice.agency_id, []).append(advice)
        return [Opinion(first, rest) for first, *rest in by_agency.values()]

    @property
    def counts(self) -> dict[str, int]:
        """Count the opinions by how they stand."""
        states = [opinion.state for opinion in self.opinions]
        return {
            state: states.count(state)
            for state in ("answered", "unanswered", "overdue", "outdated")
        }

    @cached_property
    def to_answer(self) -> Advice | None:
        """Return the open asking of the reader's own agency."""
        if self.submission.state == S.WITHDRAWN:
            return None
        latest = [opinion.advice for opinion in self.opinions if not opinion.advice.is_answered]
        return next((one for one in latest if self.policy.may_answer(one)), None)

    @property
    def timeline(self) -> list[Told]:
        return list(timeline_of(self.submission))

    @property
    def checks(self) -> list[tuple[Checkpoint, str]]:
        """Return the questions of the check with the answers given."""
        answers = self.submission.checklist
        if not answers:
            return []
        return [(point, answers.get(point.code, "")) for point in checkpoints_of(self.submission)]

    @cached_property
    def deed(self) -> Deed | None:
        """Return the one next deed of the reader."""
        if self.is_written:
            return self._to_lodge()
        if self.to_answer:
            url = reverse("papers:answer", args=[self.to_answer.pk])
            return Deed(word=_("Give the opinion"), icon="message", url=url, note=self._until())
        return self._at_the_desk()

    def _until(self) -> str:
        due = self.to_answer.due_at if self.to_answer else None
        return _("Asked until %(due)s.") % {"due": near(due)}

    def _to_lodge(self) -> Deed:
        if missing_in(self.submission):
            url = reverse("papers:attach", args=[self.submission.pk])
            note = _("It can be lodged when nothing is missing any more.")
            return Deed(word=_("Add a paper"), icon="upload", url=url, note=note)
        due = due_at(self.submission.body, "submission_check", now())
        note = _("The secretariat checks it until %(due)s.") % {"due": near(due)}
        return Deed(word=_("Lodge"), icon="send", url=self._url("lodge"), note=note, sends=True)

    def _at_the_desk(self) -> Deed | None:
        state, policy = self.submission.state, self.policy
        if state == S.LODGED and policy.may_check:
            return Deed(word=_("Check"), icon="file-check", url=self._url("check"))
        routes = state == S.ACCEPTED or self.submission.route == Route.PRELIMINARY
        if routes and policy.may_route:
            return Deed(word=_("Route"), icon="send", url=self._url("route"))
        if self.turn.who != "nobody" and self.submission.route == Route.SESSION:
            return self._to_place()
        return None

    def _to_place(self) -> Deed | None:
        word = _("Put on an agenda")
        url = self._url("place")
        return Deed(word=word, icon="agenda", url=url) if self.policy.may_place else None

    def _url(self, step: str) -> str:
        return reverse(f"agendas:submission_{step}", args=[self.submission.pk])
