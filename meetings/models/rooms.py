"""Rooms, their seats, and who sits where at a meeting."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.meeting import Meeting, Participant, Site
from meetings.roomplan import MOST_COLUMNS, MOST_ROWS, label_of
from meetings.states import SeatKind
from people.models import Named


class Room(Named):
    """A room at a site. ``drawing`` is its plan in signs: see ``meetings.roomplan``."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="rooms")
    drawing = models.TextField(_("drawing"))

    class Meta:
        ordering: ClassVar = ["site", "name"]
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["site", "name"], name="meetings_a_room_name_once")
        ]


class Seat(models.Model):
    """A seat: row and place from 1, and its column and line in the drawing from 0."""

    room = models.ForeignKey(Room, models.CASCADE, related_name="seats")
    row = models.PositiveSmallIntegerField(_("row"))
    place = models.PositiveSmallIntegerField(_("place"))
    x = models.PositiveSmallIntegerField()
    y = models.PositiveSmallIntegerField()
    kind = models.CharField(
        _("kind"), max_length=10, choices=SeatKind.choices, default=SeatKind.TABLE
    )

    class Meta:
        ordering: ClassVar = ["row", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["room", "row", "place"], name="meetings_a_seat_once"),
            models.UniqueConstraint(fields=["room", "x", "y"], name="meetings_a_spot_once"),
            models.UniqueConstraint(
                fields=["room"], condition=Q(kind=SeatKind.HEAD), name="meetings_one_head_a_room"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SeatKind.values), name="meetings_seat_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(x__lt=MOST_COLUMNS, y__lt=MOST_ROWS), name="meetings_seat_is_inside"
            ),
        ]

    def __str__(self) -> str:
        return label_of(self.row, self.place)


class SeatingPlan(models.Model):
    """The room in which a meeting sits."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="seating_plan")
    room = models.ForeignKey(Room, models.PROTECT, related_name="plans")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.room}"


class Seating(models.Model):
    """A participant's seat. One person sits on it, and nobody on two."""

    plan = models.ForeignKey(SeatingPlan, models.CASCADE, related_name="seatings")
    participant = models.OneToOneField(Participant, models.CASCADE, related_name="seating")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="seatings")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "seat"], name="meetings_one_person_a_seat")
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.seat}"
