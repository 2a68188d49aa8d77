"""The product's settings, and one command more that only rings the bell."""

from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "bench"]
DATABASES["default"]["TEST"] = {"NAME": DATABASES["default"]["NAME"]}
