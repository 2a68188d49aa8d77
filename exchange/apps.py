from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "exchange"
    verbose_name = _("Exchange")

    def ready(self) -> None:
        from exchange import needs, notices, reach, words  # noqa: F401 - importing registers them
        from exchange.actions import tell_opened  # noqa: F401 - the postman's errand
