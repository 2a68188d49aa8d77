"""The lower floors alone, with a parlour: what the stories of realtime and their servers need."""

import os

from config.settings_test import *  # noqa: F403
from config.settings_test import DATABASES, INSTALLED_APPS

UPPER_FLOORS = {"meetings", "agendas", "papers", "voting", "minutes", "exchange"}
INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in UPPER_FLOORS]
INSTALLED_APPS += ["tests.realtime.parlour"]
ROOT_URLCONF = "tests.realtime.parlour.urls"
LOGIN_URL = "/sign-in/"
if "SHARED_DATABASE" in os.environ:
    DATABASES["default"]["NAME"] = os.environ["SHARED_DATABASE"]
HEARTBEAT = 1.0
