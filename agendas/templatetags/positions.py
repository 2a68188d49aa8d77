"""Tags of positions: a member's line on an item, and the strip of tiny marks on the desk."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agendas.board import Board
from agendas.models import Item, Position, PositionNews
from agendas.rules import Tally
from agendas.sheets import Mark, Sheet
from agendas.states import NewsKind, Stance

register = template.Library()
TONES = {Stance.NO_OBJECTION: "good", Stance.OBJECTION: "bad", Stance.SPEAK: "warn"}


@register.filter
def marks_on(sheets: list[Sheet] | None, item: Item) -> list[Mark]:
    """Return the lines on an item, one a sheet."""
    return [sheet.marks[item.pk] for sheet in sheets or [] if item.pk in sheet.marks]


@register.filter
def tally_of(board: Board, item: Item) -> Tally | None:
    """Return the counts on an item, where the board knows it."""
    return board.tallies.get(item.pk)


@register.filter
def opposing_on(board: Board, item: Item) -> list[object]:
    """Return who objects to an item or wishes to speak on it."""
    return list(board.opposing(item))


@register.filter
def debate_on(board: Board, item: Item) -> str:
    """Say that an item entered for adoption is debated, and because of what."""
    cause = board.debated_for(item)
    if cause is None:
        return ""
    if cause == item:
        return _("Is debated")
    if cause.pk == item.parent_id:
        return _("Is debated with item %(label)s") % {"label": cause.label}
    return _("Is debated: item %(label)s is opposed") % {"label": cause.label}


@register.filter
def late_on(board: Board, item: Item) -> int:
    """Count the positions on an item that were given after the limit."""
    return board.late_on(item)


@register.filter
def outdated_on(board: Board, item: Item) -> int:
    """Count the positions on an item that something has overtaken."""
    return board.outdated_on(item)


@register.filter
def is_late_on(position: Position | None, board: Board) -> bool:
    """Tell whether a position was given after the limit of its board."""
    return board.is_late(position)


@register.simple_tag
def strip(board: Board, item: Item) -> SafeString:
    """Draw one tiny mark a member who sees the item, and say the counts."""
    cells = board.cells_of(item)
    marks = format_html_join("", "<i{}></i>", ((_tone(cell.stance),) for cell in cells))
    words = counts(board.tallies[item.pk])
    return format_html('<span class="strip" role="img" aria-label="{}">{}</span>', words, marks)


@register.filter
def told(news: PositionNews) -> str:
    """Tell what has changed since a position was given."""
    words = {
        NewsKind.WORDS: _("given before the item was changed"),
        NewsKind.LAID: _("given before “%(title)s” was tabled"),
        NewsKind.REPLACED: _("given before version %(edition)s of “%(title)s”"),
        NewsKind.WITHDRAWN: _("given before “%(title)s” was withdrawn"),
    }
    return words[NewsKind(news.what)] % {"title": news.title, "edition": news.edition}


@register.filter
def counts(tally: Tally) -> str:
    """Tell a tally in words."""
    gaps = {
        "no": tally.no_objection,
        "objection": tally.objection,
        "speak": tally.speak,
        "silent": tally.silent,
    }
    told = _(
        "No objection: %(no)s; objection: %(objection)s; wish to speak: %(speak)s; no answer: %(silent)s"
    )
    return told % gaps


def _tone(stance: str) -> SafeString:
    tone = TONES.get(Stance(stance)) if stance else None
    return format_html(' class="{}"', tone) if tone else SafeString("")
