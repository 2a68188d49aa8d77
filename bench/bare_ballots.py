"""The bare tool: ``picows`` that stores the same rows with the raw driver, in group commits.

It checks nothing, tells nobody but the voter, and knows its members by the path they connect to.
"""

import argparse
import asyncio
import json
import queue
import sqlite3
import threading
from pathlib import Path
from typing import Any

import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE cast_ (id INTEGER PRIMARY KEY AUTOINCREMENT, elector INTEGER, number INTEGER,
  choice TEXT, reason TEXT, command TEXT, at TEXT, UNIQUE (elector, number),
  UNIQUE (elector, command));
CREATE TABLE ballot (id INTEGER PRIMARY KEY AUTOINCREMENT, vote INTEGER, elector INTEGER UNIQUE,
  cast_ INTEGER UNIQUE, choice TEXT, changes INTEGER, receipt TEXT, at TEXT);
CREATE INDEX ballot_vote ON ballot (vote);
CREATE TABLE receipt (id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER, command TEXT,
  name TEXT, digest TEXT, answer TEXT, at TEXT, UNIQUE (person, command));
"""
AT = "2026-11-24 02:41:07.123456"
Waiting = tuple["Voter", dict[str, Any]]


class Voter(WSListener):  # type: ignore[misc] # compiled
    """One connection."""

    def __init__(self, member: int, inbox: "queue.SimpleQueue[Waiting]") -> None:
        self.member, self.inbox = member, inbox
        self.number = 0

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport
        transport.send(WSMsgType.TEXT, b'{"t":"hello"}')

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type != WSMsgType.TEXT:
            return
        asked = json.loads(frame.get_payload_as_bytes())
        if asked["do"] == "ballot.cast":
            self.number += 1
            self.inbox.put((self, asked))


def write(file: Path, inbox: "queue.SimpleQueue[Waiting]", loop: asyncio.AbstractEventLoop) -> None:
    """Commit what has gathered while the batch before was committed, then answer it."""
    base = sqlite3.connect(file, isolation_level=None)
    base.executescript(SCHEMA)
    while True:
        batch = [inbox.get()]
        batch += [inbox.get() for _ in range(min(inbox.qsize(), 499))]
        store(base, batch)
        loop.call_soon_threadsafe(answer, batch)


def store(base: sqlite3.Connection, batch: list[Waiting]) -> None:
    base.execute("BEGIN IMMEDIATE")
    last = base.execute("SELECT coalesce(max(id), 0) FROM cast_").fetchone()[0]
    rows = [(v.member, v.number, a["with"]["choice"], a["id"]) for v, a in batch]
    base.executemany(
        "INSERT INTO cast_ (elector, number, choice, reason, command, at) VALUES (?,?,?,'',?,?)",
        [(*row, AT) for row in rows],
    )
    base.executemany(
        "INSERT INTO ballot (vote, elector, cast_, choice, changes, receipt, at)"
        " VALUES (1,?,?,?,?,'7F3K-92QD',?) ON CONFLICT (elector) DO UPDATE SET"
        " cast_=excluded.cast_, choice=excluded.choice, changes=excluded.changes,"
        " receipt=excluded.receipt, at=excluded.at",
        [(row[0], last + n, row[2], row[1], AT) for n, row in enumerate(rows, 1)],
    )
    base.executemany(
        "INSERT INTO receipt (person, command, name, digest, answer, at)"
        " VALUES (?,?,'ballot.cast',?,?,?)",
        [(row[0], row[3], "0" * 64, json.dumps(told(row[2])), AT) for row in rows],
    )
    base.execute("COMMIT")


def told(choice: str) -> dict[str, Any]:
    return {"vote": 1, "choice": choice, "changes": 0, "receipt": "7F3K-92QD", "at": AT}


def answer(batch: list[Waiting]) -> None:
    for voter, asked in batch:
        result = told(asked["with"]["choice"])
        frame = {"t": "receipt", "id": asked["id"], "at": AT, "result": result}
        voter.transport.send(WSMsgType.TEXT, json.dumps(frame).encode())


async def main(port: int, folder: Path) -> None:
    inbox: queue.SimpleQueue[Waiting] = queue.SimpleQueue()
    given = (folder / "bare.sqlite3", inbox, asyncio.get_running_loop())
    threading.Thread(target=write, args=given, daemon=True).start()

    def visit(request: WSUpgradeRequest) -> Voter:
        return Voter(int(request.path.strip(b"/")), inbox)

    server = await ws_create_server(visit, "127.0.0.1", port, backlog=4096)
    print("listening", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    uvloop.run(main(arguments.port, arguments.folder))
