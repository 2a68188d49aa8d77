"""Taking in 350 meetings, 5,000 items and 2,000 papers from a set of OParl files, and again.

The limit is the bare work in the same run: parsing the same JSON and writing as many rows of the same
columns with ``executemany`` into a bare SQLite file, without files, constraints, policies or a journal.
"""

import io
import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure, Options
from bench.oparl_set import write_set

SECONDS = 180.0


def run(options: Options) -> Iterator[Figure]:
    from bench.world import lay

    lay(members=5, items=1, in_session=False)
    share = 20 if options.quick else 1
    size = {"meetings": 350 // share, "items": 5000 // share, "papers": 2000 // share}
    folder = options.folder / "set"
    write_set(folder, **size)
    first = imported(folder)
    counts = rows()
    again = imported(folder)
    if rows() != counts:
        raise RuntimeError(f"The second run changed something: {counts} became {rows()}")
    bare = barely(folder, options.folder / "bare.sqlite3")
    more = {**counts, "allowed": SECONDS, "again": again}
    n = sum(size.values())
    yield Figure("import", first, "s", bare, first / bare, n, 1, more)


def imported(folder: Path) -> float:
    from django.core.management import call_command

    begin = time.perf_counter()
    call_command("import_oparl", str(folder), stdout=io.StringIO())
    return time.perf_counter() - begin


def rows() -> dict[str, int]:
    """Count what is there."""
    from agendas.models import Item
    from exchange.models import Imported
    from meetings.models import Meeting
    from papers.models import PaperVersion
    from realtime.models import Entry

    models = (Meeting, Item, PaperVersion, Imported, Entry)
    return {model.__name__.lower(): model.objects.count() for model in models}


def barely(folder: Path, database: Path) -> float:
    """Do the bare work, and return how long it took."""
    begin = time.perf_counter()
    meetings, items, papers = [], [], []
    for path in sorted(folder.glob("*.json")):
        for thing in json.loads(path.read_text(encoding="utf-8"))["data"]:
            if thing["type"].endswith("/Meeting"):
                meetings.append((thing["id"], thing["name"], thing["start"], thing["end"]))
                items += [
                    (i["id"], thing["id"], i["order"], i["name"]) for i in thing["agendaItem"]
                ]
            if thing["type"].endswith("/Paper"):
                content = (folder / "files" / f"{thing['id'].rpartition('/')[2]}.pdf").read_bytes()
                papers.append((thing["id"], thing["name"], thing["date"], content))
    with sqlite3.connect(database) as bare:
        bare.execute("PRAGMA synchronous=FULL")
        for name, found in (("meeting", meetings), ("item", items), ("paper", papers)):
            bare.execute(f"CREATE TABLE {name} (a TEXT PRIMARY KEY, b, c, d)")
            bare.executemany(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", found)
    return time.perf_counter() - begin
