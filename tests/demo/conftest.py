"""A demonstration of one's own: its folder, and where wanted its server."""

import os
import subprocess
import sys
import time
import urllib.request
from urllib.error import URLError

import pytest
from django.conf import settings as house
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests.realtime.serving import free_port


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Turn demo mode on, with a folder of its own, in which papers are printed once."""
    folder = tmp_path_factory.getbasetemp() / "demo"
    folder.mkdir(exist_ok=True)
    facts = {"DATA_DIR": folder, "MEDIA_ROOT": folder / "files", "DEMO_PASSWORD": "nghisu-demo"}
    with override_settings(DEMO=True, **facts):
        yield folder


@pytest.fixture(scope="module")
def quick(demo, django_db_setup, django_db_blocker):
    """Seed the quick demonstration once for the stories of a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo", quick=True, verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(quick, db):
    """Return the session of the quick demonstration."""
    from meetings.models import Meeting

    return Meeting.objects.get()


class Stage:
    """A whole installation in a folder, run as a newcomer runs it."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ELSEWHERE},
            "DJANGO_SETTINGS_MODULE": "config.settings_test",
            "DATA_DIR": str(folder),
            "DEMO": "1",
            "SECRET_KEY": "on-the-stage-only",
        }

    def started(self, *words):
        return subprocess.Popen(
            [sys.executable, "manage.py", *words],
            cwd=house.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *words):
        with self.started(*words) as command:
            said, trouble = command.communicate(timeout=200)
        assert command.returncode == 0, trouble
        return said

    def __enter__(self):
        self.manage("migrate", "--verbosity", "0")
        self.manage("seed_demo", "--quick")
        self.server = self.started("serve", "--port", str(self.port))
        self._await()
        return self

    def __exit__(self, *problem):
        self.server.terminate()
        self.server.communicate(timeout=30)

    def _await(self):
        for _try in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2).close()
                return
            except (URLError, OSError):
                time.sleep(0.2)
        raise TimeoutError("The server of the stage did not come up.")


ELSEWHERE = {"DATABASE_URL", "REDIS_URL"}


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    with Stage(tmp_path_factory.mktemp("stage")) as stage:
        yield stage
