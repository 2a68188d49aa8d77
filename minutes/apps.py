from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MinutesConfig(AppConfig):
    name = "minutes"
    verbose_name = _("Minutes")

    def ready(self) -> None:
        from minutes import (  # noqa: F401 - importing registers them
            guards,
            invitation,
            keeping,
            needs,
            turns,
            words,
        )
