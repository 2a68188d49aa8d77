"""What one answers to an invitation, and what becomes of an absence."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    """What somebody answers."""

    COMING = "coming", _("Coming")
    REMOTE = "remote", _("Coming at a remote site")
    ABSENT = "absent", _("Cannot come")


class Consent(TextChoices):
    """Whether the chair has consented to an absence."""

    NONE = "none", _("Not asked")
    ASKED = "asked", _("Consent asked")
    GRANTED = "granted", _("Consent given")
    REFUSED = "refused", _("Consent refused")
