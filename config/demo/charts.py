"""Charts of the papers, drawn as SVG: columns, lines and bars. They need no script and no library."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 640.0, 270.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 14.0, 40.0, 42.0
INKS = ("#1f4e79", "#b5651d", "#5b8c5a", "#8a8f98")
FONT = "Tinos"
NOTHING = 1e-9


@dataclass(frozen=True)
class Series:
    name: str
    values: list[float]


@dataclass(frozen=True)
class Frame:
    """The field of a chart: its labels, its series, the scale from low to high."""

    labels: list[str]
    series: list[Series]
    low: float
    high: float
    step: float

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def slot(self) -> float:
        return (WIDTH - LEFT - RIGHT) / len(self.labels)


def draw(kind: str, rows: list[list[str]], *, unit: str) -> str:
    head, *body = rows
    labels = [row[0] for row in body]
    series = [
        Series(name, [number(row[place]) for row in body])
        for place, name in enumerate(head[1:], start=1)
    ]
    painters = {"bar": _columns, "line": _lines, "hbar": _bars}
    return painters[kind](labels, series, unit)


def number(text: str) -> float:
    """Reads a number as it is written in Vietnamese: 1.234,5."""
    return float(text.replace(".", "").replace(",", ".").replace("−", "-").rstrip("% "))


def written(value: float) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _scale(series: list[Series]) -> tuple[float, float, float]:
    values = [value for one in series for value in one.values]
    top, bottom = max(*values, 0.0), min(*values, 0.0)
    rough = (top - bottom) / 5 or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough)
    return floor(bottom / step) * step, ceil(top / step) * step, step


def _frame(labels: list[str], series: list[Series]) -> Frame:
    low, high, step = _scale(series)
    return Frame(labels, series, low, high, step)


def _text(x: float, y: float, words: str, *, anchor: str = "middle", size: float = 11) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size}" '
        f'text-anchor="{anchor}" fill="#222">{escape(words)}</text>'
    )


def _svg(parts: list[str], *, height: float = HEIGHT) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height:.0f}">'
        + "".join(parts)
        + "</svg>"
    )


def _grid(frame: Frame, unit: str) -> list[str]:
    parts = [_text(4, 14, unit, anchor="start", size=11)]
    for count in range(round((frame.high - frame.low) / frame.step) + 1):
        value = frame.low + count * frame.step
        y = frame.y(value)
        ink = "#555" if abs(value) < NOTHING else "#d5d5d5"
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{ink}" fill="none"/>')
        parts.append(_text(LEFT - 6, y + 4, written(value), anchor="end", size=10.5))
    return parts


def _legend(series: list[Series]) -> list[str]:
    if len(series) == 1:
        return []
    parts, x = [], 150.0
    for place, one in enumerate(series):
        parts.append(f'<rect x="{x:.1f}" y="6" width="10" height="10" fill="{INKS[place % 4]}"/>')
        parts.append(_text(x + 15, 15, one.name, anchor="start"))
        x += 34 + len(one.name) * 5.6
    return parts


def _labels(frame: Frame) -> list[str]:
    parts = []
    for place, label in enumerate(frame.labels):
        x = LEFT + (place + 0.5) * frame.slot()
        for line, words in enumerate(_wrapped(label, int(frame.slot() / 5))):
            parts.append(_text(x, HEIGHT - BOTTOM + 15 + line * 12, words, size=10.5))
    return parts


def _wrapped(label: str, room: int) -> list[str]:
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > max(room, 6):
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:3]


def _columns(labels: list[str], series: list[Series], unit: str) -> str:
    frame = _frame(labels, series)
    parts = [*_grid(frame, unit), *_legend(series), *_labels(frame)]
    for place, one in enumerate(series):
        parts += _column_run(frame, place, one)
    return _svg(parts)


def _column_run(frame: Frame, place: int, one: Series) -> list[str]:
    wide = min(frame.slot() * 0.72 / len(frame.series), 46.0)
    parts = []
    for spot, value in enumerate(one.values):
        middle = LEFT + (spot + 0.5) * frame.slot()
        x = middle + (place - len(frame.series) / 2) * wide
        y, zero = frame.y(value), frame.y(0)
        parts.append(
            f'<rect x="{x:.1f}" y="{min(y, zero):.1f}" width="{wide - 2:.1f}" '
            f'height="{abs(zero - y):.1f}" fill="{INKS[place % 4]}"/>'
        )
        lift = -4 if value >= 0 else 12
        parts.append(_text(x + wide / 2 - 1, y + lift, written(value), size=9.5))
    return parts


def _lines(labels: list[str], series: list[Series], unit: str) -> str:
    frame = _frame(labels, series)
    parts = [*_grid(frame, unit), *_legend(series), *_labels(frame)]
    for place, one in enumerate(series):
        parts += _line_run(frame, INKS[place % 4], one, named=len(series) == 1)
    return _svg(parts)


def _line_run(frame: Frame, ink: str, one: Series, *, named: bool) -> list[str]:
    spots = [
        (LEFT + (spot + 0.5) * frame.slot(), frame.y(value), value)
        for spot, value in enumerate(one.values)
    ]
    path = " ".join(
        f"{'L' if spot else 'M'}{x:.1f} {y:.1f}" for spot, (x, y, _) in enumerate(spots)
    )
    parts = [f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="2"/>']
    for x, y, value in spots:
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{ink}"/>')
        if named:
            parts.append(_text(x, y - 7, written(value), size=10))
    return parts


def _bars(labels: list[str], series: list[Series], unit: str) -> str:
    one, height = series[0], 30 + 24.0 * len(labels)
    left, top = 190.0, max(*one.values, NOTHING)
    parts = [_text(4, 14, unit, anchor="start")]
    for place, (label, value) in enumerate(zip(labels, one.values, strict=True)):
        y, wide = 24 + place * 24.0, value / top * (WIDTH - left - 70)
        parts.append(_text(left - 8, y + 13, label, anchor="end", size=11))
        parts.append(f'<rect x="{left}" y="{y}" width="{wide:.1f}" height="17" fill="{INKS[0]}"/>')
        parts.append(_text(left + wide + 6, y + 13, written(value), anchor="start", size=11))
    return _svg(parts, height=height)
