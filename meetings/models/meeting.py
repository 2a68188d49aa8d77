"""Meetings, their sites and participants, and the rules of a body with their date of effect."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from meetings.states import Attendance, Capacity, MeetingState, PositionsShown
from people.models import Agency, Body, Dated, Named

if TYPE_CHECKING:
    from people.models import Person as Somebody

Person = settings.AUTH_USER_MODEL


class RuleSet(Dated):
    """The rules of a body from a day on. Fractions are kept as two whole numbers."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="rule_sets")
    source = models.CharField(_("legal source"), max_length=300)
    quorum_article = models.CharField(_("article on the quorum"), max_length=120)
    quorum_numerator = models.PositiveSmallIntegerField(default=2)
    quorum_denominator = models.PositiveSmallIntegerField(default=3)
    majority_article = models.CharField(_("article on the majority"), max_length=120)
    majority_base = models.CharField(
        _("majority of"),
        max_length=20,
        default="all",
        choices=[
            ("all", _("all members")),
            ("present", _("members present")),
            ("cast", _("ballots cast")),
        ],
    )
    majority_numerator = models.PositiveSmallIntegerField(default=1)
    majority_denominator = models.PositiveSmallIntegerField(default=2)
    majority_strict = models.BooleanField(_("more than the fraction"), default=True)
    tie_article = models.CharField(_("article on a tie"), max_length=120, blank=True)
    tie_rule = models.CharField(
        _("when votes are equal"),
        max_length=20,
        default="strict",
        choices=[
            ("none", _("not adopted")),
            ("strict", _("as the head voted, if all members voted yes or no")),
            ("broad", _("as the head voted")),
        ],
    )
    may_change = models.BooleanField(_("a vote may be changed until the close"), default=True)
    may_vote_away = models.BooleanField(_("members away may vote from a device"), default=True)
    last_call_seconds = models.PositiveSmallIntegerField(
        _("seconds between the last call and the adoption without debate; 0 is without a call"),
        default=30,
    )
    positions_shown = models.CharField(
        _("positions given before the session are seen by"),
        max_length=20,
        choices=PositionsShown.choices,
        default=PositionsShown.MEMBERS,
    )

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["body", "starts"], name="meetings_one_rule_set_a_day"),
            models.CheckConstraint(
                condition=Q(quorum_denominator__gte=1, majority_denominator__gte=1)
                & Q(quorum_numerator__lte=F("quorum_denominator"))
                & Q(majority_numerator__lte=F("majority_denominator")),
                name="meetings_fractions_up_to_one",
            ),
            models.CheckConstraint(
                condition=Q(positions_shown__in=PositionsShown.values)
                & Q(last_call_seconds__lte=600),
                name="meetings_positions_and_call_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.source}"


class Site(Named):
    """A room from which one takes part: the seat of the body or a remote site (điểm cầu)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="sites")
    code = models.CharField(_("code"), max_length=20)
    is_seat = models.BooleanField(_("seat of the body"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering: ClassVar = ["order", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "code"], name="meetings_a_site_code_once")
        ]


class Meeting(models.Model):
    """One session of a body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    title = models.CharField(_("title"), max_length=300)
    place = models.CharField(_("place"), max_length=200)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("planned end"), null=True, blank=True)
    planned_at = models.DateTimeField(_("called for this time at"), null=True, blank=True)
    chair = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_chaired",
        verbose_name=_("chair"),
    )
    secretary = models.ForeignKey(
        Person, models.PROTECT, related_name="meetings_recorded", verbose_name=_("secretary")
    )
    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState.choices, default=MeetingState.DRAFT
    )
    convened_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    adjourned_at = models.DateTimeField(null=True, blank=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    cancelled_for = models.CharField(_("reason for cancelling"), max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-starts_at"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="meetings_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="meetings_end_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(state="sealed") | Q(sealed_at__isnull=False),
                name="meetings_sealed_has_time",
            ),
            models.CheckConstraint(
                condition=Q(chair__isnull=False)
                | Q(state="imported")
                | Q(state="cancelled", convened_at__isnull=True),
                name="meetings_held_here_has_chair",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def presiding(self) -> "Somebody":
        """Return the chair. Only a record that was taken in from elsewhere may have none."""
        if self.chair is None:
            raise LookupError("Nobody is known to have presided.")
        return self.chair

    @property
    def is_live(self) -> bool:
        return self.state in {MeetingState.IN_SESSION, MeetingState.SUSPENDED}

    @property
    def is_closed(self) -> bool:
        closed = {MeetingState.SEALED, MeetingState.CANCELLED, MeetingState.IMPORTED}
        return self.state in closed


class MeetingUserObjectPermission(UserObjectPermissionBase):
    """A guardian grant on one meeting."""

    content_object = models.ForeignKey(Meeting, models.CASCADE)


class Participant(models.Model):
    """A person at a meeting, with name of office and voting right as they are for it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations")
    capacity = models.CharField(
        _("capacity"), max_length=20, choices=Capacity.choices, default=Capacity.MEMBER
    )
    office = models.CharField(_("office"), max_length=160, blank=True)
    office_en = models.CharField(_("office in English"), max_length=160, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True)
    has_vote = models.BooleanField(_("has a vote"), default=False)
    presides = models.BooleanField(_("heads the body"), default=False)
    for_items = models.BooleanField(_("invited for single items only"), default=False)
    order = models.PositiveSmallIntegerField(_("protocol order"), default=0)
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True)
    stands_for = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="substitute"
    )
    attendance = models.CharField(
        _("attendance"), max_length=20, choices=Attendance.choices, default=Attendance.EXPECTED
    )
    reason = models.CharField(_("reason for absence"), max_length=300, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="meetings_a_person_takes_part_once"
            ),
            models.CheckConstraint(
                condition=Q(has_vote=False) | Q(capacity=Capacity.MEMBER),
                name="meetings_only_members_vote",
            ),
            models.CheckConstraint(
                condition=Q(for_items=False) | Q(capacity=Capacity.INVITEE),
                name="meetings_only_invitees_come_for_items",
            ),
            models.CheckConstraint(
                condition=Q(attendance__in=Attendance.values),
                name="meetings_attendance_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}"

    @property
    def office_here(self) -> str:
        """Return the office in the active language."""
        english = (get_language() or "").startswith("en")
        return self.office_en if english and self.office_en else self.office

    @property
    def is_here(self) -> bool:
        """Tell whether the person is in the room or says so."""
        return self.attendance in {Attendance.PRESENT, Attendance.CHECKED_IN}

    @property
    def is_present(self) -> bool:
        return self.attendance == Attendance.PRESENT
