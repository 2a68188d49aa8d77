"""Series of sessions: a rule by which they are planned, and the sessions that belong to them."""

from datetime import time
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.meeting import Meeting
from meetings.patterns import without_gaps
from meetings.recurrence import Rule
from meetings.states import Rhythm
from people.models import Body, Dated

Person = settings.AUTH_USER_MODEL
EVERY = (
    (1, _("every month")),
    (2, _("every two months")),
    (3, _("every quarter")),
    (6, _("every half-year")),
    (12, _("every year")),
)
MOST_WORKDAYS = 15
A_DAY = 24 * 60


class Series(Dated):
    """Sessions that come again. ``nth`` is -1 for the last; ``weekday`` is 0 for Monday."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="series")
    title = models.CharField(_("title of each session"), max_length=300)
    place = models.CharField(_("place"), max_length=200)
    rhythm = models.CharField(_("day"), max_length=10, choices=Rhythm.choices)
    nth = models.SmallIntegerField(_("which"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), null=True, blank=True)
    every = models.PositiveSmallIntegerField(_("how often"), choices=EVERY, default=1)
    begins = models.TimeField(_("begins at"), default=time(8))
    minutes = models.PositiveSmallIntegerField(_("duration in minutes"), default=210)
    chair = models.ForeignKey(
        Person, models.PROTECT, related_name="series_chaired", verbose_name=_("chair")
    )
    secretary = models.ForeignKey(
        Person, models.PROTECT, related_name="series_recorded", verbose_name=_("secretary")
    )
    is_numbered = models.BooleanField(_("sessions are numbered"), default=False)

    class Meta(Dated.Meta):
        abstract = False
        ordering: ClassVar = ["title", "pk"]
        verbose_name = _("series of sessions")
        verbose_name_plural = _("series of sessions")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(rhythm=Rhythm.DAY, weekday__isnull=True)
                & (Q(nth=-1) | Q(nth__gte=1, nth__lte=31))
                | Q(rhythm=Rhythm.WEEKDAY, weekday__isnull=False, weekday__lte=6)
                & Q(nth__in=[-1, 1, 2, 3, 4])
                | Q(rhythm=Rhythm.WORKDAY, weekday__isnull=True)
                & (Q(nth=-1) | Q(nth__gte=1, nth__lte=MOST_WORKDAYS)),
                name="meetings_a_rule_names_a_day",
            ),
            models.CheckConstraint(
                condition=Q(every__in=[months for months, _words in EVERY]),
                name="meetings_series_comes_again",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lt=A_DAY), name="meetings_series_lasts"
            ),
        ]

    def __str__(self) -> str:
        return without_gaps(self.title)

    @property
    def rule(self) -> Rule:
        return Rule(self.rhythm, self.nth, self.weekday, self.every)


class Occurrence(models.Model):
    """The session of a series in a month. Planned once, never again."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="occurrences")
    year = models.PositiveSmallIntegerField(_("year"))
    month = models.PositiveSmallIntegerField(_("month"))
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="occurrence")

    class Meta:
        ordering: ClassVar = ["year", "month"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "year", "month"], name="meetings_an_occurrence_once"
            ),
            models.CheckConstraint(
                condition=Q(month__gte=1, month__lte=12), name="meetings_an_occurrence_is_a_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}"


class SessionNumber(models.Model):
    """The number of a session in its year. A cancelled session keeps its number."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="session_numbers")
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("number"))
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="session_number")

    class Meta:
        ordering: ClassVar = ["year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="meetings_a_session_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="meetings_numbers_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d}/{self.year}"
