"""Finding released sessions by words, with or without diacritics, in nothing but what is released."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from agendas.models import Item
from agendas.states import GONE
from core.text import fold
from exchange.models import Release
from exchange.policies import open_to
from exchange.source import public_items
from exchange.states import Audience, What
from meetings.models import Meeting
from minutes.searching import asked_of

MOST_LINES = 3
Texts = dict[int, list[str]]
IN_TIME = Q(matter__papers__versions__late_at__isnull=True) | Q(
    matter__papers__versions__late_consent_at__lte=F("meeting__releases__confirmed_at")
)
LAY_THERE = (
    ~Q(state__in=GONE)
    | Q(closed_at__isnull=True)
    | Q(matter__papers__versions__made_at__lte=F("closed_at"))
)


def found_in(meetings: QuerySet[Meeting], words: str) -> Texts:
    """Return the meetings in which every word is found, with the lines that say it."""
    asked = [f" {fold(word)}" for word in asked_of(words)]
    texts = _texts(meetings)
    titles = dict(meetings.order_by().values_list("pk", "title"))
    found = {}
    for pk, title in titles.items():
        whole = "".join(map(bare, [title, *texts[pk]]))
        if all(word in whole for word in asked):
            lines = [text for text in texts[pk] if any(word in bare(text) for word in asked)]
            found[pk] = list(dict.fromkeys(lines))[:MOST_LINES]
    return found


def bare(text: str) -> str:
    """Return the words of a text without case, marks and signs, a space before each."""
    return f" {fold(' '.join(asked_of(text)))} "


def _texts(meetings: QuerySet[Meeting]) -> Texts:
    """Read the released words of each meeting: items, sponsors, papers, conclusions."""
    texts: Texts = defaultdict(list)
    items = public_items(meetings.order_by().values("pk"))
    decided = set(_gates(What.DECISIONS).values_list("meeting", flat=True))
    rows = items.values_list("meeting", "title", "sponsor__name", "conclusion")
    for meeting, title, sponsor, conclusion in rows:
        texts[meeting] += [title, sponsor or ""]
        texts[meeting] += [conclusion] if meeting in decided else []
    for meeting, title in _papers(items):
        texts[meeting].append(title)
    return texts


def _papers(items: QuerySet[Item]) -> Iterable[tuple[int, str]]:
    """Return the titles of the papers that lay there when their release was confirmed."""
    found = items.filter(
        IN_TIME,
        LAY_THERE,
        meeting__releases__in=_gates(What.PAPERS).values("pk"),
        matter__papers__withdrawn_at=None,
        matter__papers__restricted=False,
        matter__papers__advice=None,
        matter__papers__versions__made_at__lte=F("meeting__releases__confirmed_at"),
    )
    titles = found.order_by("meeting", "matter__papers__order", "matter__papers")
    return titles.values_list("meeting", "matter__papers__title").distinct()


def _gates(what: What) -> QuerySet[Release]:
    return open_to(Audience.AGENCIES).filter(what=what)
