from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        """Let the socket know of marks, the lodging of missing papers, the timeline of papers."""
        from papers import commands, completeness, words  # noqa: F401 - importing registers them
