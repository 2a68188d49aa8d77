"""What a bench takes and what it gives."""

import json
import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Options:
    """How to measure. ``folder`` is the temporary DATA_DIR of this bench."""

    folder: Path
    quick: bool = False

    def rounds(self, many: int) -> int:
        """Return how many rounds to measure: a few when only a smoke test is wanted."""
        return 3 if self.quick else many


@dataclass(frozen=True)
class Figure:
    """One measured figure. ``limit`` is the bare tool's, in the same unit and the same run.

    ``ratio`` says how far we are from the bare tool: for times ours / theirs, for rates theirs
    would be turned round, so the bench gives it itself when it is a rate.
    """

    name: str
    value: float
    unit: str
    limit: float
    ratio: float
    n: int
    runs: int
    more: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """Write the figure as one JSON object."""
        facts = asdict(self)
        facts.update(facts.pop("more"))
        return json.dumps({k: rounded(v) for k, v in facts.items()}, ensure_ascii=False)

    def sentence(self) -> str:
        """Write the figure for people."""
        more = ", ".join(f"{key} {rounded(value)}" for key, value in self.more.items())
        return (
            f"{self.name:<10} n={self.n:<5} {rounded(self.value):>9} {self.unit:<9}"
            f" bare {rounded(self.limit):>9}  ratio {rounded(self.ratio):<7} {more}"
        )


def timed(name: str, ours: list[float], bare: list[float], *, n: int, **more: Any) -> Figure:
    """Make a figure of two lists of milliseconds measured in turn: medians, and their ratio."""
    value, limit = statistics.median(ours), statistics.median(bare)
    facts = {"p95": percentile(ours, 95), "limit_p95": percentile(bare, 95), **more}
    return Figure(name, value, "ms", limit, value / limit, n, len(ours), facts)


def percentile(values: list[float], share: int) -> float:
    """Return the value below which this share of the values lies."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def rounded(value: Any) -> Any:
    """Round to four significant digits."""
    return float(f"{value:.4g}") if isinstance(value, float) else value
