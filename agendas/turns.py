"""Whose move it is with an item of an agenda and with an entry of the programme, for lists."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.models import ProgrammeEntry
from agendas.rows import Row
from agendas.states import EntryState, ItemKind
from core.workdays import end_of
from meetings.recurrence import later_month
from meetings.turns import Turn
from people.models import Person, Role
from people.policies import Offices, offices_of

NEEDS_PAPERS = {ItemKind.DECISION, ItemKind.ADOPTION}
DAY_BEFORE = 1


def turns_of_rows(rows: Iterable[Row], starts_at: datetime) -> dict[int, Turn]:
    """Return whose move it is with the items of a session; for those who arrange its agenda."""
    found = {row.item.pk: _of_row(row, starts_at) for row in rows}
    return {key: turn for key, turn in found.items() if turn}


def _of_row(row: Row, starts_at: datetime) -> Turn | None:
    item = row.item
    if not row.is_planned:
        return None
    if item.is_waiting or row.waiting:
        return Turn(gettext_lazy("Chair · to decide on what came late"), starts_at)
    if item.kind in NEEDS_PAPERS and not row.tabled and not item.is_paper_only:
        sponsor = item.sponsor.short_here if item.sponsor else _("Sponsor")
        return Turn(_("%(agency)s · to send the papers") % {"agency": sponsor})
    if item.checked_at is None:
        return Turn(gettext_lazy("Secretariat · to check the form"))
    return None


def turns_of_entries(person: Person, entries: Iterable[ProgrammeEntry]) -> dict[int, Turn]:
    """Return whose move it is with entries: told to who keeps the programme, and to the agency."""
    offices = offices_of(person)
    found = {entry.pk: _of_entry(entry, offices) for entry in entries}
    return {key: turn for key, turn in found.items() if turn}


def _of_entry(entry: ProgrammeEntry, offices: Offices) -> Turn | None:
    keeps = entry.body_id in offices.bodies(Role.CHAIR, Role.SECRETARY)
    if not entry.is_open or not (keeps or entry.agency_id in offices.agencies):
        return None
    if entry.state == EntryState.REGISTERED:
        return Turn(gettext_lazy("Secretariat · to take it into the programme"))
    if entry.submission_id is None:
        words = _("%(agency)s · to lodge the submission") % {"agency": entry.agency.short_here}
        return Turn(words, end_of(_last_day(entry)))
    return None


def _last_day(entry: ProgrammeEntry) -> date:
    after = later_month(entry.first_day, 1)
    return date.fromordinal(after.toordinal() - DAY_BEFORE)
