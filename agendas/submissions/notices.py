"""Who is told of the steps of a submission: whose move it is next, and the agency it belongs to.

Of a secret matter nothing is told but its number and neutral title; of a restricted item no mail
says a word. Links lead to the submission, which its people may see, never to an agenda.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.models import Advice, Item, Submission
from agendas.policies import items_visible_to
from agendas.states import Answer, Route
from core.dates import near, short_day
from meetings.policies import meetings_visible_to
from people.models import Person, Role
from people.notices.kinds import kind
from people.notices.telling import Words, notify
from people.policies import agencies_of, clerks_of, holders_of

DESK = kind("submission.desk", _("Submissions that wait for me"))
STEP = kind("submission.step", _("Steps of my agency's submissions"))
ASKED = kind("advice.asked", _("Opinions asked of my agency"))
ANSWERED = kind("advice.answered", _("Opinions of other agencies"), mail="digest")
More = str | Callable[[], str]


@dataclass(frozen=True)
class News:
    """One thing that is told of a submission; ``more`` is said in the language of each reader."""

    submission: Submission
    said: Promise
    more: More = ""
    url: str = ""

    def words(self) -> Words:
        title = f"{self.said}: {self.submission.title}"
        if self.submission.is_paper_only:
            return title, ""
        return title, self.more() if callable(self.more) else self.more

    def tell(self, readers: Iterable[Person], code: str, *, actor: Person | None = None) -> None:
        """Tell all but who did it."""
        key = self.submission.pk
        notify(
            [reader for reader in readers if reader != actor],
            kind=code,
            say=self.words,
            url=self.url or reverse("agendas:submission", args=[key]),
            room=f"submission.{key}",
            restricted=self._is_closed,
        )

    @property
    def _is_closed(self) -> bool:
        """Tell whether the matter is, or was, a restricted item of an agenda."""
        matter = self.submission.matter_id
        return Item.objects.filter(matter=matter, restricted=True).exists()


def tell_lodged(actor: Person, submission: Submission) -> None:
    """Tell the secretariat that there is a submission to check."""
    News(submission, _("To be checked")).tell(desk_of(submission), DESK, actor=actor)


def tell_returned(actor: Person, submission: Submission) -> None:
    """Tell the agency's clerks, with the reason."""
    news = News(submission, _("Returned to be mended"), submission.returned_for)
    news.tell(clerks_of(submission.agency), STEP, actor=actor)


def tell_accepted(actor: Person, submission: Submission) -> None:
    """Tell the chair that there is a way to decide on, and the agency how far it is."""
    News(submission, _("To be routed")).tell(chair_of(submission), DESK, actor=actor)
    news = News(submission, _("Accepted; it waits for the chair"))
    news.tell(clerks_of(submission.agency), STEP, actor=actor)


def tell_routed(actor: Person, submission: Submission) -> None:
    """Tell the secretariat what is to follow, and the agency which way it goes."""
    route = Route(submission.route)
    is_placed_next = route == Route.SESSION
    said = _("To be put on an agenda") if is_placed_next else _("To be followed up")
    news = News(submission, said, lambda: str(route.label))
    news.tell(desk_of(submission), DESK, actor=actor)
    news = News(submission, _("Routed by the chair"), lambda: str(route.label))
    news.tell(clerks_of(submission.agency), STEP, actor=actor)


def tell_withdrawn(actor: Person, submission: Submission) -> None:
    """Tell those who had it before them that the agency has taken it back."""
    if submission.lodged_at is not None:
        news = News(submission, _("Withdrawn by its agency"), submission.withdrawn_for)
        news.tell([*desk_of(submission), *chair_of(submission)], DESK, actor=actor)


def tell_placed(actor: Person, submission: Submission, item: Item) -> None:
    """Tell the agency at which session it is to be dealt with."""
    said = _("Put on the draft of an agenda")
    news = News(submission, said, _session(item))
    news.tell(clerks_of(submission.agency), STEP, actor=actor)


def tell_taken_off(actor: Person, item: Item, *, reason: str = "") -> None:
    """Tell the agency that the session does not deal with it; why, to those who see the item."""
    submission = _submission_of(item)
    if submission is None:
        return
    for clerk in clerks_of(submission.agency):
        sees = items_visible_to(clerk).filter(pk=item.pk).exists()
        more = _session(item, reason if sees else "")
        news = News(submission, _("Taken off the agenda"), more)
        news.tell([clerk], STEP, actor=actor)


def tell_deferred(actor: Person, item: Item, after: Item) -> None:
    """Tell the agency that it was deferred; to which session, to those who may know of it."""
    submission = _submission_of(item)
    if submission is None:
        return
    for clerk in clerks_of(submission.agency):
        sees = meetings_visible_to(clerk).filter(pk=after.meeting_id).exists()
        said, more = _("Deferred to another session"), _session(after) if sees else ""
        news = News(submission, said, more)
        news.tell([clerk], STEP, actor=actor)


def tell_asked(actor: Person, advice: Advice, *, again: bool) -> None:
    """Tell the asked agency what it is asked, and until when."""
    said = _("Asked again for an opinion") if again else _("Asked for an opinion")
    news = News(advice.submission, said, lambda: until(advice), answer_page(advice))
    news.tell(clerks_of(advice.agency), ASKED, actor=actor)


def tell_answered(actor: Person, advice: Advice) -> None:
    """Tell those who asked what the agency answers."""
    label = Answer(advice.answer).label
    news = News(advice.submission, _("An opinion was given"), lambda: f"{advice.agency}: {label}")
    news.tell(askers_of(advice), ANSWERED, actor=actor)


def tell_outdated(actor: Person, advice: Advice) -> None:
    """Tell both sides that the opinion speaks of a paper that was replaced."""
    said = _("A paper was replaced; an opinion is outdated")
    news = News(advice.submission, said, lambda: str(advice.agency))
    news.tell([*askers_of(advice), *clerks_of(advice.agency)], ANSWERED, actor=actor)


def askers_of(advice: Advice) -> list[Person]:
    """Return those who wait for an opinion: the agency that lodges, or the secretariat.

    Of a draft the secretariat knows nothing, whoever asked.
    """
    submission = advice.submission
    is_draft = submission.lodged_at is None
    is_own = is_draft or agencies_of(advice.asked_by).filter(pk=submission.agency_id).exists()
    return clerks_of(submission.agency) if is_own else desk_of(submission)


def desk_of(submission: Submission) -> list[Person]:
    """Return the secretariat of the body."""
    return holders_of(submission.body_id, Role.SECRETARY)


def chair_of(submission: Submission) -> list[Person]:
    """Return who routes submissions to the body."""
    return holders_of(submission.body_id, Role.CHAIR)


def until(advice: Advice) -> str:
    """Say until when an opinion is asked, and what is asked."""
    told = _("Asked until %(due)s.") % {"due": near(advice.due_at)}
    return "\n".join(filter(None, [str(told), advice.question]))


def answer_page(advice: Advice) -> str:
    """Return where the opinion is given."""
    return reverse("papers:answer", args=[advice.pk])


def _session(item: Item, reason: str = "") -> Callable[[], str]:
    day = short_day(item.meeting.starts_at)

    def said() -> str:
        told = _("Session of %(day)s") % {"day": day}
        return "\n".join(filter(None, [str(told), reason]))

    return said


def _submission_of(item: Item) -> Submission | None:
    found = Submission.objects.filter(matter=item.matter_id)
    return found.select_related("agency").first()
