"""The gates of a meeting as a page shows them: what stands, what is next."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from exchange.effects import Effects
from exchange.models import Release
from exchange.policies import releases_of
from exchange.states import GATES, Audience, What
from meetings.models import Meeting
from meetings.turns import Turn


@dataclass(frozen=True)
class Gate:
    """One place of the table: a release that stands, or none yet."""

    what: What
    audience: Audience
    release: Release | None
    effect: str
    news: str

    @property
    def state(self) -> str:
        """Return how it stands, by the name its look is known by."""
        if self.release is None:
            return ""
        if self.release.confirmed_at is None:
            return "planned"
        return "released" if self.release.is_open else "scheduled"

    @property
    def turn(self) -> Turn | None:
        """Return whose move it is with a release that is planned and not confirmed."""
        if self.release is None or self.state != "planned":
            return None
        return Turn(_("Secretariat · to confirm"), self.release.planned_at)


@dataclass(frozen=True)
class Row:
    """All gates of one thing, in order."""

    what: What
    gates: list[Gate]


def rows_of(meeting: Meeting) -> list[Row]:
    """Return the table of a meeting's gates."""
    releases = releases_of(meeting).select_related("confirmed_by")
    standing = {(one.what, one.audience): one for one in releases}
    effects = Effects(meeting)
    return [
        Row(what, [_gate(effects, what, one, standing.get((what, one))) for one in GATES])
        for what in What
    ]


def _gate(effects: Effects, what: What, audience: Audience, release: Release | None) -> Gate:
    """Return one gate with what it causes, told where there is one to confirm or look at."""
    effect = effects.of(audience, what, release) if release else ""
    return Gate(what, audience, release, effect, effects.news(release))


def next_of(rows: list[Row]) -> Release | None:
    """Return the first release that waits for its confirmation."""
    waiting = (gate for row in rows for gate in row.gates if gate.state == "planned")
    first = next(waiting, None)
    return first.release if first else None
