"""One thread a process that writes batches: what comes while one commits is the next batch."""

import logging
import threading
import time
from collections.abc import Callable
from itertools import groupby
from queue import SimpleQueue

from django.db import connections

from core.errors import Refusal
from realtime.commands import Answer, Call, run_batch
from realtime.errors import Failed
from realtime.workers import all_waiting, tidy, turn

log = logging.getLogger(__name__)

MOST = 500
BREATH, LONGEST = 0.001, 0.025  # seconds: a lone call waits one breath, a burst not much longer
Outcome = Answer | Refusal
Deliver = Callable[[list[tuple[object, Call, Outcome]]], None]


class Writer:
    """Gathers calls, does them in one transaction, and tells the outcomes after its commit."""

    def __init__(self, deliver: Deliver) -> None:
        self.deliver = deliver
        self.calls: SimpleQueue[tuple[object, Call] | None] = SimpleQueue()
        self.thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self.thread.start()

    def put(self, sender: object, call: Call) -> None:
        self.calls.put((sender, call))

    def close(self) -> None:
        self.calls.put(None)
        self.thread.join(timeout=10)

    def _work(self) -> None:
        try:
            while (first := self.calls.get()) is not None:
                self._gather()
                batch = list(all_waiting(self.calls, first, MOST))
                self._write([waiting for waiting in batch if waiting is not None])
                if None in batch:
                    return
        finally:
            connections.close_all()

    def _gather(self) -> None:
        """Wait while more keep coming: a transaction costs as much as forty calls in it."""
        until, waiting = time.monotonic() + LONGEST, -1
        while waiting < (now := self.calls.qsize()) < MOST and time.monotonic() < until:
            waiting = now
            time.sleep(BREATH)

    def _write(self, batch: list[tuple[object, Call]]) -> None:
        tidy()
        for _name, group in groupby(batch, key=lambda waiting: waiting[1].name):
            waiting = list(group)
            outcomes = settle([call for _sender, call in waiting])
            self.deliver(
                [(sender, call, o) for (sender, call), o in zip(waiting, outcomes, strict=True)]
            )


def settle(calls: list[Call]) -> list[Outcome]:
    """Do a batch; should it fail as a whole, do each call alone, so that one cannot sink all."""
    try:
        with turn():
            return run_batch(calls)
    except Exception:
        log.exception("A batch of %d failed", len(calls))
        if len(calls) == 1:
            return [Failed()]
    return [outcome for call in calls for outcome in settle([call])]
