"""Reading many files one after the other: a warm process makes a fenced child for each."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from core.errors import Refusal
from papers.ingest.reading import WORKER, ReadPdf, read_pdf
from papers.ingest.worker import Outcome

HANDS = 2
Named = tuple[str, bytes]


class Hand:
    """One warm process. It never opens a file itself; it is started again when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def read(self, folder: Path) -> int:
        """Have the file of a folder read by a child; return the child's code."""
        process = self._alive()
        if process.stdin is None or process.stdout is None:
            return Outcome.TOO_COMPLEX
        try:
            process.stdin.write(f"{folder}\n")
            process.stdin.flush()
            told = process.stdout.readline()
        except OSError:
            told = ""
        if not told.strip():
            self.close()
            return Outcome.TOO_COMPLEX
        return int(told)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()

    def _alive(self) -> "subprocess.Popen[str]":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and worker, no shell
                [sys.executable, "-I", str(WORKER), "--many"],
                env={},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                text=True,
            )
        return self._process


class Readers:
    """A few warm processes, to read many files with. Use with ``with``."""

    def __init__(self, hands: int = HANDS) -> None:
        self._free: SimpleQueue[Hand] = SimpleQueue()
        self._hands = [Hand() for _number in range(hands)]
        for hand in self._hands:
            self._free.put(hand)
        self._threads = ThreadPoolExecutor(hands)

    def __enter__(self) -> "Readers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        for hand in self._hands:
            hand.close()

    def read(self, files: Iterable[Named]) -> Iterator[ReadPdf | Refusal]:
        """Read files by name and bytes; give each as it was read, or why it was not, in order."""
        yield from self._threads.map(self._one, files)

    def _one(self, file: Named) -> ReadPdf | Refusal:
        name, content = file
        hand = self._free.get()
        try:
            return read_pdf(content, name=name, run=hand.read)
        except Refusal as refusal:
            return refusal
        finally:
            self._free.put(hand)
