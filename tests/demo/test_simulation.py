"""The other members are played over real sockets against a real server."""

import json
import sqlite3
import time
from contextlib import closing

import pytest

from config.demo.charts import number, written
from config.demo.simulation.entrance import Address, NotLetIn, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def test_members_check_in_and_vote_until_they_are_told_to_leave(stage):
    status = stage.folder / "status.json"
    url = f"ws://127.0.0.1:{stage.port}"
    words = ("--drive", "--pace", "12", "--without", "member01", "--status", str(status))

    with stage.started("simulate_session", "--url", url, *words) as players:
        wait_for(lambda: counted(status).get("ballot.cast", 0) >= 20)
        players.terminate()
        said, trouble = players.communicate(timeout=30)

    count = counted(status)
    assert players.returncode == 0
    assert "27/27 connected" in said
    assert said.endswith("Stopped.\n")
    assert trouble == ""
    assert count["attendance.check_in"] >= 25
    assert count["agenda.adopt"] == 1
    assert not [name for name in count if name.startswith("not let in")]
    assert ballots_in(stage) >= 20


def test_a_wrong_password_opens_nothing(stage):
    visitor = Visitor(Address.read(f"http://127.0.0.1:{stage.port}"))

    with pytest.raises(NotLetIn):
        visitor.sign_in("member01", "not the password")


def test_the_address_may_be_given_either_way():
    assert Address.read("ws://a.example:81/x").base == "http://a.example:81"
    assert Address.read("https://a.example").socket == "wss://a.example"


def test_charts_read_and_write_numbers_as_they_are_written_here():
    assert number("1.234,5") == 1234.5
    assert number("−0,17%") == -0.17
    assert written(1234.5) == "1.234,5"


def counted(status):
    return json.loads(status.read_text())["count"] if status.exists() else {}


def wait_for(holds, seconds=150):
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "Nothing came of it."
        time.sleep(0.3)


def ballots_in(stage):
    with closing(sqlite3.connect(stage.folder / "nghisu.sqlite3")) as rows:
        return rows.execute("select count(*) from voting_ballot").fetchone()[0]
