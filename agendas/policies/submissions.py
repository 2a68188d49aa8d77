"""Who may see a submission, and whose move it is. A draft is its agency's alone."""

from functools import cached_property
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from agendas.models import (
    Advice,
    Submission,
)
from agendas.states import SubmissionState
from people.models import Body, Person, Role
from people.policies import agencies_of, bodies_where, offices_of, roles_of


def submissions_visible_to(person: Person) -> QuerySet[Submission]:
    """Return the submissions a person may know of.

    A draft is known to the people of its agency alone. Once lodged, the chair and the secretaries
    of the body see it, and the co-sponsors; an agency that is asked sees it from then on.
    """
    if not person.is_active:
        return Submission.objects.none()
    ours = agencies_of(person).values("pk")
    desk = bodies_where(person, Role.CHAIR, Role.SECRETARY).values("pk")
    shared = Submission.co_sponsors.through.objects.filter(
        submission=OuterRef("pk"), agency__in=ours
    )
    asked = Advice.objects.filter(submission=OuterRef("pk"), agency__in=ours)
    lodged = Q(lodged_at__isnull=False)
    seen = Q(agency__in=ours) | lodged & (Q(body__in=desk) | Exists(shared)) | Exists(asked)
    return Submission.objects.filter(seen)


def submissions_written_by(person: Person) -> QuerySet[Submission]:
    """Return the submissions of the agencies a person works for."""
    if not person.is_active:
        return Submission.objects.none()
    return Submission.objects.filter(agency__in=agencies_of(person).values("pk"))


def submissions_checked_by(person: Person) -> QuerySet[Submission]:
    """Return the lodged submissions of the bodies whose chair or secretary a person is."""
    desk = (
        bodies_where(person, Role.CHAIR, Role.SECRETARY)
        if person.is_active
        else Body.objects.none()
    )
    return Submission.objects.filter(lodged_at__isnull=False, body__in=desk.values("pk"))


def advices_chased_by(person: Person) -> QuerySet[Advice]:
    """Return the open askings that a person may repeat: of the own agencies, and as secretary."""
    if not person.is_active:
        return Advice.objects.none()
    ours = Q(submission__agency__in=agencies_of(person).values("pk"))
    desk = bodies_where(person, Role.SECRETARY).values("pk")
    checked = Q(submission__body__in=desk, submission__lodged_at__isnull=False)
    waiting = Advice.objects.filter(answered_at__isnull=True)
    return waiting.exclude(submission__state=SubmissionState.WITHDRAWN).filter(ours | checked)


class SubmissionPolicy:
    """What one person may do with one submission. States are the actions' business."""

    def __init__(self, person: Person, submission: Submission) -> None:
        self.person = person
        self.submission = submission

    @cached_property
    def roles(self) -> frozenset[str]:
        body = self.submission.body_id
        return roles_of(self.person, body) if self.person.is_active else frozenset()

    @cached_property
    def agencies(self) -> frozenset[int]:
        """Return the keys of the agencies the person works for."""
        if not self.person.is_active:
            return frozenset()
        return frozenset(agencies_of(self.person).values_list("pk", flat=True))

    @property
    def _is_lodged(self) -> bool:
        return self.submission.lodged_at is not None

    @property
    def may_write(self) -> bool:
        return self.submission.agency_id in self.agencies

    @property
    def may_lodge(self) -> bool:
        return self.may_write

    @property
    def may_withdraw(self) -> bool:
        return self.may_write

    @property
    def may_check(self) -> bool:
        return self._is_lodged and Role.SECRETARY.value in self.roles

    @property
    def may_route(self) -> bool:
        return self._is_lodged and Role.CHAIR.value in self.roles

    @property
    def may_place(self) -> bool:
        return self.may_check or self.may_route

    @property
    def may_ask_advice(self) -> bool:
        return self.may_write or self.may_check

    def may_answer(self, advice: Advice) -> bool:
        """Tell whether the person speaks for the agency that is asked."""
        return advice.agency_id in self.agencies


class Dealings(NamedTuple):
    """What a person has to do with agencies and their submissions."""

    has_agency: bool = False
    has_desk: bool = False

    @property
    def with_submissions(self) -> bool:
        return self.has_agency or self.has_desk


def dealings_of(person: Person) -> Dealings:
    """Tell in one question whether a person works for an agency, or leads a body or its desk."""
    offices = offices_of(person)
    desk = offices.bodies(Role.CHAIR, Role.SECRETARY)
    return Dealings(has_agency=bool(offices.agencies), has_desk=bool(desk))
