"""When a notice may go out."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from people.notices.timing import back_off, next_at, past_quiet

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(hour, minute=0, day=3):
    return datetime(2020, 3, day, hour, minute, tzinfo=VIET_NAM)


@pytest.mark.parametrize(
    ("at", "start", "end", "due"),
    [
        (moment(12), time(22), time(6), moment(12)),
        (moment(23), time(22), time(6), moment(6, day=4)),
        (moment(5), time(22), time(6), moment(6)),
        (moment(6), time(22), time(6), moment(6)),
        (moment(13), time(12), time(14), moment(14)),
        (moment(14), time(12), time(14), moment(14)),
        (moment(13), None, None, moment(13)),
        (moment(13), time(6), time(6), moment(13)),
    ],
)
def test_quiet_hours_are_waited_out(at, start, end, due):
    assert past_quiet(at, start, end) == due


def test_the_daily_mail_leaves_at_its_hour():
    assert next_at(moment(6), time(7)) == moment(7)
    assert next_at(moment(7), time(7)) == moment(7, day=4)


def test_failures_are_waited_for_longer_and_longer():
    waits = [back_off(tries) for tries in range(1, 12)]
    assert waits[:4] == [timedelta(minutes=n) for n in (1, 2, 4, 8)]
    assert waits[-1] == timedelta(hours=4)
