"""The journal, the bell, the hub and the socket. Knows no rule of the cabinet."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RealtimeConfig(AppConfig):
    name = "realtime"
    verbose_name = _("Live rooms and journal")
