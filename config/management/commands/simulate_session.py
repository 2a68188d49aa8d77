"""Play the other members of a session over real sockets, until it is adjourned."""

import asyncio
import json
import os
import signal
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demo.simulation.entrance import Address
from config.demo.simulation.play import Play, Wishes
from config.demo.simulation.script import Script, script_of, session_to_play


class Command(BaseCommand):
    """Play members: they check in, read, ask to speak, vote, and lose the line now and then."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--meeting", type=int, help="its number; else the one to be held")
        parser.add_argument("--pace", type=float, default=1.0, help="2 is twice as fast")
        parser.add_argument("--members", type=int, help="so many members, not all")
        parser.add_argument("--without", nargs="*", default=[], help="names that people play")
        parser.add_argument("--drive", action="store_true", help="play chair and secretary too")
        parser.add_argument("--seconds", type=float, default=3600, help="stop after this time")
        parser.add_argument("--url", default="ws://127.0.0.1:8000", help="where the server is")
        parser.add_argument("--status", help="a file in which to keep the state of things")

    def handle(self, *args: Any, **options: Any) -> None:
        script = self._script(options["meeting"])
        wishes = Wishes(
            address=Address.read(options["url"]),
            password=settings.DEMO_PASSWORD,
            pace=max(options["pace"], 0.1),
            members=options["members"],
            without=frozenset(options["without"]),
            drive=options["drive"],
            seconds=options["seconds"],
        )
        self.status = Path(options["status"]) if options["status"] else None
        self.begun, self.said = time.time(), ""
        self.stdout.write(f"{script.title}: {options['url']}")
        asyncio.run(self._play(Play(script, wishes)))

    def _script(self, key: int | None) -> Script:
        if not settings.DEMO:
            raise CommandError("Members are only simulated in demo mode (DEMO=1).")
        meeting = session_to_play(key)
        if meeting is None:
            raise CommandError("There is no convened session to play in.")
        return script_of(meeting)

    async def _play(self, play: Play) -> None:
        task = asyncio.create_task(play.run(self._tell))
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            self.stdout.write("Stopped.")

    def _tell(self, play: Play) -> None:
        count = play.count
        done = ", ".join(f"{name} {number}" for name, number in sorted(count.items()))
        words = f"{play.linked}/{len(play.players)} connected; {done or '-'}"
        if words != self.said:
            self.stdout.write(words)
        self.said = words
        self._keep(play)

    def _keep(self, play: Play) -> None:
        if self.status is None:
            return
        told = {
            "pid": os.getpid(),
            "meeting": play.script.meeting,
            "begun": self.begun,
            "players": len(play.players),
            "linked": play.linked,
            "count": dict(play.count),
        }
        part = self.status.with_suffix(".part")
        part.write_text(json.dumps(told), "utf-8")
        part.replace(self.status)
