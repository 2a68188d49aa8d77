"""Receipts: a short code that anybody can work out again from the cast as it is stored.

The code is the first 40 bits of a SHA-256 over the lines below, written in Crockford's
base 32 (no I, L, O, U) as two groups of four, such as 7F3K-92QD:

    nghisu.cast.v1
    <vote id>
    <elector id>
    <number of the cast, 1 for the first>
    <choice: yes, no or other>
    <command id, a UUID in lower case with hyphens>
    <moment in UTC: 2026-11-24T02:41:07.123456+00:00>
    <SHA-256 of the reason in UTF-8, in hexadecimal>
"""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

DOMAIN = "nghisu.cast.v1"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NOTHING = hashlib.sha256(b"").hexdigest()


def receipt(
    vote_id: int,
    elector_id: int,
    *,
    number: int,
    choice: str,
    command_id: UUID,
    at: datetime,
    reason: str = "",
) -> str:
    """Return the receipt code of one cast."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    opinion = hashlib.sha256(reason.encode()).hexdigest() if reason else NOTHING
    lines = (DOMAIN, vote_id, elector_id, number, choice, command_id, moment, opinion)
    digest = hashlib.sha256("\n".join(map(str, lines)).encode()).digest()
    return spell(int.from_bytes(digest[:5], "big"))


def spell(number: int) -> str:
    """Write 40 bits as two groups of four signs."""
    signs = [ALPHABET[number >> shift & 31] for shift in range(35, -1, -5)]
    return "".join(signs[:4]) + "-" + "".join(signs[4:])
