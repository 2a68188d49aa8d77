"""What an import did, and what it left out and why."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

NEW, CHANGED, SAME, GONE, SKIPPED = "new", "changed", "unchanged", "deleted", "skipped"
OUTCOMES = (NEW, CHANGED, SAME, GONE, SKIPPED)


@dataclass(frozen=True)
class Skip:
    """One thing that was left out."""

    kind: str
    id: str
    reason: str


@dataclass
class Report:
    """Counts by kind, and every thing left out with its reason."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    skips: list[Skip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, kind: str, outcome: str, many: int = 1) -> None:
        self.counts.setdefault(kind, Counter())[outcome] += many

    def skip(self, kind: str, name: str, reason: str) -> None:
        """Leave something out, once: lists tell of the same thing in several places."""
        one = Skip(kind, name, reason)
        if one not in self._seen:
            self._seen.add(one)
            self.skips.append(one)
            self.count(kind, SKIPPED)

    def __post_init__(self) -> None:
        self._seen: set[Skip] = set()

    def total(self, outcome: str) -> int:
        """Return how many things had that outcome."""
        return sum(counter[outcome] for counter in self.counts.values())

    def plain(self) -> dict[str, Any]:
        """Return the report as JSON keeps it."""
        counts = {
            kind: {outcome: counter[outcome] for outcome in OUTCOMES}
            for kind, counter in self.counts.items()
        }
        skips = [{"kind": one.kind, "id": one.id, "reason": one.reason} for one in self.skips]
        return {"counts": counts, "skipped": skips, "notes": self.notes}

    def written(self) -> str:
        return json.dumps(self.plain(), ensure_ascii=False, indent=2)

    def lines(self, most: int = 20) -> list[str]:
        """Tell it in lines for a person: counts, then the reasons by how often they were met."""
        told = [f"{'':<14}" + "".join(f"{outcome:>11}" for outcome in OUTCOMES)]
        for kind, counter in self.counts.items():
            told.append(f"{kind:<14}" + "".join(f"{counter[one]:>11}" for one in OUTCOMES))
        reasons = Counter((one.kind, one.reason) for one in self.skips)
        if reasons:
            told += ["", "Left out:"]
        for (kind, reason), many in reasons.most_common(most):
            sample = next(one.id for one in self.skips if (one.kind, one.reason) == (kind, reason))
            told.append(f"  {many:>5} {kind}: {reason} (such as {sample or 'one without id'})")
        return told + [f"Note: {note}" for note in self.notes]
