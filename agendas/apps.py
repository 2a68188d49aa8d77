from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendasConfig(AppConfig):
    name = "agendas"
    verbose_name = _("Agendas")

    def ready(self) -> None:
        from agendas import commands, live, needs, notices, session, words  # noqa: F401 - importing registers them
