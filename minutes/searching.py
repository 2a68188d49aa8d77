"""Finding sealed minutes by words, with or without diacritics; the exact spelling comes first."""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html_join, strip_tags
from django.utils.safestring import SafeString

from core.text import fold
from minutes.models import ArchivedMinutes, Minutes
from minutes.states import KIND_WORDS, SessionKind

BEFORE, AFTER = 70, 190
Archive = QuerySet[ArchivedMinutes]


def words_of(minutes: Minutes) -> dict[str, str]:
    """Return what the archive keeps for searching: the document's text, also without marks."""
    with translation.override("vi"):
        html = render_to_string("pdf/_minutes.html", {"record": minutes.record, "top": 1, "sub": 2})
    text = f" {_plain(html)} "
    return {
        "kind": kind_of(minutes.meeting.title),
        "text": text,
        "cased": _bare(text.casefold()),
        "folded": _bare(fold(text)),
    }


def kind_of(title: str) -> str:
    """Tell the kind of session from its title."""
    folded = fold(title)
    found = (kind for words, kind in KIND_WORDS.items() if words in folded)
    return next(found, SessionKind.OTHER).value


def search(archive: Archive, words: str) -> Archive:
    """Return what holds every word: first the phrase spelt exactly so, then without its marks.

    Words are found whole. Where nothing is, the last word may still be being typed: it finds
    those that begin with it.
    """
    asked = asked_of(words)
    if not asked:
        return archive
    whole, begun = _holds(asked)
    found = archive.filter(whole) if archive.filter(whole).exists() else archive.filter(begun)
    return found.annotate(rank=_rank(words, asked)).order_by("rank", "-held_on", "-pk")


def count(archive: Archive, words: str, narrow: Q) -> int:
    """Count what the same search finds and ``narrow`` leaves, in one question."""
    asked = asked_of(words)
    if not asked:
        return archive.filter(narrow).count()
    whole, begun = _holds(asked)
    counts = archive.order_by().aggregate(
        any=Count("pk", filter=whole),
        whole=Count("pk", filter=whole & narrow),
        begun=Count("pk", filter=begun & narrow),
    )
    return int(counts["whole"] if counts["any"] else counts["begun"])


def _holds(asked: list[str]) -> tuple[Q, Q]:
    """Match what holds every word whole, and what holds the last one only begun."""
    *first, last = [f" {fold(word)}" for word in asked]
    before = Q(*(Q(folded__contains=f"{word} ") for word in first))
    whole = before & Q(folded__contains=f"{last} ")
    return whole, before & Q(folded__contains=last)


def _rank(words: str, asked: list[str]) -> Case:
    phrase = _bare(" ".join(_composed(words).split()))
    ranks = (
        Q(cased__contains=f" {phrase} "),
        Q(folded__contains=f" {fold(phrase)} "),
        Q(cased__contains=f" {phrase}"),
        Q(*(Q(cased__contains=f" {word} ") for word in asked)),
    )
    return Case(
        *(When(question, then=Value(place)) for place, question in enumerate(ranks)),
        default=Value(len(ranks)),
        output_field=IntegerField(),
    )


def asked_of(words: str) -> list[str]:
    """Return the words that were asked for as the archive spells them; “02/2020” is one."""
    bare = (" ".join(_bare(word).split()) for word in _composed(words).split())
    return [word for word in bare if word]


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words.replace("\0", " ")).casefold()


def facet(archive: Archive, field: str) -> list[tuple[object, int]]:
    """Count what was found by the values of a field."""
    rows = archive.order_by().values_list(field).annotate(count=Count("pk")).order_by(field)
    return [(value, count) for value, count in rows]


def snippet(archived: ArchivedMinutes, words: str) -> SafeString:
    """Return a piece of the text around the first word found, with the words marked."""
    text, asked = archived.text, asked_of(words)
    bare = archived.folded
    if not asked or len(bare) != len(text):
        return format_html_join("", "{}", [(text[: BEFORE + AFTER],)])
    place = _best_place(archived, asked)
    start = text.rfind(" ", 0, max(place - BEFORE, 0) + 1) + 1
    end = text.find(" ", min(place + AFTER, len(text) - 1))
    end = end if end > 0 else len(text)
    marks = [fold(word) for word in asked]
    return _marked(text[start:end], bare[start:end], marks, start > 1, end < len(text))


def _best_place(archived: ArchivedMinutes, asked: list[str]) -> int:
    """Prefer the whole phrase, spelt exactly, to its words."""
    phrase = " ".join(asked)
    tries = (
        (archived.cased, phrase),
        (archived.folded, fold(phrase)),
        (archived.cased, asked[0]),
        (archived.folded, fold(asked[0])),
    )
    return next((place for text, one in tries if (place := text.find(f" {one}")) >= 0), 0)


def _marked(text: str, bare: str, asked: Iterable[str], cut: bool, goes_on: bool) -> SafeString:
    words = sorted({re.escape(word) for word in asked}, key=len, reverse=True)
    pieces, last = [("{}", "…" if cut else "")], 0
    for found in re.finditer(rf"\b(?:{'|'.join(words)})", bare):
        pieces.append(("{}", text[last : found.start()]))
        pieces.append(("<mark>{}</mark>", text[found.start() : found.end()]))
        last = found.end()
    pieces += [("{}", text[last:]), ("{}", "…" if goes_on else "")]
    return SafeString("".join(_dressed(form, piece) for form, piece in pieces))


def _dressed(form: str, piece: str) -> SafeString:
    return format_html_join("", form, [(piece,)])


def _bare(text: str) -> str:
    """Put a space in place of each sign that is no letter or digit: the length stays."""
    return re.sub(r"[\W_]", " ", text)


def _plain(html: str) -> str:
    text = unescape(strip_tags(re.sub(r"<(?:/p|/li|/h\d|br)[^>]*>", " ", html)))
    return unicodedata.normalize("NFC", " ".join(text.split()))
