"""What the demonstration refuses."""

from django.utils.translation import gettext_lazy as _

from core.errors import RuleBroken


class AlreadyPlaying(RuleBroken):
    message = _("The simulation is running already.")


class NothingToPlay(RuleBroken):
    message = _("No session waits to be held. Prepare a fresh one first.")
