"""Narrowing what was found: by year, body and kind of session, each with its count."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minutes.searching import Archive, facet
from minutes.states import SessionKind
from people.models import Body

FIELDS = {"year": "year", "body": "minutes__meeting__body", "kind": "kind"}
TITLES = {"year": _("Year"), "body": _("Body"), "kind": _("Kind of session")}
Asked = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value to narrow by."""

    value: object
    word: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One way of narrowing."""

    name: str
    title: str | Promise
    choices: list[Choice]

    @property
    def is_chosen(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)


def narrowed(found: Archive, asked: Asked, *, but: str = "") -> Archive:
    """Narrow by what was chosen, but for one facet."""
    return found.filter(chosen(asked, but=but))


def chosen(asked: Asked, *, but: str = "") -> Q:
    """Match what was chosen, but for one facet."""
    return Q(**{FIELDS[name]: value for name, value in asked.items() if name not in {"q", but}})


def facets_of(found: Archive, asked: Asked) -> list[Facet]:
    """Return the facets; each counts what the others leave."""
    words = _words()
    facets = []
    for name, field in FIELDS.items():
        rows = facet(narrowed(found, asked, but=name), field)
        choices = [
            Choice(
                value=value,
                word=words.get((name, value), str(value)),
                count=count,
                is_chosen=asked.get(name) == value,
            )
            for value, count in (reversed(rows) if name == "year" else rows)
        ]
        facets.append(Facet(name=name, title=TITLES[name], choices=choices))
    return facets


def _words() -> dict[tuple[str, object], str]:
    """Return what the values are called."""
    words: dict[tuple[str, object], str] = {}
    for body in Body.objects.all():
        words["body", body.pk] = str(body)
    for kind in SessionKind:
        words["kind", kind.value] = str(kind.label)
    return words
