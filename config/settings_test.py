"""The settings under test: the same, with a cheap password hash and folders of its own."""

import atexit
import os
import shutil
import tempfile

if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="nghisu-test-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# Stories run in several processes: each has its own folder and its own channels. A server that a
# story starts inherits both, or is given a folder of its own.
if os.environ["DATA_DIR"].rpartition("/")[2].startswith("nghisu-test-"):
    os.environ["DATA_DIR"] += "/" + os.environ.get("PYTEST_XDIST_WORKER", "alone")
os.environ["REDIS_PREFIX"] = "-".join(os.environ["DATA_DIR"].split("/")[-2:])
os.environ.setdefault("SECRET_KEY", "under-test-only")
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
OPARL_BODIES = ["chinh-phu"]
