"""Keeping the shelf: what is composed is compared with what lies there; only differences are written."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.clock import now
from exchange.models import Shelved
from exchange.oparl.words import Data, whole
from meetings.models import Meeting
from people.models import Body


class Shelf:
    """The objects of one body (those of no meeting) or of one meeting, while they are renewed."""

    def __init__(self, body: Body, meeting: Meeting | None = None) -> None:
        self.body, self.meeting = body, meeting
        self.moment = now().replace(microsecond=0)
        lies = Shelved.objects.filter(body=body, meeting=meeting)
        self._lies = {(one.kind, one.key): one for one in lies}
        self._laid: set[tuple[str, str]] = set()
        self._new: list[Shelved] = []
        self._changed: list[Shelved] = []

    def lay(self, kind: str, key: object, facts: Mapping[str, Any]) -> Data:
        """Lay an object down; return it as others embed it. Its moments move only with its facts."""
        place = (kind, str(key))
        self._laid.add(place)
        one = self._lies.get(place)
        if one is None:
            one = self._taken_over(place, dict(facts)) or self._begun(place, dict(facts))
        elif one.deleted or one.data != facts:
            self._renew(one, dict(facts))
        return whole(kind, key, facts, one.created, one.modified)

    def close(self) -> None:
        """Write what is new or changed, and mark what was not laid down again as deleted."""
        for place, one in self._lies.items():
            if place not in self._laid and not one.deleted:
                self._renew(one, {}, deleted=True)
        Shelved.objects.bulk_create(self._new, batch_size=500)
        fields = ["data", "modified", "deleted", "meeting"]
        Shelved.objects.bulk_update(self._changed, fields, batch_size=200)

    def _taken_over(self, place: tuple[str, str], facts: Data) -> Shelved | None:
        """Take over what another meeting had laid down: a matter that was deferred, its papers."""
        one = Shelved.objects.filter(kind=place[0], key=place[1]).first()
        if one is None:
            return None
        one.meeting = self.meeting
        self._lies[place] = one
        self._renew(one, facts)
        return one

    def _begun(self, place: tuple[str, str], facts: Data) -> Shelved:
        one = Shelved(
            body=self.body,
            meeting=self.meeting,
            kind=place[0],
            key=place[1],
            data=facts,
            created=self.moment,
            modified=self.moment,
        )
        self._lies[place] = one
        self._new.append(one)
        return one

    def _renew(self, one: Shelved, facts: Data, *, deleted: bool = False) -> None:
        one.data, one.deleted = facts, deleted
        one.modified = max(self.moment, one.created)
        self._changed.append(one)


def wholes(rows: Iterable[Shelved]) -> list[Data]:
    """Return shelved rows as whole objects."""
    return [whole(one.kind, one.key, one.data, one.created, one.modified) for one in rows]
