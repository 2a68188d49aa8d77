"""The events of the minutes in sentences."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "minutes.drafted": _("The minutes were drafted from the record."),
        "minutes.edited": _("The words of the minutes were changed."),
        "minutes.approved": _("The text of the minutes was approved: no. %(number)s."),
        "minutes.reopened": _("The approval of the minutes was taken back."),
        "minutes.signed": _("%(person)s signed the minutes."),
        "minutes.sealed": _("The signed minutes were put into the archive."),
    }
)
