from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        """Let the socket know of marks, the agenda of papers, the lodging of what is missing."""
        from agendas.named_papers import names_papers
        from papers import commands, completeness, needs, notices, words  # noqa: F401 - register
        from papers.policies import closed_papers_for

        names_papers(closed_papers_for)
