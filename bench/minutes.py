"""Minutes of twelve items as an archival PDF, from the approved record to the file.

Ours: the document written from its record, printed in the workshop's process as tagged PDF/A-3a with
the record attached and two signature fields, packed for signing. The limit: bare WeasyPrint, warm,
in this process, which makes a plain PDF of the same HTML. Both in turn, round by round.
"""

import time
from collections.abc import Callable
from typing import Any

from bench.figure import Figure, Options, timed
from bench.world import World, lay

ITEMS = 12
CONCLUSION = (
    "Thống nhất thông qua; giao cơ quan trình tiếp thu ý kiến các Thành viên Chính phủ, hoàn thiện, "
    "trình Thủ tướng Chính phủ xem xét, ký ban hành trong tháng."
)


def run(options: Options) -> Figure:
    from weasyprint import HTML

    from minutes.pdf.document import written
    from minutes.pdf.fetcher import BASE, Locked
    from minutes.record import written_out
    from minutes.workshop import print_pdf

    minutes = approved(lay(members=27, items=ITEMS))

    def ours() -> int:
        record = written_out(minutes.record)
        return len(print_pdf(written(minutes.record), record, dated=minutes.approved_at))

    html = written(minutes.record)

    def bare() -> int:
        return len(HTML(string=html, base_url=BASE, url_fetcher=Locked()).write_pdf())

    sizes = {"bytes": ours(), "limit_bytes": bare()}
    prints, limits = in_turn(ours, bare, options.rounds(12))
    return timed("minutes", prints, limits, n=ITEMS, **sizes)


def approved(world: World) -> Any:
    """Hold the session: every item reported, spoken on, voted and concluded; minute it."""
    from agendas.actions import call_speaker, close_item, open_item, request_speech
    from meetings.actions import move_meeting
    from minutes.actions import approve_minutes, draft_minutes
    from voting.actions import cast_ballot, close_vote, open_vote

    for number, item in enumerate(world.meeting.items.all()):
        open_item(world.chair, item)
        for person in world.members[number : number + 3]:
            call_speaker(world.chair, request_speech(person, world.meeting))
        vote = open_vote(world.chair, item, question="Đồng ý thông qua?")
        for place, person in enumerate(world.members):
            cast_ballot(person, vote, choice="no" if place == number else "yes")
        close_vote(world.chair, vote)
        close_item(world.chair, item, conclusion=CONCLUSION)
    meeting = move_meeting(world.chair, world.meeting, "adjourned")
    return approve_minutes(world.secretary, draft_minutes(world.secretary, meeting))


def in_turn(
    ours: Callable[[], int], bare: Callable[[], int], rounds: int
) -> tuple[list[float], list[float]]:
    """Measure both in turn, in milliseconds, so that a busy machine slows both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for kept, work in zip(times, (ours, bare), strict=True):
            start = time.perf_counter()
            work()
            kept.append((time.perf_counter() - start) * 1000)
    return times
