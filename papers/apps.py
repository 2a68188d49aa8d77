from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")

    def ready(self) -> None:
        """Let the socket know what may be said about marks, and the agenda how many papers there are."""
        from agendas.counts import counts_papers
        from papers import commands, notices, words  # noqa: F401 - register
        from papers.policies import count_papers

        counts_papers(count_papers)
