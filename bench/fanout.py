"""A change on every screen: trigger sent by one client → the last of N clients has the new state.

``fanout``: the trigger is a command that only rings the room's bell; the server reads the state
and tells everybody. Beside it bare ``websockets`` broadcasts the very same bytes at a word.
``deed``: the trigger is a real deed (the chair starts or stops the clock): checked, journalled,
committed durably, then told. The same limit, which neither checks nor stores.
"""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

from bench.crowd import CrowdProcess, Seat
from bench.figure import Figure, Options, timed
from bench.processes import Served, ours
from bench.world import World, lay, session_of

SIZES = (27, 500, 1000)
MANY = 500
PAUSE = 0.15


def run(options: Options) -> Iterator[Figure]:
    world = lay(members=27, items=12)
    sessions = [session_of(person) for person in world.members]
    for size in SIZES:
        with ours() as server:
            yield from measure(options, world, sessions, server, size)


def measure(
    options: Options, world: World, sessions: list[str], server: Served, size: int
) -> Iterator[Figure]:
    """Let N screens, spread over the members, follow one meeting; ask both servers in turn."""
    path = f"/ws/meetings/{world.meeting.pk}/"
    seats = [
        Seat(server.port, f"{path}?face=wall", sessions[n % len(sessions)]) for n in range(size)
    ]
    crowd = CrowdProcess()
    before = server.memory()
    crowd.ask("gather", "ours", seats, Seat(server.port, f"{path}?face=console", sessions[0]))
    grown = (server.memory() - before) / size / 1024
    payload = options.folder / f"payload{size}"
    payload.write_bytes(crowd.ask("payload", "ours", ring()))
    with Served("-m", "bench.bare_websockets", "--payload", str(payload)) as bare:
        there = [Seat(bare.port, "/") for _ in range(size)]
        crowd.ask("gather", "bare", there, Seat(bare.port, "/trigger"))
        yield compare(options, crowd, server, payload, "fanout", size, grown)
        yield compare(options, crowd, server, payload, "deed", size, grown)
    crowd.close()


def compare(
    options: Options, crowd: CrowdProcess, server: Served, payload: Path, name: str, size: int,
    grown: float,
) -> Figure:  # fmt: skip
    """Measure both servers in turn."""
    mine, theirs, cpu = [], [], 0.0
    rounds = options.rounds(40 if size < 100 else 25)
    for number in range(rounds + 2):
        word = ring() if name == "fanout" else clock(number)
        begun = server.cpu()
        mine.append(crowd.ask("round", "ours", word, PAUSE))
        cpu += server.cpu() - begun
        theirs.append(crowd.ask("round", "bare", "go", PAUSE))
    facts = {
        "bytes": payload.stat().st_size,
        "cpu_us_per_message": cpu / len(mine) / size * 1e6,
    }
    if size >= MANY:  # with few, the server's own start weighs more than they do
        facts["kb_per_connection"] = grown
    return timed(name, mine[2:], theirs[2:], n=size, **facts)


def ring() -> str:
    return json.dumps({"id": str(uuid.uuid4()), "do": "bench.ring", "with": {}})


def clock(number: int) -> str:
    """Start the meeting's clock, and stop it the next time."""
    data = {"label": "Phát biểu", "seconds": 300} if number % 2 == 0 else {}
    name = "timer.start" if number % 2 == 0 else "timer.stop"
    return json.dumps({"id": str(uuid.uuid4()), "do": name, "with": data})
