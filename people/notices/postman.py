"""Who carries out what is due: a thread of the serving process, woken by each deed that tells."""

import logging
import threading
from contextlib import suppress

from django.db import connections

log = logging.getLogger(__name__)

ROUND = 20.0  # seconds between two rounds when nobody rings
_rang = threading.Event()


def wake() -> None:
    """Let the postman of this process look at once; where there is none, nothing happens."""
    _rang.set()


class Postman:
    """Goes round until told to stop."""

    def __init__(self, every: float = ROUND) -> None:
        self.every = every
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
            _round()
            _rang.wait(self.every)
        _round()


def _round() -> None:
    """Send all that is due; a round that fails is tried again with the next."""
    from people.notices.outbox import send_due

    try:
        while send_due():
            pass
    except Exception:
        log.exception("Notices could not be sent")
    finally:
        connections.close_all()
