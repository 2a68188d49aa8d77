"""Deeds on many submissions, and on many opinions that were asked for."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas import actions
from agendas.models import Advice, Submission
from agendas.policies import advices_chased_by, submissions_visible_to
from agendas.states import Route
from agendas.submissions.asking import AllDueForm
from agendas.submissions.forms import SessionChoice, SessionForm
from agendas.submissions.standing import OVER
from meetings.forms import offer
from meetings.models import Meeting
from meetings.policies import meetings_kept_by
from people.batches import Batch
from people.models import Person, Role
from people.policies import bodies_where

RELATED = ("agency", "body", "matter", "rapporteur", "preferred_meeting")
IN_ORDER = ("year", "number", "pk")  # in which every batch locks submissions


class RoutesForm(forms.Form):
    """Where the chair sends several submissions. Back to the agency each goes with its own reason."""

    route = forms.ChoiceField(
        label=gettext_lazy("Where they go"),
        choices=Route.choices,
        widget=forms.RadioSelect,
        initial=Route.SESSION,
    )
    preferred_meeting = SessionChoice(
        Meeting.objects.none(),
        label=gettext_lazy("Session"),
        required=False,
        help_text=gettext_lazy("Without one each keeps the session its agency wishes for."),
    )

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "preferred_meeting", meetings)


def route(person: Person, data: Any) -> Batch[Submission]:
    """Route several submissions, as the chair."""
    bodies = bodies_where(person, Role.CHAIR)
    meetings = meetings_kept_by(person).filter(body__in=bodies)
    ahead = meetings.exclude(state__in=OVER).order_by("starts_at")
    return _batch(
        person,
        title=_("Route the submissions"),
        verb=_("Route"),
        icon="send",
        url=reverse("agendas:submissions_route"),
        form=RoutesForm(data, meetings=ahead),
        deed=lambda one, given: actions.route_submission(person, one, **given),
        note=_("The agencies and the secretariat see it at once."),
    )


def place(person: Person, data: Any) -> Batch[Submission]:
    """Put several routed submissions on the agenda of one session."""
    bodies = bodies_where(person, Role.CHAIR, Role.SECRETARY)
    meetings = meetings_kept_by(person).filter(body__in=bodies).exclude(state__in=OVER)
    form = SessionForm(data, meetings=meetings.order_by("starts_at"))
    return _batch(
        person,
        title=_("Put on one agenda"),
        verb=_("Put on an agenda"),
        icon="agenda",
        url=reverse("agendas:submissions_place"),
        form=form,
        deed=lambda one, given: actions.place_submission(person, one, **given),
        note=_("Their papers go with them. Members see them when the agenda is published."),
        back=_agenda_of(form),
    )


def may_route(person: Person) -> bool:
    """Tell whether the person chairs a body."""
    return person.is_active and bodies_where(person, Role.CHAIR).exists()


def may_place(person: Person) -> bool:
    """Tell whether the person chairs a body or keeps its desk."""
    return person.is_active and bodies_where(person, Role.CHAIR, Role.SECRETARY).exists()


def deeds_for(person: Person, groups: set[str]) -> list[Batch[Submission]]:
    """Return what may be done with several rows of these lists of the register."""
    makes = {"route": route, "place": place}
    return [make(person, None) for key, make in makes.items() if key in groups]


def again(person: Person, data: Any) -> Batch[Advice]:
    """Ask several agencies once more."""
    asked = advices_chased_by(person).select_related("submission__body", "agency")
    return Batch(
        title=_("Ask again"),
        verb=_("Ask again"),
        icon="refresh",
        url=reverse("agendas:advices_again"),
        things=asked.order_by(*(f"submission__{name}" for name in IN_ORDER), "pk"),
        deed=lambda one, given: actions.ask_again(person, one, due_at=given["due"]),
        named=lambda one: f"{one.agency} · {one.submission.title}",
        back=reverse("agendas:advices"),
        form=AllDueForm(data),
        note=_("Each of them gets this new time."),
    )


def _agenda_of(form: SessionForm) -> str:
    """Return where one goes on: to the agenda that was filled, else to the register."""
    if form.is_bound and form.is_valid():
        return reverse("agendas:agenda", args=[form.cleaned_data["meeting"].pk])
    return reverse("agendas:submissions")


def _batch(person: Person, **facts: Any) -> Batch[Submission]:
    seen = submissions_visible_to(person).select_related(*RELATED).order_by(*IN_ORDER)
    facts = {"back": reverse("agendas:submissions"), **facts}
    return Batch(things=seen, named=_named, **facts)


def _named(one: Submission) -> str:
    number = f"{one.number}/{one.year} · " if one.number else ""
    return f"{number}{one.title}"
