"""The form of the minutes as data with a date of effect. A new decree is a new row, not new code."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Sizes in millimetres and points, as the decree gives them."""

    key: str
    starts: date
    source: str
    margin_top: int = 20
    margin_bottom: int = 20
    margin_left: int = 30
    margin_right: int = 20
    motto_size: float = 13
    state_size: float = 13
    body_name_size: float = 13
    number_size: float = 13
    title_size: float = 14
    abstract_size: float = 14
    text_size: float = 14
    page_number_size: float = 13
    signer_size: float = 14
    recipients_head_size: float = 12
    recipients_size: float = 11
    first_line: float = 12.7
    paragraph_gap: float = 6
    line_height: float = 1.3
    signature_width: int = 70
    signature_height: int = 28


LAYOUTS = (
    Layout(
        key="nd30-2020",
        starts=date(2020, 3, 5),
        source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phụ lục III Mẫu 1.9",
    ),
)


def layout_on(day: date) -> Layout:
    """Return the layout in force on ``day``; the first one for days before all of them."""
    held = [layout for layout in LAYOUTS if layout.starts <= day]
    return held[-1] if held else LAYOUTS[0]


def layout_named(key: str) -> Layout:
    """Return the layout of that name."""
    return next(layout for layout in LAYOUTS if layout.key == key)
