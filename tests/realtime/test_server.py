"""The server's first and last minutes."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.realtime.serving import Client, Served, sign_in

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_restart_sends_everybody_away_to_come_back(own_server, person, room, number):
    people = [person() for _ in range(10)]
    sessions = [sign_in(one) for one in people]
    clients = [Client(own_server.port, room, session=sessions[n % 10]) for n in range(50)]
    for client in clients:
        client.__enter__().next("hello")

    own_server.process.send_signal(number)

    assert {client.end() for client in clients} == {4412}
    assert own_server.process.wait(timeout=20) == 0
    assert "Traceback" not in own_server.log.read_text()


def test_the_socket_is_plain_asgi_under_another_server(tmp_path, person, room, transactional_db):
    command = ("-m", "daphne", "config.asgi:application", "-p")
    name = str(connection.settings_dict["NAME"])
    with Served(name, tmp_path, command) as other:
        with Client(other.port, room, session=sign_in(person())) as one:
            one.next("hello")
            one.do("word.say", {"text": "Xin chào"})
            one.state_with("words", ["Xin chào"])
        with Client(other.port, room) as stranger:
            assert stranger.end() == 4501


def test_a_port_in_use_is_said_in_a_sentence(own_server, tmp_path):
    again = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", str(own_server.port)],
        cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "STATIC_ROOT": str(tmp_path / "static")},
    )  # fmt: skip
    assert again.returncode == 1
    assert "cannot be listened on" in again.stderr
