"""The events of voting in sentences. Single ballots are not told."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "vote.opened": _("The question was put: %(question)s"),
        "vote.closed": _("The vote was closed. %(sentence)s"),
        "vote.voided": _("The vote was declared void: %(reason)s"),
    }
)
