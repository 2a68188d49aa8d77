"""The written form of a record: HTML for the press and the screen, from one set of templates."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone, translation

from minutes.pdf.fonts import FACES
from minutes.pdf.layout import layout_named

Record = dict[str, Any]
FAMILY = "Nghi Su Serif"
PRESS_FONTS = "ec:/fonts/"


def written(record: Record) -> str:
    """Write the whole document as the press wants it. The form is Vietnamese by law."""
    with translation.override("vi"):
        return render_to_string("pdf/minutes.html", {"record": record, **dress(record["layout"])})


def style_for_screen(layout: str) -> str:
    """Write the same style for the preview."""
    return render_to_string("pdf/minutes.css", dress(layout, fonts=static("core/fonts/tinos/")))


def invited(facts: Record) -> str:
    """Write a letter of invitation as the press wants it."""
    with translation.override("vi"):
        return render_to_string("pdf/invitation.html", {"facts": facts, **dress(facts["layout"])})


def stamp(record: Record, *, name: str, title: str, at: datetime) -> str:
    """Write the visible part of a signature."""
    moment = timezone.localtime(at).strftime("%d/%m/%Y %H:%M:%S %z")
    facts = {
        "name": name,
        "title": title,
        "said": "Đã ký số",
        "at": f"{moment[:-2]}:{moment[-2:]}",
        **dress(record["layout"]),
    }
    return render_to_string("pdf/stamp.html", facts)


def dress(layout: str, fonts: str = PRESS_FONTS) -> dict[str, object]:
    """Return sizes and faces of a layout, for the style of a document."""
    faces = [
        {"style": style, "weight": weight, "url": fonts + name}
        for (style, weight), name in FACES.items()
    ]
    sizes = {name: str(size) for name, size in asdict(layout_named(layout)).items()}
    return {"layout": sizes, "family": FAMILY, "faces": faces}
