"""Somebody sends far too much: a sentence comes back, and nothing of it is kept."""

import http.client
import json
import re
from contextlib import closing
from pathlib import Path

import pytest

PIECE = b"0" * 1024 * 1024
TWO_HUNDRED = 200


def resident(server):
    """Return the megabytes of memory the server holds."""
    told = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", told)[1]) // 1024


def post(server, megabytes, *, says_length):
    headers = {"Accept": "application/json", "Content-Type": "multipart/form-data; boundary=x"}
    if says_length:
        headers["Content-Length"] = str(megabytes * len(PIECE))
    body = (PIECE for _ in range(megabytes))
    address = ("127.0.0.1", server.port)
    with closing(http.client.HTTPConnection(*address, timeout=60)) as line:
        chunked = not says_length
        line.request("POST", "/sign-in/", body=body, headers=headers, encode_chunked=chunked)
        with line.getresponse() as answer:
            return answer.status, json.loads(answer.read())


@pytest.mark.slow
@pytest.mark.parametrize("says_length", [True, False])
def test_two_hundred_megabytes_are_refused_and_not_kept(served, says_length):
    before = resident(served)

    status, told = post(served, TWO_HUNDRED, says_length=says_length)

    assert status == 413
    assert told["code"] == "too_much"
    assert "100 MB" in told["message"]
    assert resident(served) - before < 40
