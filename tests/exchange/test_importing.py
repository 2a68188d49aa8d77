"""Taking in what others tell in OParl: robust, the same when done twice, going on where it stopped."""

import io
import json
import zipfile
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agendas.models import Item
from agendas.policies import items_visible_to
from bench.oparl_set import HOME, pdf, thing, write_set
from exchange.models import Imported, ImportRun
from meetings.models import Meeting, Participant
from meetings.policies import meetings_visible_to
from meetings.states import MeetingState
from papers.models import Paper, PaperVersion
from people.models import Agency, Membership, Person
from realtime.journal import verify
from realtime.models import Entry

SMALL = {"meetings": 4, "items": 12, "papers": 6, "persons": 4}
MODELS = (
    Meeting,
    Item,
    Paper,
    PaperVersion,
    Person,
    Agency,
    Membership,
    Participant,
    Imported,
    Entry,
)


def run(source, *more, **options):
    """Run the import and return what it says, and its report."""
    said = io.StringIO()
    call_command("import_oparl", str(source), *more, stdout=said, **options)
    return said.getvalue()


def everything():
    """Return every row of every table an import writes to, but for the moment of importing."""
    told = {}
    for model in MODELS:
        fields = [f.attname for f in model._meta.concrete_fields if f.name != "imported_at"]
        told[model.__name__] = list(model.objects.order_by("pk").values_list(*fields))
    return told


@pytest.fixture
def folder(tmp_path):
    write_set(tmp_path / "set", **SMALL)
    return tmp_path / "set"


def put(folder, name, *things):
    (folder / f"{name}.json").write_text(json.dumps(list(things)), encoding="utf-8")


def reported(folder, tmp_path, *more):
    run(folder, *more, report=tmp_path / "report.json")
    return json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))


def reasons(report):
    return {(one["kind"], one["reason"]) for one in report["skipped"]}


# --- what becomes of it -------------------------------------------------------------------------


def test_a_set_becomes_meetings_items_papers_and_people(cabinet, folder):
    run(folder)

    meeting = Meeting.objects.get(title="Phiên họp thứ 2")
    assert meeting.state == MeetingState.IMPORTED
    assert meeting.is_closed
    assert (meeting.chair, meeting.secretary) == (cabinet.chair, cabinet.secretary)
    assert [item.position for item in meeting.items.filter(restricted=False)] == [1, 2, 3]
    item = meeting.items.get(position=2)
    assert item.state == "done"
    assert item.conclusion.startswith("Thông qua")
    paper = item.matter.papers.get()
    assert paper.title == "Tờ trình số 3/TTr"
    assert paper.role == "submission"
    assert paper.current.texts == ["To trinh so 3"]
    assert meeting.participants.count() == 2
    seat = Membership.objects.get(person__full_name="Nguyễn Văn Thành Viên 2")
    assert (seat.starts, seat.ends, seat.agency.short_name) == (
        date(2011, 6, 1), date(2016, 5, 31), "B2",
    )  # fmt: skip


def test_what_was_not_public_there_is_restricted_here(cabinet, folder):
    run(folder)

    hidden = Item.objects.get(restricted=True)
    assert hidden.label == "H1"
    assert hidden in items_visible_to(cabinet.secretary)
    assert hidden not in items_visible_to(cabinet.finance)
    assert hidden.meeting in meetings_visible_to(cabinet.archivist)


def test_imported_persons_cannot_sign_in(cabinet, folder, client):
    run(folder)

    person = Person.objects.get(full_name="Nguyễn Văn Thành Viên 1")
    assert not person.is_active
    assert not person.has_usable_password()


def test_the_journal_tells_where_each_meeting_came_from(cabinet, folder):
    run(folder)

    meeting = Meeting.objects.get(title="Phiên họp thứ 1")
    (entry,) = Entry.objects.filter(room__key=f"meeting.{meeting.pk}")
    assert entry.name == "meeting.imported"
    assert entry.facts["url"] == f"{HOME}meeting/0"
    assert entry.facts["source"] == HOME
    assert entry.actor is None
    assert verify(f"meeting.{meeting.pk}") is None


def test_somebody_with_the_same_address_is_the_same_person_and_stays_as_is(cabinet, folder):
    known = cabinet.finance
    known.email = "hoa@example.vn"
    known.save()
    person = thing("Person", "person/x", name="Lê T. Hòa", email=["HOA@example.vn"])
    put(folder, "more", person)

    run(folder)

    known.refresh_from_db()
    assert known.full_name == "Lê Thị Hòa"
    assert known.is_active
    assert Imported.objects.get(external_id=person["id"]).object_key == known.pk


def test_a_known_agency_is_the_same_agency(cabinet, folder):
    before = Agency.objects.count()
    put(folder, "more", thing("Organization", "organization/f", name="Bộ Tài chính"))

    run(folder)

    assert Agency.objects.filter(name="Bộ Tài chính").count() == 1
    assert Agency.objects.count() == before + 20


def test_a_coming_meeting_is_a_draft_with_the_roll_of_the_body(cabinet, folder):
    start = (timezone.now() + timedelta(days=9)).isoformat()
    put(folder, "coming", thing("Meeting", "meeting/next", name="Phiên sắp tới", start=start))

    run(folder)

    meeting = Meeting.objects.get(title="Phiên sắp tới")
    assert meeting.state == MeetingState.DRAFT
    assert meeting.participants.filter(has_vote=True).count() == 5


def test_a_cancelled_meeting_is_cancelled(cabinet, folder):
    put(
        folder,
        "c",
        thing("Meeting", "meeting/c", start="2012-02-03T08:00:00+07:00", cancelled=True),
    )

    run(folder)

    assert Meeting.objects.get(state=MeetingState.CANCELLED).cancelled_for


# --- again and again ----------------------------------------------------------------------------


def test_the_second_run_changes_nothing(cabinet, folder):
    run(folder)
    before = everything()

    said = run(folder)

    assert everything() == before
    assert "unchanged" in said


def test_the_order_of_files_and_the_form_of_the_set_do_not_matter(cabinet, folder, tmp_path):
    run(folder)
    before = everything()
    packed = tmp_path / "set.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_file():
                archive.write(path, f"inner/{path.relative_to(folder)}")

    run(packed)

    assert everything() == before


def test_what_has_changed_is_renewed_and_numbers_have_no_gaps(cabinet, folder):
    run(folder)
    path = folder / "meeting-001.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    first = told["data"][0]
    first["name"] = "Phiên họp đổi tên"
    items = first["agendaItem"]
    items[1]["order"], items[2]["order"] = 99, 5
    items[1]["name"] = "Nội dung đổi tên"
    items.append({**items[2], "id": f"{HOME}agendaitem/new", "order": 7, "name": "Nội dung thêm"})
    path.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    meeting = Meeting.objects.get(title="Phiên họp đổi tên")
    titles = [(i.position, i.title[:15]) for i in meeting.items.filter(restricted=False)]
    assert titles == [(1, "Nội dung thứ 3:"), (2, "Nội dung thêm"), (3, "Nội dung đổi tê")]
    names = [entry.facts["is_update"] for entry in Entry.objects.filter(name="meeting.imported")
             if entry.room.key == f"meeting.{meeting.pk}"]  # fmt: skip
    assert names == [False, True]
    before = everything()
    run(folder)
    assert everything() == before


def test_a_changed_file_is_a_new_version_and_a_new_title_is_none(cabinet, folder):
    run(folder)
    (folder / "files" / "0.pdf").write_bytes(pdf("Ban moi"))
    told = json.loads((folder / "paper-001.json").read_text(encoding="utf-8"))
    told["data"][1]["name"] = "Tên mới"
    (folder / "paper-001.json").write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    first = Paper.objects.get(title="Tờ trình số 1/TTr")
    assert [version.texts for version in first.versions.all()] == [["To trinh so 1"], ["Ban moi"]]
    assert Paper.objects.get(title="Tên mới").versions.count() == 1
    before = everything()
    run(folder)
    assert everything() == before


def test_a_meeting_that_is_worked_on_here_is_left_alone(cabinet, folder, tmp_path):
    from meetings.actions import move_meeting

    start = (timezone.now() + timedelta(days=9)).isoformat()
    item = thing("AgendaItem", "agendaitem/n", order=1, name="Ngân sách")
    coming = thing("Meeting", "meeting/next", name="Phiên tới", start=start, agendaItem=[item])
    put(folder, "coming", coming)
    run(folder)
    meeting = Meeting.objects.get(title="Phiên tới")
    from agendas.actions import publish_agenda

    publish_agenda(cabinet.secretary, meeting)
    move_meeting(cabinet.secretary, meeting, MeetingState.CONVENED)
    item["name"], coming["name"] = "Khác", "Khác"
    put(folder, "coming", coming)

    report = reported(folder, tmp_path)

    assert Meeting.objects.get(pk=meeting.pk).title == "Phiên tới"
    assert meeting.items.get().title == "Ngân sách"
    assert ("meeting", "it was worked on here since") in reasons(report)


def test_a_dry_run_writes_nothing_and_says_the_same(cabinet, folder, tmp_path):
    before = everything()

    dry = reported(folder, tmp_path, "--dry-run")

    assert everything() == before
    assert not ImportRun.objects.exists()
    assert dry == reported(folder, tmp_path)


# --- odd and missing ----------------------------------------------------------------------------

ODD = (
    ("not json at all", "file", "it is not JSON in UTF-8"),
    ('[1, "two", null]', "file", "it holds something that is no object"),
    ('{"hello": "world"}', "file", "it tells of no OParl object (no type)"),
)


@pytest.mark.parametrize(("content", "kind", "reason"), ODD)
def test_odd_files_are_left_out_with_a_reason(cabinet, folder, tmp_path, content, kind, reason):
    (folder / "odd.json").write_text(content, encoding="utf-8")

    assert (kind, reason) in reasons(reported(folder, tmp_path))


THINGS = (
    (("Meeting", {"name": "?"}), "it has no moment at which it begins"),
    (("Meeting", {"start": "yesterday"}), "it has no moment at which it begins"),
    (("Meeting", {"start": "0001-01-01T00:00:00+14:00"}), "it has no moment at which it begins"),
    (("Meeting", {"start": ["2012"]}), "it has no moment at which it begins"),
    (("Person", {"name": {"first": "?"}}), "it has no name"),
    (("Organization", {"name": None}), "it has no name"),
    (("AgendaItem", {"name": "?", "meeting": 7}), "its meeting is not known"),
    (("AgendaItem", {"meeting": f"{HOME}meeting/0"}), "it has neither name nor number"),
    (("Paper", {"name": "?"}), "it has no file"),
    (("Paper", {"mainFile": {"id": "x"}}), "its file is not in the set"),
    (("Paper", {"mainFile": {"accessUrl": "http://[::1"}}), "its file is not in the set"),
    (("Paper", {"mainFile": {"fileName": "../../../etc/passwd"}}), "its file is not in the set"),
    (("Membership", {"person": f"{HOME}person/0"}), "it has no day on which it begins"),
    (
        ("Membership", {"startDate": "2012-01-01", "endDate": "2011-01-01"}),
        "it ends before it begins",
    ),
    (("Membership", {"startDate": "2012-01-01", "person": []}), "its person is not known"),
    (
        ("Person", {"deleted": True}),
        "it is deleted at the source; what was taken in before is kept",
    ),
)


@pytest.mark.parametrize(("told", "reason"), THINGS)
def test_what_cannot_be_taken_in_is_told_and_the_rest_is_there(
    cabinet, folder, tmp_path, told, reason
):
    kind, facts = told
    put(folder, "zz", thing(kind, f"{kind}/odd", **facts))

    report = reported(folder, tmp_path)

    assert reason in {one["reason"] for one in report["skipped"]}
    assert Meeting.objects.count() == 4
    assert Paper.objects.count() == 6


@pytest.mark.parametrize("name", [None, "", [], {"a": 1}, "x" * 600])
def test_a_thing_without_a_usable_id_is_left_out(cabinet, folder, tmp_path, name):
    put(folder, "zz", {**thing("Person", "person/z", name="?"), "id": name})

    assert ("person", "it has no id, or one that is too long") in reasons(
        reported(folder, tmp_path)
    )


def test_long_and_strange_texts_are_cut_and_cleaned(cabinet, folder):
    start = "2012-02-03T08:00:00+07:00"
    meeting = thing("Meeting", "meeting/z", name="Ba\u0300i \x00" + "x" * 999, start=start)
    items = [
        thing("AgendaItem", f"agendaitem/z{n}", name="\ud800?", order=order)
        for n, order in enumerate([10**40, None, "3", -5, True, 3.7])
    ]
    put(folder, "zz", {**meeting, "agendaItem": items, "end": start, "location": "Hà Nội"})

    run(folder)

    found = Meeting.objects.get(title__startswith="Bài ")
    assert len(found.title) == 300
    assert found.ends_at is None
    assert sorted(i.position for i in found.items.all()) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "This is not a PDF file."), (b"%PDF-1.4 broken", None), (b"<html>", None)],
)
def test_a_file_that_is_no_pdf_is_left_out_with_the_houses_reason(
    cabinet, folder, tmp_path, content, reason
):
    (folder / "files" / "0.pdf").write_bytes(content)

    report = reported(folder, tmp_path)

    left = [one for one in report["skipped"] if one["kind"] == "paper"]
    assert [one["id"] for one in left] == [f"{HOME}file/0"]
    assert left[0]["reason"]
    assert Paper.objects.count() == 5


def test_files_under_an_item_become_papers_and_those_of_a_meeting_stay(cabinet, folder, tmp_path):
    (folder / "files" / "extra.pdf").write_bytes(pdf("Kem theo"))
    file = thing("File", "file/extra", name="Kèm theo", accessUrl=f"{HOME}files/extra.pdf")
    item = thing("AgendaItem", "agendaitem/z", name="Có tệp", order=1, auxiliaryFile=[file])
    start = "2012-02-03T08:00:00+07:00"
    meeting = thing("Meeting", "meeting/z", name="Z", start=start, agendaItem=[item])
    put(folder, "zz", {**meeting, "invitation": {**file, "id": f"{HOME}file/inv"}})

    report = reported(folder, tmp_path)

    assert Item.objects.get(title="Có tệp").matter.papers.get().title == "Kèm theo"
    assert ("paper", "it belongs to a meeting, not to an item") in reasons(report)


def test_two_open_seats_of_one_person_are_one(cabinet, folder, tmp_path):
    seats = [
        thing("Membership", f"membership/o{n}", person=f"{HOME}person/0", startDate="2017-01-01")
        for n in range(2)
    ]
    put(folder, "zz", *seats)

    report = reported(folder, tmp_path)

    assert ("seat", "the person has an open seat already") in reasons(report)
    assert (
        Membership.objects.filter(person__full_name="Nguyễn Văn Thành Viên 1", ends=None).count()
        == 1
    )


# --- where to, from where -----------------------------------------------------------------------


def test_it_says_what_is_missing_before_it_begins(db, cabinet, tmp_path):
    from people.models import Body

    with pytest.raises(CommandError, match="There is no"):
        run(tmp_path / "nowhere")
    (tmp_path / "file.txt").write_text("?")
    with pytest.raises(CommandError, match="no folder and no zip"):
        run(tmp_path / "file.txt")
    with pytest.raises(CommandError, match="There is no body"):
        run(tmp_path, "--body", "nobody")
    other = Body.objects.create(name="Khác", code="khac", symbol="K")
    with pytest.raises(CommandError, match="Say which body"):
        run(tmp_path)
    with pytest.raises(CommandError, match="--chair"):
        run(tmp_path, "--body", other.code)


class Shelf(BaseHTTPRequestHandler):
    """A server that gives out files from memory, and stops answering when it is told to."""

    def do_GET(self):
        server = self.server
        server.asked.append(self.path)
        if len(server.asked) > server.most or self.path not in server.files:
            self.send_error(503 if len(server.asked) > server.most else 404)
            return
        content = server.files[self.path]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def shelf(folder):
    """Serve the small set as a server would: lists in pages of two."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    server.most, server.asked = 10_000, []
    server.home = f"http://127.0.0.1:{server.server_port}/"
    server.files = served(folder, server.home)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def served(folder, home):
    lists = ("organization", "person", "meeting", "paper")
    files = {
        "/": {"id": home, "type": "https://schema.oparl.org/1.1/System", "body": f"{home}bodies"}
    }
    body = {"id": f"{home}body", "type": "https://schema.oparl.org/1.1/Body", "name": "Hội đồng"}
    files["/bodies"] = {
        "data": [{**body, **{name: f"{home}{name}" for name in lists}}],
        "links": {},
    }
    for name in lists:
        told = json.loads((folder / f"{name}-001.json").read_text(encoding="utf-8"))["data"]
        pages = [told[at : at + 2] for at in range(0, len(told), 2)]
        for number, page in enumerate(pages):
            following = f"{home}{name}?page={number + 2}" if number + 1 < len(pages) else None
            address = f"/{name}?page={number + 1}" if number else f"/{name}"
            count = {"totalElements": len(told)}
            files[address] = {"data": page, "pagination": count, "links": {"next": following}}
    whole = {path: json.dumps(told).replace(HOME, home).encode() for path, told in files.items()}
    for path in (folder / "files").iterdir():
        whole[f"/files/{path.name}"] = path.read_bytes()
    return whole


def test_a_server_is_read_page_by_page(cabinet, shelf):
    said = run(shelf.home)

    assert Meeting.objects.filter(state="imported").count() == 4
    assert Paper.objects.count() == 6
    assert "meeting: 2/4" in said
    assert "meeting: 4/4" in said


@pytest.mark.parametrize("most", [3, 9, 16, 18, 20])
def test_an_interrupted_import_goes_on_and_comes_to_the_same(cabinet, shelf, most):
    shelf.most = most
    with pytest.raises(CommandError, match="Run again"):
        run(shelf.home)
    got = ImportRun.objects.get().done if ImportRun.objects.exists() else {}
    shelf.most, shelf.asked = 10_000, []

    run(shelf.home)

    counts = (Meeting, Item, PaperVersion, Participant)
    assert [model.objects.count() for model in counts] == [4, 12, 6, 8]
    for address in got.get("finished", []):
        assert address.removeprefix(shelf.home.rstrip("/")) not in shelf.asked
    before = everything()
    run(shelf.home, "--anew")
    assert everything() == before


def test_the_next_run_asks_only_for_what_has_changed(cabinet, shelf):
    run(shelf.home)
    shelf.asked = []

    with pytest.raises(CommandError):
        run(shelf.home)

    lists = [path for path in shelf.asked if path.startswith("/organization")]
    assert lists[0].startswith("/organization?modified_since=")


def test_other_servers_are_never_asked(cabinet, shelf, tmp_path):
    for name in ("/meeting", "/paper"):
        told = json.loads(shelf.files[name])
        told["links"]["next"] = "http://192.0.2.1/more"
        shelf.files[name] = json.dumps(told).encode()
    paper = json.loads(shelf.files["/paper"])
    paper["data"][0]["mainFile"]["accessUrl"] = "http://192.0.2.1/secret.pdf"
    shelf.files["/paper"] = json.dumps(paper).encode()

    report = reported(shelf.home, tmp_path)

    assert ("paper", "its file lies on another server") in reasons(report)
    assert ("list", "its next page leads elsewhere or back") in reasons(report)


def test_a_list_that_leads_back_to_itself_ends(cabinet, shelf):
    told = json.loads(shelf.files["/person"])
    told["links"]["next"] = f"{shelf.home}person"
    shelf.files["/person"] = json.dumps(told).encode()

    run(shelf.home)

    assert Meeting.objects.filter(state="imported").count() == 4
