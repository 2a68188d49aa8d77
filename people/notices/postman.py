"""Who carries out what is due: a thread of the serving process, woken by each deed that tells."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.db import connections

from people.notices.rounds import look_around

log = logging.getLogger(__name__)

ROUND = 20.0  # seconds between two rounds when nobody rings
LOOK = 300.0  # seconds between two looks at what is to be told by itself
_rang = threading.Event()


def wake() -> None:
    """Let the postman of this process look at once; where there is none, nothing happens."""
    _rang.set()


class Postman:
    """Goes round until told to stop."""

    def __init__(self, every: float = ROUND) -> None:
        self.every = every
        self.looked_at = -LOOK
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._walk, name="postman", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self, patience: float = 3.0) -> None:
        """Make a last round, for so many seconds at most; what is left waits for the next start."""
        self.stopped.set()
        _rang.set()
        with suppress(RuntimeError):
            self.thread.join(timeout=patience)

    def _walk(self) -> None:
        while not self.stopped.is_set():
            _rang.clear()
            if time.monotonic() - self.looked_at >= LOOK:
                self.looked_at = time.monotonic()
                _safely(look_around)
            _safely(_send_all)
            _rang.wait(self.every)
        _safely(_send_all)


def _send_all() -> None:
    """Send all that is due."""
    from people.notices.outbox import send_due

    while send_due():
        pass


def _safely(work: Callable[[], object]) -> None:
    """Do a part of a round; one that fails is tried again with the next."""
    try:
        work()
    except Exception:
        log.exception("The postman could not finish a round")
    finally:
        connections.close_all()
