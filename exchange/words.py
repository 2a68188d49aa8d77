"""How releases are told in the record."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "release.planned": _("A release was planned."),
        "release.confirmed": _("A release was confirmed."),
        "release.opened": _("A planned release has opened."),
        "release.taken_back": _("A release was taken back: %(reason)s"),
        "meeting.imported": _("The meeting was imported from %(source)s."),
        "import.deleted": _("Deleted at %(source)s, and here too: %(title)s"),
    }
)
