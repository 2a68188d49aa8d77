"""What a person is told, by which ways he or she wants to hear it, and what is still to be sent."""

from datetime import time
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

Person = settings.AUTH_USER_MODEL
PHONE = RegexValidator(
    r"^\+?[0-9]{8,15}$", _("Please give the number with digits only, e.g. +84912345678.")
)


class Channel(models.TextChoices):
    """A way out of the system."""

    MAIL = "mail", _("e-mail")
    SMS = "sms", _("SMS")


class MailChoice(models.TextChoices):
    """When a kind of notice goes out by mail."""

    AT_ONCE = "at_once", _("At once")
    DIGEST = "digest", _("Once a day")
    NO = "no", _("Not by mail")


class Notice(models.Model):
    """One thing a person is told, in the words of that moment, in every language of the house.

    ``title`` and ``body`` are in the person's language of then; one that was told before the house
    kept ``words`` has only these.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=400)
    body = models.TextField(_("text"), blank=True)
    words = models.JSONField(_("title and text by language"), default=dict, blank=True)
    url = models.CharField(_("address of the page"), max_length=300, blank=True)
    room = models.CharField(_("about room"), max_length=60, blank=True)
    facts = models.JSONField(_("facts for the ways out"), default=dict, blank=True)
    restricted = models.BooleanField(_("restricted"), default=False)
    created_at = models.DateTimeField(_("told at"))
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes: ClassVar = [
            models.Index(
                fields=["person"], condition=Q(read_at__isnull=True), name="people_notice_unread"
            ),
            models.Index(fields=["person", "-created_at"], name="people_notice_newest"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(read_at__isnull=True) | Q(read_at__gte=F("created_at")),
                name="people_notice_read_after_told",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_read(self) -> bool:
        return self.read_at is not None

    @property
    def title_here(self) -> str:
        """Return the title in the active language."""
        return self._here[0]

    @property
    def body_here(self) -> str:
        """Return the text in the active language."""
        return self._here[1]

    @property
    def _here(self) -> tuple[str, str]:
        language = get_language() or settings.LANGUAGE_CODE
        title, body = self.words.get(language) or (self.title, self.body)
        return title, body


class NoticeSetting(models.Model):
    """When and where a person may be disturbed. Without a row the defaults hold."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="notice_setting")
    phone = models.CharField(
        _("mobile number for SMS"), max_length=16, blank=True, validators=[PHONE]
    )
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)
    digest_at = models.TimeField(_("daily mail at"), default=time(7, 0))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="people_quiet_hours_are_whole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}"


class NoticeChoice(models.Model):
    """By which ways a person wants one kind of notice. Without a row the kind's defaults hold."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notice_choices")
    kind = models.CharField(_("kind"), max_length=40)
    mail = models.CharField(_("by e-mail"), max_length=10, choices=MailChoice.choices)
    sms = models.BooleanField(_("by SMS"), default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="people_a_choice_a_kind"),
            models.CheckConstraint(
                condition=Q(mail__in=MailChoice.values), name="people_mail_choice_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind}"


class Delivery(models.Model):
    """A notice on its way out: due, sent, or given up."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    channel = models.CharField(_("way"), max_length=10, choices=Channel.choices)
    in_digest = models.BooleanField(_("in the daily mail"), default=False)
    due_at = models.DateTimeField(_("due at"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up at"), null=True, blank=True)
    error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["due_at", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="people_delivery_due",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "channel"], name="people_a_way_once"),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="people_channel_is_known"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True),
                name="people_sent_or_given_up",
            ),
            models.CheckConstraint(
                condition=Q(in_digest=False) | Q(channel=Channel.MAIL),
                name="people_only_mail_waits_for_the_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.notice}"
