"""In the measured server: a command without a deed, to time the way from socket to sockets."""

from typing import Any

from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "bench"

    def ready(self) -> None:
        from realtime import bell, live
        from realtime.commands import command

        rung = {"times": 0}

        @command("bench.ring")
        def ring(person: Any, meeting_id: int, data: dict[str, Any]) -> dict[str, Any]:
            rung["times"] += 1
            bell.ring(f"meeting.{meeting_id}", "bench.rang")
            return {}

        @live.section("bench", on=("bench.",))
        def times(meeting_id: int, audience: live.Audience) -> int:
            return 1_000_000 + rung["times"]
