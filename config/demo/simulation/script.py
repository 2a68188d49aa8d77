"""What the players know before they come: who they are, where they sit, what will be asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from agendas.models import Item
from config.demo.archive import Line
from config.demo.cast import REMOTE
from config.demo.past import concluded
from meetings.models import Meeting, Site
from meetings.states import Attendance, Capacity, MeetingState

ENDED = {MeetingState.ADJOURNED, MeetingState.SEALED, MeetingState.CANCELLED}
RETURNED = "Chưa đủ số phiếu tán thành; giao %s tiếp thu ý kiến, trình lại tại phiên họp sau."


@dataclass(frozen=True)
class Part:
    """One participant to be played."""

    username: str
    participant: int
    votes: bool
    site: int | None = None


@dataclass(frozen=True)
class Script:
    """A session as the players find it."""

    meeting: int
    title: str
    parts: list[Part]
    chair: str
    secretary: str
    papers: dict[int, list[int]] = field(default_factory=dict)
    questions: dict[int, str] = field(default_factory=dict)
    conclusions: dict[int, str] = field(default_factory=dict)
    returns: dict[int, str] = field(default_factory=dict)


def session_to_play(key: int | None = None) -> Meeting | None:
    """Return the meeting of that key, or the newest that has been convened and is not over."""
    open_ones = Meeting.objects.exclude(state__in=[*ENDED, MeetingState.DRAFT])
    chosen = open_ones.filter(pk=key) if key else open_ones.order_by("-starts_at", "-pk")
    return chosen.select_related("chair", "secretary", "body").first()


def script_of(meeting: Meeting) -> Script:
    """Write the script of a meeting: everybody on the roll who is not excused."""
    items = list(meeting.items.select_related("parent", "sponsor"))
    return Script(
        meeting=meeting.pk,
        title=meeting.title,
        parts=list(_parts(meeting)),
        chair=meeting.presiding.username,
        secretary=meeting.secretary.username,
        papers=_papers(meeting),
        questions={item.pk: f"Đồng ý thông qua: {item.title}?"[:500] for item in items},
        conclusions={item.pk: concluded(_line(item)) for item in items if item.sponsor},
        returns={item.pk: RETURNED % item.sponsor.name for item in items if item.sponsor},
    )


def _parts(meeting: Meeting) -> Iterable[Part]:
    sites = {site.code: site.pk for site in Site.objects.filter(body=meeting.body)}
    seat = Site.objects.filter(body=meeting.body, is_seat=True).first()
    coming = meeting.participants.exclude(attendance=Attendance.EXCUSED)
    for place in coming.exclude(capacity=Capacity.INVITEE).select_related("person"):
        name = place.person.username
        site = sites.get(REMOTE.get(name, ""), seat.pk if seat else None)
        yield Part(name, place.pk, place.has_vote, site)


def _papers(meeting: Meeting) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    items = Item.objects.filter(meeting=meeting, restricted=False, matter__papers__isnull=False)
    for item, paper in items.values_list("pk", "matter__papers"):
        found[item].append(paper)
    return dict(found)


def _line(item: object) -> Line:
    sponsor, kind = item.sponsor.symbol, item.kind  # type: ignore[attr-defined] # an Item
    return Line(sponsor=sponsor, kind=kind, title="", votes=(), conclusion="")
