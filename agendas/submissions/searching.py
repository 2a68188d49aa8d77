"""What the register of submissions may be narrowed to, and how many a person finds."""

from typing import cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.models import Submission
from agendas.policies import submissions_visible_to
from agendas.states import ItemKind, SubmissionState, Urgency
from agendas.submissions.lists import Reader, Wish, count_of
from core.dates import short_day
from meetings.models import Meeting
from people.models import Agency, Person
from people.searches.filters import Filter, KeyField, WordsField, choice, key
from people.searches.folding import holding
from people.searches.lists import Glance, SearchList, searchable

SAID = ("title", "number", "agency__name", "agency__short_name")
EXACT = {
    "state": "state",
    "kind": "kind",
    "urgency": "urgency",
    "agency": "agency",
    "session": "preferred_meeting",
}
WHOSE = [
    ("mine", gettext_lazy("mine")),
    ("agency", gettext_lazy("the agency's")),
    ("secretariat", gettext_lazy("the secretariat's")),
    ("chair", gettext_lazy("the chair's")),
    ("nobody", gettext_lazy("nobody's: it is done")),
]


class RegisterFilter(Filter):
    """Which submissions of the register are shown."""

    q = WordsField()
    state = choice(gettext_lazy("State"), SubmissionState.choices)
    move = choice(gettext_lazy("Whose move"), WHOSE)
    agency = key(gettext_lazy("Sponsor"))
    kind = choice(gettext_lazy("Kind"), ItemKind.choices)
    urgency = choice(gettext_lazy("Urgency"), Urgency.choices)
    session = key(gettext_lazy("Preferred session"))
    late = forms.BooleanField(label=gettext_lazy("Late only"), required=False)

    @property
    def wish(self) -> Wish:
        """Return what is asked of the moves, which no column of the register tells."""
        return Wish(late=bool(self.wanted.get("late")), move=self.wanted.get("move", ""))


def filter_of(person: Person, asked: QueryDict) -> RegisterFilter:
    """Return the filter of the register, offering what stands in it for that person."""
    found = RegisterFilter(asked)
    seen = submissions_visible_to(person)
    agencies = Agency.objects.filter(pk__in=seen.values("agency"))
    cast(KeyField, found.fields["agency"]).offer(lambda: [(one.pk, str(one)) for one in agencies])
    wished = Meeting.objects.filter(pk__in=seen.values("preferred_meeting")).order_by("-starts_at")
    cast(KeyField, found.fields["session"]).offer(lambda: [(one.pk, _day(one)) for one in wished])
    return found


def narrowed(seen: QuerySet[Submission], asked: Filter) -> QuerySet[Submission]:
    """Narrow the register by what its columns say."""
    chosen = {EXACT[name]: value for name, value in asked.wanted.items() if name in EXACT}
    return holding(seen.filter(**chosen), asked.wanted.get("q", ""), *SAID)


def _count(glance: Glance, asked: Filter) -> int:
    person = glance.person
    reader: Reader = glance.once("submissions", lambda: Reader(person))
    wish = asked.wish if isinstance(asked, RegisterFilter) else Wish()
    return count_of(reader, narrowed(submissions_visible_to(person), asked), wish)


def _day(meeting: Meeting) -> str:
    """Name a session by its day: who only wishes for it need not know more of it."""
    return _("Session of %(day)s") % {"day": short_day(meeting.starts_at)}


searchable(
    SearchList(
        code="submissions",
        title=gettext_lazy("Submissions"),
        door="agendas:submissions",
        icon="files",
        filter=filter_of,
        count=_count,
    )
)
