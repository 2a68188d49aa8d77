"""What is odd or missing is left out with a reason; the rest is there."""

import pytest

from agendas.models import Item
from bench.oparl_set import HOME, pdf, thing
from meetings.models import Meeting
from papers.models import Paper
from people.models import Membership
from tests.exchange.importing import put, reasons, reported, run

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
        "it is deleted at the source",
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
