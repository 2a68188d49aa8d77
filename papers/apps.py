from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        """Let the socket know of marks, the agenda of papers, the lodging of what is missing."""
        from agendas.counts import counts_papers
        from papers import commands, completeness, notices, words  # noqa: F401 - register
        from papers.policies import count_papers

        counts_papers(count_papers)
