from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        """Let the socket know what may be said about marks, and the home page what needs the chair."""
        from papers import commands, needs  # noqa: F401 - registers
