"""Threads that read and write the database beside the loop, each with a connection it keeps."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from typing import Any, TypeVar

from django.db import connections

log = logging.getLogger(__name__)

Job = Callable[[], None]
Value = TypeVar("Value")
_turn = threading.Lock()


class Workers:
    """A few threads that do jobs in the order they come."""

    def __init__(self, name: str, size: int) -> None:
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()
        self.threads = [
            threading.Thread(target=self._work, name=f"{name}-{n}", daemon=True)
            for n in range(size)
        ]
        for thread in self.threads:
            thread.start()

    def submit(self, job: Job) -> None:
        self.jobs.put(job)

    async def call(self, ask: Callable[..., Value], *given: Any) -> Value:
        """Do one job and return its value to the loop."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Value] = loop.create_future()

        def job() -> None:
            try:
                outcome = future.set_result, ask(*given)
            except BaseException as problem:
                outcome = future.set_exception, problem  # type: ignore[assignment] # either way
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_settle, future, *outcome)

        self.submit(job)
        return await future

    def close(self) -> None:
        """Let the threads finish what they have, close their connections, and end."""
        for _ in self.threads:
            self.jobs.put(None)
        for thread in self.threads:
            thread.join(timeout=10)

    def _work(self) -> None:
        try:
            while (job := self.jobs.get()) is not None:
                tidy()
                do(job)
        finally:
            connections.close_all()


def do(job: Job) -> None:
    """Do a job; a broken one is logged and does not end the thread."""
    try:
        job()
    except Exception:
        log.exception("A job beside the loop failed")


def tidy() -> None:
    """Drop a connection that went bad; ask the next use to check that it still stands."""
    for connection in connections.all(initialized_only=True):
        if connection.errors_occurred and not connection.is_usable():
            connection.close()
        connection.errors_occurred = False
        setattr(connection, "health_check_done", False)  # noqa: B010 - the stubs do not know it


def turn() -> contextlib.AbstractContextManager[object]:
    """Let writers of this process queue fairly where the database has one lock for all."""
    return _turn if connections["default"].vendor == "sqlite" else contextlib.nullcontext()


def all_waiting(jobs: "SimpleQueue[Any]", first: Any, most: int) -> Iterable[Any]:
    """Yield the first job and those that wait behind it."""
    yield first
    for _ in range(min(most - 1, jobs.qsize())):
        yield jobs.get()


def _settle(future: "asyncio.Future[Any]", settle: Callable[[Any], None], value: Any) -> None:
    if not future.done():
        settle(value)
