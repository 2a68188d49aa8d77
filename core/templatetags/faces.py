"""Tags of the design language: icons, chips, avatars, bars, and links of the navigation."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.dates import (
    clock,
    clock_seconds,
    formal_day,
    formal_time,
    in_minutes,
    moment,
    near,
    short_day,
    weekday,
)
from core.tones import look_of

register = template.Library()
SILENT = SafeString('aria-hidden="true"')

register.filter("formal_day", formal_day)
register.filter("formal_time", formal_time)
register.filter("short_day", short_day)
register.filter("weekday", weekday)
register.filter("clock", clock)
register.filter("clock_s", clock_seconds)
register.filter("moment", moment)
register.filter("near", near)
register.filter("minutes", in_minutes)


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """Draw an icon of the sprite; without a label it says nothing to a screen reader."""
    told = format_html('role="img" aria-label="{}"', label) if label else SILENT
    return format_html(
        '<svg class="{}" {}><use href="{}#{}"></use></svg>',
        *(f"icon {size}".strip(), told, static("core/icons.svg"), name),
    )


@register.simple_tag
def chip(state: str, word: object = "", extra: str = "") -> SafeString:
    """Draw a state as icon, word and tone."""
    look = look_of(str(state))
    classes = " ".join(filter(None, ("chip", look.tone, extra)))
    return format_html(
        '<span class="{}">{}{}</span>', classes, icon(look.icon), word or look.word or state
    )


@register.inclusion_tag("core/_turn.html")
def turn(whose: Any) -> dict[str, object]:
    """Tell whose move it is, until when, and that it is late; of nothing open nothing."""
    if not whose:
        return {}
    return {"words": whose.words, "due": whose.due, "late": whose.is_late}


@register.filter
def of(found: Mapping[Any, Any], key: Any) -> Any:
    """Return what is known of a key, nothing where nothing is."""
    return found.get(key)


def initials(name: str) -> str:
    """Return the first letters of the family name and of the given name, which comes last."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


@register.simple_tag
def avatar(who: object, size: str = "") -> SafeString:
    """Draw a person's initials."""
    classes = f"avatar {size}".strip()
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, initials(str(who)))


@register.simple_tag
def person(who: object, office: object = "", size: str = "") -> SafeString:
    """Draw a person: initials, name, office."""
    below = format_html("<small>{}</small>", office) if office else ""
    return format_html(
        '<span class="person">{}<span><b>{}</b>{}</span></span>', avatar(who, size), who, below
    )


@register.simple_tag
def meter(value: int, total: int, needed: int | None = None, tone: str = "") -> SafeString:
    """Draw ``value`` of ``total`` as a bar, with a mark at the number needed."""
    mark = (
        format_html('<line class="meter-needed" x1="{0}" x2="{0}" y1="-.2" y2="1.2"/>', needed)
        if needed is not None
        else ""
    )
    return format_html(
        '<svg class="meter" data-tone="{}" viewBox="0 0 {} 1" preserveAspectRatio="none" role="img"'
        ' aria-label="{}/{}"><rect class="meter-fill" width="{}" height="1"/>{}</svg>',
        *(tone, max(total, 1), value, total, value, mark),
    )


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url_name: str, picture: str, word: str, *more: str) -> SafeString:
    """Draw a link of the main navigation and mark it where the page belongs to it.

    ``more`` are other beginnings of addresses that belong to it too.
    """
    href = reverse(url_name)
    here = is_here(getattr(context.get("request"), "path", ""), href, *more)
    current = SafeString(' aria-current="page"') if here else ""
    return format_html('<a href="{}"{}>{}<span>{}</span></a>', href, current, icon(picture), word)


def is_here(path: str, door: str, *more: str) -> bool:
    """Tell whether the page at ``path`` lies behind the door, or behind one of the others."""
    return path == door if door == "/" else path.startswith((door, *more))
