"""The settings under test: the same, with a cheap password hash and folders of its own."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "under-test-only")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="nghisu-test-"))
os.environ["HTTPS"] = "0"

from config.settings import *  # noqa: F403 - the settings under test are the settings
from config.settings import DATA_DIR, DATABASES, STATIC_ROOT, STORAGES

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the stories have several threads.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_nghisu_{os.getpid()}"}
DEMO_AUTHORITY = True
