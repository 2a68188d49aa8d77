"""The simulation as a child process of the server: started, watched and stopped from a page."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from config.demo.errors import AlreadyPlaying

COMMAND = "simulate_session"
_children: list["subprocess.Popen[bytes]"] = []


@dataclass(frozen=True)
class Status:
    """How the simulation stands, as the child last told."""

    pid: int
    meeting: int
    begun: datetime
    players: int
    linked: int
    count: dict[str, int]
    is_running: bool

    @property
    def papers(self) -> int:
        return self.count.get("paper 200", 0)

    @property
    def requests(self) -> int:
        return self.count.get("speech.request", 0)

    @property
    def ballots(self) -> int:
        return self.count.get("ballot.cast", 0)

    @property
    def dropped(self) -> int:
        return self.count.get("dropped", 0)


def start(
    url: str, *, meeting: int, without: Iterable[str] = (), drive: bool = False, pace: float = 1.0
) -> None:
    """Send the players out. One simulation runs at a time."""
    found = status()
    if found and found.is_running:
        raise AlreadyPlaying
    _status_file().unlink(missing_ok=True)
    arguments = ["--url", url, "--meeting", str(meeting), "--pace", str(pace)]
    arguments += ["--status", str(_status_file()), "--without", *without]
    arguments += ["--drive"] if drive else []
    with (Path(settings.DATA_DIR) / "simulation.log").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and command, no shell
            [sys.executable, str(settings.BASE_DIR / "manage.py"), COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _children.append(child)
    _tell_first(child.pid, meeting)


def stop() -> None:
    """Ask the players to leave; they do so within a moment."""
    found = status()
    if found and found.is_running:
        os.kill(found.pid, signal.SIGTERM)
    _reap(wait=5)


def status() -> Status | None:
    """Return how the simulation stands, None before the first."""
    _reap()
    try:
        told: dict[str, Any] = json.loads(_status_file().read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return Status(
        pid=told["pid"],
        meeting=told["meeting"],
        begun=datetime.fromtimestamp(told["begun"], UTC),
        players=told["players"],
        linked=told["linked"],
        count=told["count"],
        is_running=_is_ours(told["pid"]),
    )


def _tell_first(pid: int, meeting: int) -> None:
    """Write the first status, so that the page knows of a child that is still waking up."""
    told = {"pid": pid, "meeting": meeting, "begun": datetime.now(UTC).timestamp()}
    _status_file().write_text(json.dumps({**told, "players": 0, "linked": 0, "count": {}}), "utf-8")


def _is_ours(pid: int) -> bool:
    """Tell whether that process lives and is a simulation, not another that got its number."""
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return COMMAND.encode() in line.split(b"\0")


def _reap(*, wait: float = 0) -> None:
    for child in list(_children):
        try:
            child.wait(wait)
        except subprocess.TimeoutExpired:
            continue
        _children.remove(child)


def _status_file() -> Path:
    return Path(settings.DATA_DIR) / "simulation.json"
