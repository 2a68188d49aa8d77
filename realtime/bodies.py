"""The body of a request is kept up to a limit.

What comes beyond it is read and thrown away, so that the sender hears the sentence of the
refusal instead of a broken connection, and neither memory nor disk fills. ``core.middleware``
says the sentence.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from daphne.http_protocol import WebRequest

from core.middleware import most_bytes

GIVE_UP = 4  # times the limit: then the connection is cut


class BoundedRequest(WebRequest):
    """A request that holds no more than it may."""

    content: Any
    taken = 0
    is_too_much = False

    def gotLength(self, length: int | None) -> None:  # noqa: N802 - Twisted's
        self.is_too_much = length is not None and length > most_bytes()
        super().gotLength(0 if self.is_too_much else length)

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802 - Twisted's
        self.taken += len(data)
        if self.taken > most_bytes() and not self.is_too_much:
            self.is_too_much = True
            self.content.close()
            self.content = BytesIO()
        if self.taken > GIVE_UP * most_bytes():
            self.transport.loseConnection()
        elif not self.is_too_much:
            super().handleContentChunk(data)

    def process(self) -> Any:
        """Pass on how much was sent, even where the sender did not say."""
        if self.is_too_much:
            declared = int(self.requestHeaders.getRawHeaders(b"content-length", [b"0"])[0])
            length = str(max(self.taken, declared)).encode()
            self.requestHeaders.setRawHeaders(b"content-length", [length])
        return super().process()


def bounded(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Let a factory of connections build bounded requests."""

    def built(address: Any) -> Any:
        protocol = build(address)
        protocol.requestFactory = BoundedRequest
        return protocol

    return built
