"""Doors of the versions of an agenda: which there are, and what changed between any two."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agendas.comparing import Line, compare
from agendas.models import AgendaVersion
from agendas.versions import DESIGN, Reading, told
from agendas.views.desk import seen_meeting
from people.http import Request


@require_safe
def versions(request: Request, pk: int) -> HttpResponse:
    """List the published versions and compare two of them, or one with the design."""
    reading = Reading(request.user, seen_meeting(request, pk))
    published = list(reading.versions)
    names = [version.letter for version in published]
    if reading.policy.is_keeper and published:
        names.insert(0, DESIGN)
    usual = names[-len(published) :] if len(published) > 1 else names
    after = _asked(request, "to", names, usual)
    before = _asked(request, "from", names, names[names.index(after) + 1 :] if after else [])
    facts = {
        "meeting": reading.meeting,
        "policy": reading.policy,
        "published": published,
        "choices": [(name, _called(name)) for name in names],
        "before": before,
        "after": after,
        "before_called": _called(before),
        "after_called": _called(after),
        "changes": _changes(reading, published, before, after),
    }
    return render(request, "agendas/versions.html", facts)


def _asked(request: Request, name: str, names: list[str], usual: list[str]) -> str:
    """Return the version asked for, if there is one of that name, else the usual one."""
    asked = request.GET.get(name, "")
    return asked if asked in names else next(iter(usual), "")


def _changes(
    reading: Reading, published: list[AgendaVersion], before: str, after: str
) -> list[object] | None:
    if not before or not after:
        return None
    numbers = {version.letter: version.number for version in published}
    old, new = (_lines(reading, numbers, name) for name in (before, after))
    return [*told(compare(old, new))]


def _lines(reading: Reading, numbers: dict[str, int], name: str) -> list[Line]:
    return reading.design() if name == DESIGN else reading.lines(numbers[name])


def _called(name: str) -> str:
    if name == DESIGN:
        return _("the design as it stands")
    return _("version %(letter)s") % {"letter": name} if name else ""
