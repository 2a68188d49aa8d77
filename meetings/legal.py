"""The time limits of a body that has set none: numbers, sources and days, as data.

They are copied into the settings of a new body (``found_body``, ``set_rules``) and stand in
where a row is missing. Sources: Nghị định 138/2016/NĐ-CP, Điều 27 and 28; Nghị định
191/2026/NĐ-CP, Điều 15, 16 and 19; the others are house rules, to be put in writing by the body.
"""

from datetime import date
from typing import NamedTuple

from meetings.models import Deadline, DeadlineCode, Period, ProgrammeLimit
from people.models import Body

DECREE_2016 = ("Nghị định 138/2016/NĐ-CP, Điều 27, 28", date(2016, 10, 1))
DECREE_2026 = ("Nghị định 191/2026/NĐ-CP, Điều 15, 16", date(2026, 5, 29))
PROGRAMME_2026 = ("Nghị định 191/2026/NĐ-CP, Điều 19", date(2026, 5, 29))
HOUSE_RULES = ("Quy chế làm việc", date.min)


class Limit(NamedTuple):
    """So many working days or percent, the source, and the day the source is of."""

    days: int
    source: tuple[str, date]
    percent: int = 0


C = DeadlineCode
LIMITS: dict[str, Limit] = {
    C.PAPERS_BEFORE_SESSION: Limit(5, DECREE_2016),
    C.INVITATION_BEFORE_SESSION: Limit(5, DECREE_2016),
    C.POSITION_BEFORE_SESSION: Limit(1, HOUSE_RULES),
    C.PAPERS_AT_SHORT_NOTICE: Limit(0, HOUSE_RULES, percent=50),
    C.POSITION_AT_SHORT_NOTICE: Limit(0, HOUSE_RULES, percent=75),
    C.SUBMISSION_CHECK: Limit(2, DECREE_2026),
    C.SUBMISSION_ROUTE: Limit(5, DECREE_2026),
    C.ROUTE_ANSWER: Limit(3, DECREE_2026),
    C.ADVICE_ANSWER: Limit(5, HOUSE_RULES),
    C.REPLY_TO_INVITATION: Limit(2, HOUSE_RULES),
    C.REMINDER: Limit(1, HOUSE_RULES),
}


def usual(body_id: int, code: str, starts: date = date.min) -> Deadline:
    """Return the usual time limit as a row that is not kept yet; not before its source."""
    limit = LIMITS[code]
    source, since = limit.source
    facts = {"days": limit.days, "percent": limit.percent, "source": source}
    return Deadline(body_id=body_id, code=code, starts=max(starts, since), **facts)


def give_usual_deadlines(body: Body, starts: date) -> None:
    """Keep the usual time limits for everything the body has set none for."""
    known = set(Deadline.objects.filter(body=body).values_list("code", flat=True))
    missing = [usual(body.pk, code, starts) for code in LIMITS if code not in known]
    Deadline.objects.bulk_create(missing)
    if not ProgrammeLimit.objects.filter(body=body).exists():
        usual_programme(body.pk, starts).save()


def usual_programme(body_id: int, starts: date = date.min) -> ProgrammeLimit:
    """Return the usual limit for next year's programme, 15 November, as a row not kept yet."""
    source, since = PROGRAMME_2026
    facts = {"period": Period.YEAR, "day": 15, "months_before": 2, "source": source}
    return ProgrammeLimit(body_id=body_id, starts=max(starts, since), **facts)
