"""The letter of a meeting with its number, the answers, the remote sites, private calendars."""

from secrets import token_urlsafe
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.invitations.states import Answer, Consent
from people.models import Body

Person = settings.AUTH_USER_MODEL
DECIDED = [Consent.GRANTED, Consent.REFUSED]


class LetterBook(models.Model):
    """The run of numbers of a body's letters of invitation in one calendar year (NĐ 30/2020, Điều 15)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="letter_books")
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year"], name="meetings_a_book_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}: {self.last}"


class Invitation(models.Model):
    """The letter of invitation (giấy mời) of a meeting, and its identity in calendars (RFC 5545)."""

    meeting = models.OneToOneField("meetings.Meeting", models.CASCADE, related_name="invitation")
    body = models.ForeignKey(Body, models.PROTECT, related_name="invitations")
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("revision in calendars"), default=0)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    authority = models.CharField(_("signed on whose behalf"), max_length=160, blank=True)
    signer_office = models.CharField(_("office of the signer"), max_length=160, blank=True)
    signer = models.CharField(_("signer"), max_length=120, blank=True)
    notes = models.TextField(_("notes on the letter"), max_length=2000, blank=True)
    recipients = models.TextField(_("copies to"), max_length=2000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="meetings_a_letter_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, year__isnull=True, dated__isnull=True)
                | Q(number__isnull=False, number__gte=1, year__isnull=False, dated__isnull=False),
                name="meetings_a_number_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.notation

    @property
    def notation(self) -> str:
        """Return number and symbol as they stand on the letter: 05/GM-CP."""
        number = f"{self.number:02d}" if self.number else "……"
        return f"{number}/GM-{self.body.symbol}"


class Reply(models.Model):
    """What a participant answered. An absence asks the consent of the chair."""

    participant = models.OneToOneField("meetings.Participant", models.CASCADE, related_name="reply")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    site = models.ForeignKey("meetings.Site", models.PROTECT, null=True, blank=True)
    reason = models.CharField(_("reason for absence"), max_length=300, blank=True)
    substitute = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="proposed_in"
    )
    substitute_office = models.CharField(_("office of the substitute"), max_length=160, blank=True)
    answered_at = models.DateTimeField(_("answered at"))
    answered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    consent = models.CharField(
        _("consent"), max_length=10, choices=Consent.choices, default=Consent.NONE
    )
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_for = models.CharField(_("reason of the decision"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="meetings_answer_is_known"
            ),
            models.CheckConstraint(
                condition=Q(consent__in=Consent.values), name="meetings_consent_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.REMOTE, site__isnull=False)
                | ~Q(answer=Answer.REMOTE) & Q(site__isnull=True),
                name="meetings_remote_has_its_site",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.ABSENT) & ~Q(reason="") & ~Q(consent=Consent.NONE)
                | ~Q(answer=Answer.ABSENT)
                & Q(reason="", consent=Consent.NONE, substitute__isnull=True),
                name="meetings_absence_asks_consent",
            ),
            models.CheckConstraint(
                condition=Q(consent__in=DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | ~Q(consent__in=DECIDED) & Q(decided_by__isnull=True, decided_at__isnull=True),
                name="meetings_decision_has_its_author",
            ),
            models.CheckConstraint(
                condition=~Q(consent=Consent.REFUSED) | ~Q(decided_for=""),
                name="meetings_refusal_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.answer}"

    @property
    def is_asking(self) -> bool:
        """Tell whether the absence still waits for consent."""
        return self.consent == Consent.ASKED


class SiteRegistration(models.Model):
    """Who is at a remote site of a meeting: its local chair, its operator, its attendees."""

    meeting = models.ForeignKey(
        "meetings.Meeting", models.CASCADE, related_name="site_registrations"
    )
    site = models.ForeignKey("meetings.Site", models.PROTECT, related_name="registrations")
    chair = models.CharField(_("chair at the site"), max_length=120)
    chair_office = models.CharField(_("office of the chair at the site"), max_length=160)
    operator = models.CharField(_("operator of the line"), max_length=120)
    operator_phone = models.CharField(_("telephone of the operator"), max_length=20)
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(_("registered at"))

    class Meta:
        ordering: ClassVar = ["site__order", "site__code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "site"], name="meetings_a_site_registers_once"
            ),
            models.CheckConstraint(
                condition=~Q(chair="") & ~Q(operator="") & ~Q(operator_phone=""),
                name="meetings_a_site_is_led_and_reached",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site}"


class SiteAttendee(models.Model):
    """Somebody at a remote site, by name and office as the site wrote them."""

    registration = models.ForeignKey(SiteRegistration, models.CASCADE, related_name="attendees")
    name = models.CharField(_("full name"), max_length=120)
    office = models.CharField(_("office"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["registration", "order"], name="meetings_a_place_at_a_site_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="meetings_an_attendee_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}" if self.office else self.name


def new_token() -> str:
    """Return 256 bits of chance as text for an address."""
    return token_urlsafe(32)


class CalendarFeed(models.Model):
    """The secret address under which a person's calendar fetches his or her meetings."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar_feed")
    token = models.CharField(_("secret"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"))
    fetched_at = models.DateTimeField(_("last fetched at"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fetched_at__isnull=True) | Q(fetched_at__gte=F("made_at")),
                name="meetings_fetched_after_made",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}"
