"""A house of its own for a journey: a real server process, its folder, its small cabinet."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"


class House:
    """A server on a free port with its own data."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}},
            "DATA_DIR": str(folder),
            "DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": str(ROOT),
        }
        self.process = None

    def prepare(self):
        """Build what a first start builds, side by side, then let the cabinet move in."""
        self.manage("build_messages")
        statics = self.start("collectstatic", "--noinput", "-v0")
        self.manage("migrate", "-v0")
        self.run("-m", "tests.journeys.ground")
        assert statics.wait(60) == 0

    def open(self):
        self.log = (self.folder / "server.log").open("w")
        self.process = self.start(
            "serve", "--port", str(self.port), stdout=self.log, stderr=self.log
        )
        for _ in range(150):
            if self.answers():
                return
            time.sleep(0.2)
        raise RuntimeError((self.folder / "server.log").read_text())

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=1) as answer:
                return answer.status == 200
        except OSError:
            return False

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        self.log.close()

    def start(self, *arguments, **streams):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, **streams)

    def manage(self, *arguments):
        self.run("manage.py", *arguments)

    def run(self, *arguments):
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
