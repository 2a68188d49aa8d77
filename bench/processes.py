"""Servers and the crowd, each in a process of its own, on a core of its own where there are two."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent
SERVER_CORE, CLIENT_CORE = 0, 1


def pin(core: int) -> None:
    """Keep this process on one core, if the machine has it, and ahead of others where it may be."""
    with contextlib.suppress(OSError):
        os.nice(-10)
    if core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {core})


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Served:
    """A server process that prints a line when it listens."""

    def __init__(self, *command: str) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, *command, "--port", str(self.port)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: pin(SERVER_CORE),  # noqa: PLW1509 - no threads yet
        )

    def __enter__(self) -> "Served":
        assert self.process.stdout is not None
        if not self.process.stdout.readline():
            raise RuntimeError("A server did not start")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)

    def cpu(self) -> float:
        """Return the seconds of processor time this server has used."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return the resident bytes of this server."""
        parts = Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(parts[1]) * os.sysconf("SC_PAGE_SIZE")


def ours() -> Served:
    """Return the product's own server, as production starts it."""
    return Served("manage.py", "serve")


def wait(seconds: float) -> None:
    time.sleep(seconds)
