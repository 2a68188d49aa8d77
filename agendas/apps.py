from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendasConfig(AppConfig):
    name = "agendas"
    verbose_name = _("Agendas")

    def ready(self) -> None:
        from agendas import (  # noqa: F401 - importing registers them
            adoption_live,
            commands,
            live,
            needs,
            notices,
            programme_needs,
            programme_searching,
            session,
            words,
        )
        from agendas.submissions import (
            chasing,  # noqa: F401 - opinions that are owed
            reminding,  # noqa: F401 - what is told by itself
        )
        from agendas.submissions import needs as wanted  # noqa: F401 - what submissions need
        from agendas.submissions import notices as told_to  # noqa: F401 - who is told
        from agendas.submissions import searching as sought  # noqa: F401 - how they are found
        from agendas.submissions import words as told  # noqa: F401 - and how they are told
