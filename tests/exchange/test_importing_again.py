"""An import done twice is the same; what has changed at the source is renewed."""

import json
import zipfile
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from agendas.models import Item
from bench.oparl_set import HOME, pdf, thing
from exchange.models import ImportRun
from meetings.models import Meeting
from meetings.states import MeetingState
from papers.models import Paper
from realtime.models import Entry
from tests.exchange.importing import everything, put, reasons, reported, run


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


def test_each_item_is_called_by_its_new_place(cabinet, folder):
    run(folder)
    Item.objects.filter(published_in__isnull=False).update(number=F("position"))
    path = folder / "meeting-001.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    items = told["data"][0]["agendaItem"]
    items[0]["order"], items[1]["public"] = 99, False
    items.append({**items[2], "id": f"{HOME}agendaitem/new", "order": 1, "name": "Nội dung thêm"})
    path.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    meeting = Item.objects.get(title="Nội dung thêm").meeting
    for restricted, mark in ((False, ""), (True, "H")):
        labels = [item.label for item in meeting.items.filter(restricted=restricted)]
        assert labels == [f"{mark}{place}" for place in range(1, len(labels) + 1)]
    assert not Item.objects.filter(published_in__isnull=False, number=None).exists()


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

    cabinet.publish(meeting)
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
