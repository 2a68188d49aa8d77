"""What was deleted at the source is deleted softly here; what was worked on here is left alone."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agendas.models import Item
from bench.oparl_set import HOME, thing
from core.clock import now
from exchange.actions import confirm_release, plan_release
from exchange.models import Imported
from exchange.states import GATES, What
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from meetings.states import MeetingState
from papers.actions import replace_paper
from papers.ingest.reading import read_pdf
from papers.models import Paper
from people.models import Membership
from tests.cabinet import paper_pdf
from tests.exchange.importing import everything, put, reasons, reported, run

DAY = "2020-03-05T08:00:00+07:00"


def deleted(kind, path):
    return {**thing(kind, path), "deleted": True, "modified": DAY}


def delete(folder, kind, path):
    """Let the source tell that an object is gone, as a server does: nothing but its address is left."""
    name = folder / f"{kind.lower()}-001.json"
    if name.exists():
        told = json.loads(name.read_text(encoding="utf-8"))
        told["data"] = [one for one in told["data"] if one["id"] != f"{HOME}{path}"]
        name.write_text(json.dumps(told), encoding="utf-8")
    put(folder, f"gone-{kind}", deleted(kind, path))


def became(kind, path, model):
    return model.objects.get(
        pk=Imported.objects.get(kind=kind, external_id=f"{HOME}{path}").object_key
    )


def heard(meeting):
    from realtime.models import Entry

    entries = Entry.objects.filter(room__key=f"meeting.{meeting.pk}").order_by("number")
    return [(entry.name, entry.facts.get("kind")) for entry in entries]


def test_a_deleted_paper_is_withdrawn(cabinet, folder):
    run(folder)
    paper = became("paper", "file/0", Paper)
    delete(folder, "Paper", "paper/0")

    run(folder)

    paper.refresh_from_db()
    assert paper.is_withdrawn
    assert paper.versions.count() == 1
    assert heard(paper.item.meeting)[-1] == ("import.deleted", "paper")
    before = everything()
    run(folder)
    assert everything() == before


def test_a_deleted_item_is_withdrawn_and_keeps_its_number(cabinet, folder):
    run(folder)
    item = became("item", "agendaitem/1", Item)
    path = folder / "meeting-001.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["data"][0]["agendaItem"][1] = deleted("AgendaItem", "agendaitem/1")
    path.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    item.refresh_from_db()
    assert (item.state, item.position) == ("withdrawn", 1)
    assert item.meeting.items.count() == 3
    before = everything()
    run(folder)
    assert everything() == before


def test_a_deleted_meeting_is_cancelled_and_seen_by_nobody_it_was_seen_by(cabinet, folder):
    run(folder)
    meeting = became("meeting", "meeting/2", Meeting)
    assert meeting in meetings_visible_to(cabinet.archivist)
    delete(folder, "Meeting", "meeting/2")

    run(folder)

    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED
    assert meeting not in meetings_visible_to(cabinet.archivist)
    before = everything()
    run(folder)
    assert everything() == before


def test_a_deleted_seat_ends_with_the_day_of_its_deletion(cabinet, folder):
    seat = thing(
        "Membership",
        "membership/n",
        person=f"{HOME}person/1",
        startDate="2018-01-01",
        role="Ủy viên",
    )
    put(folder, "seat", seat)
    run(folder)
    assert became("seat", "membership/n", Membership).ends is None

    put(folder, "seat", deleted("Membership", "membership/n"))
    run(folder)

    assert became("seat", "membership/n", Membership).ends == date(2020, 3, 5)
    assert became("seat", "membership/0", Membership).ends == date(2016, 5, 31)


def test_a_deleted_person_loses_open_seats_and_stays_named(cabinet, folder, tmp_path):
    seat = thing(
        "Membership",
        "membership/n",
        person=f"{HOME}person/1",
        startDate="2018-01-01",
        role="Ủy viên",
    )
    put(folder, "seat", seat)
    run(folder)

    delete(folder, "Person", "person/1")
    report = reported(folder, tmp_path)

    assert became("seat", "membership/n", Membership).ends == date(2020, 3, 5)
    told = {reason for kind, reason in reasons(report) if kind == "person"}
    assert told == {"it is deleted at the source; it stays here for what it is named in"}


def test_what_comes_back_stands_again(cabinet, folder):
    run(folder)
    for kind, path in (("Meeting", "meeting/2"), ("Paper", "paper/0")):
        kept = (folder / f"{kind.lower()}-001.json").read_text(encoding="utf-8")
        delete(folder, kind, path)
        run(folder)
        (folder / f"{kind.lower()}-001.json").write_text(kept, encoding="utf-8")
        (folder / f"gone-{kind}.json").unlink()
    run(folder)

    assert became("meeting", "meeting/2", Meeting).state == MeetingState.IMPORTED
    paper = became("paper", "file/0", Paper)
    assert not paper.is_withdrawn
    assert paper.versions.count() == 1


def test_what_was_worked_on_here_is_left_alone_and_reported(cabinet, folder, tmp_path):
    run(folder)
    paper = became("paper", "file/0", Paper)
    file = read_pdf(paper_pdf(), name="moi.pdf")
    meeting = paper.item.meeting
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.DRAFT, chair=cabinet.chair)
    replace_paper(cabinet.secretary, paper, file=file)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.IMPORTED)
    delete(folder, "Paper", "paper/0")
    delete(folder, "Meeting", "meeting/0")

    report = reported(folder, tmp_path)

    paper.refresh_from_db()
    meeting.refresh_from_db()
    assert not paper.is_withdrawn
    assert meeting.state == MeetingState.IMPORTED
    assert ("paper", "its meeting: it was worked on here since") in reasons(report)
    assert ("meeting", "it was worked on here since") in reasons(report)


def test_what_the_source_is_silent_about_is_only_reported(cabinet, folder, tmp_path):
    run(folder)
    path = folder / "paper-001.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["data"] = told["data"][1:]
    path.write_text(json.dumps(told), encoding="utf-8")
    silent = "the source does not tell of it any more; what was taken in before is kept"

    assert ("paper", silent) not in reasons(reported(folder, tmp_path))
    assert ("paper", silent) in reasons(reported(folder, tmp_path, "--anew"))

    assert not became("paper", "file/0", Paper).is_withdrawn


def test_a_dry_run_tells_of_deletions_and_follows_none(cabinet, folder, tmp_path):
    run(folder)
    delete(folder, "Meeting", "meeting/2")
    before = everything()

    dry = reported(folder, tmp_path, "--dry-run")

    assert everything() == before
    assert dry["counts"]["meeting"]["deleted"] == 1
    assert dry["counts"] == reported(folder, tmp_path)["counts"]


@pytest.mark.parametrize(
    ("kind", "there", "here", "model"),
    [
        ("Meeting", "meeting/0", "meeting", Meeting),
        ("AgendaItem", "agendaitem/1", "agendaitem", Item),
        ("Paper", "paper/1", "paper", Paper),
    ],
)
def test_what_we_had_told_the_public_of_it_is_told_as_deleted(
    cabinet, folder, ask, kind, there, here, model
):
    run(folder)
    name = {"Paper": "paper", "AgendaItem": "item", "Meeting": "meeting"}[kind]
    thing_here = became(name, "file/1" if kind == "Paper" else there, model)
    meeting = became("meeting", "meeting/0", Meeting)
    for what in (What.AGENDA, What.PAPERS):
        for audience in GATES:
            facts = {"what": what, "audience": audience, "planned_at": now()}
            confirm_release(cabinet.secretary, plan_release(cabinet.secretary, meeting, **facts))
    assert ask(f"{here}/{thing_here.pk}/").json()["type"].endswith(f"/{kind}")

    delete(folder, kind, there)
    run(folder)

    assert ask(f"{here}/{thing_here.pk}/").json()["deleted"] is True


def test_no_meeting_from_elsewhere_claims_a_chair_whom_nobody_named(cabinet, folder):
    path = folder / "meeting-001.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["data"][1]["nghisu:chair"] = f"{HOME}person/1"
    path.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    assert became("meeting", "meeting/0", Meeting).chair is None
    assert str(became("meeting", "meeting/1", Meeting).chair) == "Nguyễn Văn Thành Viên 2"


def test_a_meeting_held_here_has_a_chair(cabinet):
    meeting = cabinet.convened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(chair=None)
    assert meeting.starts_at > timezone.now()
