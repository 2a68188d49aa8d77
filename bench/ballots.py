"""A burst of ballots: everybody casts at once → everybody has a receipt after a durable commit.

Ours is the real server: each voter signed in with a socket of the live meeting, every ballot
checked, kept with all earlier ones, journalled in batches, the turnout told to every screen.
Beside it a bare ``picows`` server stores the same rows with ``sqlite3``, ``synchronous=FULL``,
in group commits, and tells nobody else. The rounds take turns; ``ratio`` is our rate / its rate.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.crowd import Seat
from bench.figure import Figure, Options, percentile
from bench.processes import Served, ours
from bench.voters import Burst, VotersProcess
from bench.world import World, lay, session_of

SIZES = (27, 500)
CHOICES = ("yes", "no")


def run(options: Options) -> Iterator[Figure]:
    for size in SIZES:
        world, vote = open_vote(size)
        with (
            ours() as server,
            Served("-m", "bench.bare_ballots", "--folder", str(folder(options, size))) as bare,
        ):
            yield measure(options, world, vote, server, bare)


def folder(options: Options, size: int) -> Path:
    path = options.folder / f"bare{size}"
    path.mkdir()
    return path


def open_vote(size: int) -> tuple[World, int]:
    """Lay a meeting of so many members, all present, with a vote open."""
    from agendas.actions import open_item
    from voting import actions

    world = lay(members=size, items=1, code=f"ballots{size}")
    item = open_item(world.chair, world.meeting.items.get())
    return world, actions.open_vote(world.chair, item, question="Thông qua dự án Luật?").pk


def measure(options: Options, world: World, vote: int, server: Served, bare: Served) -> Figure:
    """Let the same voters cast at both servers in turn; every round they change their minds."""
    size, voters = len(world.members), VotersProcess()
    path = f"/ws/meetings/{world.meeting.pk}/?face=member"
    here = [Seat(server.port, path, session_of(person)) for person in world.members]
    voters.ask("gather", "ours", here)
    voters.ask("gather", "bare", [Seat(bare.port, f"/{n}") for n in range(size)])
    mine: list[Burst] = []
    theirs: list[Burst] = []
    cpu = 0.0
    for number in range(options.rounds(15) + 2):
        begun = server.cpu()
        mine.append(voters.ask("cast", "ours", vote, CHOICES[number % 2]))
        cpu += server.cpu() - begun
        theirs.append(voters.ask("cast", "bare", vote, CHOICES[number % 2]))
    voters.close()
    return figure(size, mine[2:], theirs[2:], cpu / len(mine) / size * 1e6)


def figure(size: int, mine: list[Burst], theirs: list[Burst], cpu: float) -> Figure:
    rate, limit = (size / statistics.median(all_ for all_, _ in runs) for runs in (mine, theirs))
    facts: dict[str, Any] = {
        "all_acked_ms": size / rate * 1000,
        "limit_all_acked_ms": size / limit * 1000,
        "ack_p99_ms": percentile([w for _, waits in mine for w in waits], 99) * 1000,
        "limit_ack_p99_ms": percentile([w for _, waits in theirs for w in waits], 99) * 1000,
        "cpu_us_per_ballot": cpu,
    }
    return Figure("ballots", rate, "ballots/s", limit, rate / limit, size, len(mine), facts)
