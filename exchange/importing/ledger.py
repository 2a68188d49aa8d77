"""What is known of a source: which of its objects became which of ours, and as they were then."""

from dataclasses import dataclass

from core.clock import now
from exchange.importing.report import CHANGED, NEW, SAME
from exchange.models import Imported
from exchange.states import DELETED, ImportKind

BATCH = 400


@dataclass(frozen=True)
class Known:
    """What one object of the source became."""

    key: int
    digest: str
    rank: int = 0


class Ledger:
    """The table of imported objects of one source, held in memory while an import runs."""

    def __init__(self, source: str, *, is_dry: bool) -> None:
        self.source, self.is_dry = source, is_dry
        self._known: dict[str, dict[str, Known]] = {kind: {} for kind in ImportKind.values}
        self._waiting: dict[tuple[str, str], Known] = {}
        self._before: dict[tuple[str, str], Known | None] = {}
        self._seen: set[tuple[str, str]] = set()
        self._planned = 0
        for row in Imported.objects.filter(source=source).iterator(chunk_size=2000):
            known = Known(row.object_key, row.digest, row.rank)
            self._known[row.kind][row.external_id] = known

    def see(self, kind: ImportKind, name: str) -> None:
        """Remember that the source still tells of an object."""
        self._seen.add((kind, name))

    def unseen(self) -> list[tuple[str, str]]:
        """Return what was taken in once and the source did not tell of in this run."""
        told = (
            (kind, name)
            for kind in ImportKind.values
            for name, known in self._known[kind].items()
            if kind != ImportKind.CONSULTATION and known.digest != DELETED
        )
        return sorted(set(told) - self._seen)

    def get(self, kind: ImportKind, name: str) -> Known | None:
        return self._known[kind].get(name)

    def key(self, kind: ImportKind, name: str) -> int | None:
        """Return what an object of the source became; None while it is unknown."""
        known = self._known[kind].get(name)
        return known.key if known else None

    def beginning(self, kind: ImportKind, start: str) -> set[int]:
        """Return our keys of what is known by names that begin so."""
        return {one.key for name, one in self._known[kind].items() if name.startswith(start)}

    def standing(self, kind: ImportKind, name: str, digest: str) -> str:
        """Tell whether an object is new, has changed, or is as it was."""
        known = self._known[kind].get(name)
        if known is None:
            return NEW
        return SAME if known.digest == digest else CHANGED

    def note(self, kind: ImportKind, name: str, key: int, digest: str, rank: int = 0) -> None:
        """Remember what an object became. It is written with ``save``."""
        known = Known(key, digest, rank)
        self._before.setdefault((kind, name), self._known[kind].get(name))
        self._known[kind][name] = known
        self._waiting[kind, name] = known

    def undo(self) -> None:
        """Forget what was noted since the last ``save``: its page was not written."""
        for (kind, name), before in self._before.items():
            if before is None:
                self._known[kind].pop(name, None)
            else:
                self._known[kind][name] = before
        self._waiting, self._before = {}, {}

    def planned_key(self) -> int:
        """Return the key of something that a dry run only pretends to make."""
        self._planned -= 1
        return self._planned

    def by_key(self, kind: ImportKind) -> dict[int, tuple[str, Known]]:
        """Return what is known of a kind, by our key."""
        return {known.key: (name, known) for name, known in self._known[kind].items()}

    def save(self) -> None:
        """Write what was noted, in the transaction of the page it belongs to."""
        waiting, self._waiting, self._before = self._waiting, {}, {}
        if self.is_dry:
            return
        rows = [
            Imported(
                source=self.source,
                kind=kind,
                external_id=name,
                object_key=known.key,
                digest=known.digest,
                rank=known.rank,
                imported_at=now(),
            )
            for (kind, name), known in waiting.items()
        ]
        Imported.objects.bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["source", "kind", "external_id"],
            update_fields=["object_key", "digest", "rank", "imported_at"],
        )
