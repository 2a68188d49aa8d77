"""The events of papers in sentences."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "paper.taken": _("The chair took late papers."),
        "paper.refused": _("The chair did not take late papers: %(reason)s"),
        "paper.restricted": _("Who may see a paper was changed: %(title)s."),
        "paper.shown": _("%(name_of)s may see the paper “%(title)s”."),
        "paper.hidden": _("%(name_of)s may no longer see the paper “%(title)s”."),
        "submission.paper_attached": _("Paper laid in: %(title)s."),
        "submission.paper_replaced": _("Paper replaced by a new version: %(title)s."),
        "submission.paper_withdrawn": _("Paper taken out: %(title)s."),
        "submission.paper_opened": _("Paper opened: %(title)s."),
    }
)
