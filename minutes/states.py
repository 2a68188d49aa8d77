"""The life of the minutes on one screen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MinutesState(TextChoices):
    """Where the minutes stand."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    SIGNED_BY_SECRETARY = "signed_secretary", _("Signed by the secretary")
    SIGNED = "signed", _("Signed")
    SEALED = "sealed", _("Sealed")


S = MinutesState
MINUTES_MOVES: dict[str, frozenset[str]] = {
    S.DRAFT: frozenset({S.APPROVED}),
    S.APPROVED: frozenset({S.DRAFT, S.SIGNED_BY_SECRETARY}),
    S.SIGNED_BY_SECRETARY: frozenset({S.SIGNED}),
    S.SIGNED: frozenset({S.SEALED}),
}


class SignatureRole(TextChoices):
    """In what capacity one signs, in the order of signing."""

    SECRETARY = "secretary", _("Secretary")
    CHAIR = "chair", _("Presiding officer")


NEXT_SIGNATURE: dict[str, SignatureRole] = {
    S.APPROVED: SignatureRole.SECRETARY,
    S.SIGNED_BY_SECRETARY: SignatureRole.CHAIR,
}
SIGNED_AS: dict[SignatureRole, MinutesState] = {
    SignatureRole.SECRETARY: S.SIGNED_BY_SECRETARY,
    SignatureRole.CHAIR: S.SIGNED,
}
FIELDS: dict[str, str] = {role.value: f"sig-{role.value}" for role in SignatureRole}


class SessionKind(TextChoices):
    """What kind of session, as its title tells."""

    REGULAR = "regular", _("Regular session")
    THEMATIC = "thematic", _("Thematic session")
    EXTRAORDINARY = "extraordinary", _("Extraordinary session")
    OTHER = "other", _("Other meeting")


KIND_WORDS: dict[str, SessionKind] = {
    "thuong ky": SessionKind.REGULAR,
    "chuyen de": SessionKind.THEMATIC,
    "bat thuong": SessionKind.EXTRAORDINARY,
}
