"""The hands of the workshop: a few warm processes, each job with a time limit."""

import atexit
import contextlib
import os
import queue
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, cast

from minutes.workshop import frames

HOME = Path(__file__).resolve().parents[2]
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "HOME", "FONTCONFIG_FILE", "VIRTUAL_ENV")


class Unfinished(Exception):
    """The job was not done: the process ended, or the time was over."""


class Failed(Exception):
    """The job ended in an error; ``kind`` is the name of its class."""

    def __init__(self, kind: str, why: str) -> None:
        super().__init__(f"{kind}: {why}")
        self.kind = kind


class Hand:
    """One process, which does one job at a time."""

    def __init__(self) -> None:
        env = {key: os.environ[key] for key in KEPT if key in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "minutes.workshop.hand"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=HOME,
            env={**env, "TZ": "Asia/Ho_Chi_Minh"},
        )
        self.asked = cast("IO[bytes]", self.process.stdin)
        self.told = cast("IO[bytes]", self.process.stdout)

    def ask(self, message: frames.Message, until: float) -> frames.Message:
        """Give a job and wait for its answer."""
        self.asked.write(frames.packed(message))
        self.asked.flush()
        size = frames.HEAD.unpack(self._read(frames.HEAD.size, until))[0]
        return frames.unpacked(self._read(size, until))

    def _read(self, size: int, until: float) -> bytes:
        source, got = self.told.fileno(), bytearray()
        while len(got) < size:
            left = max(until - time.monotonic(), 0)
            if not select.select([source], [], [], left)[0]:
                raise Unfinished("The time limit is over.")
            piece = os.read(source, size - len(got))
            if not piece:
                raise Unfinished("The process ended.")
            got += piece
        return bytes(got)

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.asked, self.told):
            with contextlib.suppress(OSError):
                pipe.close()


class Pool:
    """At most ``size`` hands, started when they are needed."""

    def __init__(self, size: int) -> None:
        self._free: queue.LifoQueue[Hand | None] = queue.LifoQueue()
        for _place in range(size):
            self._free.put(None)

    def do(self, job: str, *, limit: float, **facts: Any) -> dict[str, Any]:
        """Have a job done; raise ``Unfinished`` when that takes longer than ``limit`` seconds."""
        until = time.monotonic() + limit
        try:
            hand = self._free.get(timeout=limit)
        except queue.Empty:
            raise Unfinished("The workshop is busy.") from None
        try:
            hand = _alive(hand)
            answer = hand.ask({"do": job, "with": facts}, until)
        except BaseException as problem:
            self._lose(hand)
            if isinstance(problem, OSError):
                raise Unfinished("The process ended.") from problem
            raise
        self._free.put(hand)
        return _done(answer)

    def _lose(self, hand: Hand | None) -> None:
        if hand is not None:
            hand.end()
        self._free.put(None)

    def close(self) -> None:
        """End every hand that is free."""
        for _place in range(self._free.qsize()):
            hand = self._free.get_nowait()
            if hand is not None:
                hand.end()
            self._free.put(None)


def _alive(hand: Hand | None) -> Hand:
    if hand is None:
        return Hand()
    if hand.process.poll() is None:
        return hand
    hand.end()
    return Hand()


def _done(answer: frames.Message) -> dict[str, Any]:
    if "failed" in answer:
        raise Failed(answer["failed"], answer["why"])
    done: dict[str, Any] = answer["done"]
    return done


_pools: dict[int, Pool] = {}
_lock = threading.Lock()


def shared(size: int) -> Pool:
    """Return this process's pool, opened on first asking."""
    with _lock:
        pool = _pools.get(os.getpid())
        if pool is None:
            pool = _pools[os.getpid()] = Pool(size)
            atexit.register(pool.close)
        return pool
