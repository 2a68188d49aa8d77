"""How a batch of ballots is written: two statements for all of it, whatever its size.

Building three thousand model objects costs more than the database does. The tables are the
models' own, and every constraint on them holds here too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

Row = tuple[Any, ...]

CASTS = """
    INSERT INTO voting_cast (elector_id, number, choice, reason, command_id, at)
    VALUES (%s, %s, %s, %s, %s, %s)
"""
BALLOTS = """
    INSERT INTO voting_ballot (vote_id, elector_id, cast_id, choice, changes, receipt, at)
    VALUES (
        %s, %s, (SELECT id FROM voting_cast WHERE elector_id = %s AND number = %s), %s, %s, %s, %s
    )
    ON CONFLICT (elector_id) DO UPDATE SET
        cast_id = excluded.cast_id, choice = excluded.choice, changes = excluded.changes,
        receipt = excluded.receipt, at = excluded.at
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted cast, as it is stored."""

    elector_id: int
    number: int
    choice: str
    reason: str
    command_id: UUID
    receipt: str


def store(vote_id: int, casts: Sequence[Accepted], at: datetime) -> None:
    """Keep every cast; the latest of each elector becomes the ballot that counts."""
    moment = connection.ops.adapt_datetimefield_value(at)
    latest = {cast.elector_id: cast for cast in casts}
    with connection.cursor() as cursor:
        cursor.executemany(CASTS, [_cast(cast, moment) for cast in casts])
        cursor.executemany(BALLOTS, [_ballot(vote_id, cast, moment) for cast in latest.values()])


def _cast(cast: Accepted, moment: Any) -> Row:
    command = cast.command_id if connection.features.has_native_uuid_field else cast.command_id.hex
    return cast.elector_id, cast.number, cast.choice, cast.reason, command, moment


def _ballot(vote_id: int, cast: Accepted, moment: Any) -> Row:
    place = (cast.elector_id, cast.elector_id, cast.number)
    return vote_id, *place, cast.choice, cast.number - 1, cast.receipt, moment
