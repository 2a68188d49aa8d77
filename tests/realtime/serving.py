"""A server in a process of its own, and a client that speaks the socket's language."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

WITHIN = 10


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def sign_in(person):
    """Return the key of a session as the sign-in page makes it."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


class Served:
    """``manage.py serve`` on a free port, or another server of the same application."""

    def __init__(self, database, folder, command=("manage.py", "serve", "--port")):
        self.port = free_port()
        (folder / "static").mkdir(exist_ok=True)
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.realtime.settings",
            "SHARED_DATABASE": database,
            "SECRET_KEY": settings.SECRET_KEY,
            "PYTHONFAULTHANDLER": "1",
            "STATIC_ROOT": str(folder / "static"),
        }
        self.log = folder / "log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, str(self.port)],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self):
        until = time.monotonic() + 30
        while not self.answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until, self.log.read_text()
            time.sleep(0.05)
        return self

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def __exit__(self, *problem):
        if self.process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGABRT)
                self.process.wait(timeout=30)
                raise AssertionError(self.log.read_text()) from None

    def stop(self, number=signal.SIGTERM):
        """Ask the server to end, and return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


class Client:
    """One socket, open in a ``with`` block."""

    def __init__(
        self, port, room, *, session="", face="member", origin=None, language="", **opening
    ):
        self.address = f"ws://127.0.0.1:{port}/ws/parlours/{room}/?face={face}"
        self.origin = f"http://127.0.0.1:{port}" if origin is None else origin
        cookies = {"sessionid": session, "django_language": language}
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items() if value)
        self.opening = {"max_size": None, **opening}
        self.heard = []

    def __enter__(self):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self.opened = connect(
            self.address, origin=self.origin or None, additional_headers=headers, **self.opening
        )
        self.socket = self.opened.__enter__()
        return self

    def __exit__(self, *problem):
        self.opened.__exit__(None, None, None)

    def send(self, name, data=None, command_id=None):
        """Send a command and return its id."""
        command_id = command_id or str(uuid.uuid4())
        frame = {"id": command_id, "do": name, "with": data or {}}
        self.socket.send(json.dumps(frame, ensure_ascii=False))
        return command_id

    def next(self, kind, within=WITHIN, **facts):
        """Return the next message of a kind (and with these facts); earlier ones are passed over."""
        until = time.monotonic() + within
        while True:
            said = json.loads(self.socket.recv(timeout=max(0.0, until - time.monotonic())))
            self.heard.append(said)
            if said["t"] == kind and facts.items() <= said.items():
                return said

    def do(self, name, data=None, command_id=None):
        """Send a command and return its answer."""
        command_id = self.send(name, data, command_id)
        until = time.monotonic() + WITHIN
        while True:
            said = json.loads(self.socket.recv(timeout=max(0.0, until - time.monotonic())))
            self.heard.append(said)
            if said.get("id") == command_id:
                return said

    def state_with(self, section, value):
        """Wait for a state whose section has this value."""
        while True:
            said = self.next("state")
            if said["state"][section] == value:
                return said

    def end(self):
        """Hear everything until the server closes, and return the close code."""
        try:
            while True:
                self.heard.append(json.loads(self.socket.recv(timeout=WITHIN)))
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006
