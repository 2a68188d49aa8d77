from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VotingConfig(AppConfig):
    name = "voting"
    verbose_name = _("Votes")

    def ready(self) -> None:
        for room in ("commands", "guards", "live", "needs", "words"):
            import_module(f"voting.{room}")
