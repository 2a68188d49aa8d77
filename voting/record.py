"""The sentences of the votes' entries in a meeting's record."""

from django.utils.translation import gettext_lazy as _

from meetings.record import tells

tells("vote.opened", _("The question was put: %(question)s"), main=True)
tells("vote.closed", _("The vote was closed: %(sentence)s"), main=True)
tells("vote.voided", _("The vote was declared void: %(reason)s"), main=True)
