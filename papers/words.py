"""The events of papers in sentences."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "submission.paper_attached": _("Paper laid in: %(title)s."),
        "submission.paper_replaced": _("Paper replaced by a new version: %(title)s."),
        "submission.paper_withdrawn": _("Paper taken out: %(title)s."),
        "submission.paper_opened": _("Paper opened: %(title)s."),
    }
)
