"""Versions A, B, C: frozen, compared, and told to whom they concern."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils.translation import override

from agendas.actions import (
    add_section,
    check_item,
    edit_item,
    grant_sight,
    move_to_section,
    publish_agenda,
    restrict_item,
    uncheck_item,
)
from agendas.desk import desk_of
from agendas.errors import UncheckedItems
from agendas.models import AgendaLook, AgendaVersion, Item
from agendas.versions import Reading, told
from papers.actions import replace_paper, table_paper, withdraw_paper
from papers.ingest.reading import read_pdf
from realtime.models import Entry
from tests.papers import files


def paper(cabinet, item, title="Tờ trình"):
    file = read_pdf(files.good(text=title), name="to-trinh.pdf")
    return table_paper(cabinet.secretary, item, title=title, file=file)


def changes(person, meeting, before, after):
    with override("en"):
        return [str(one) for one in told(Reading(person, meeting).between(before, after))]


def test_the_database_keeps_a_published_version(cabinet):
    meeting = cabinet.convened("A")
    for sql in (
        "UPDATE agendas_agendaversion SET number = 7 WHERE meeting_id = %s",
        "DELETE FROM agendas_agendaversion WHERE meeting_id = %s",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [meeting.pk])
    assert AgendaVersion.objects.get(meeting=meeting).letter == "A"


def test_a_version_keeps_heading_parent_and_papers(cabinet):
    meeting = cabinet.convened("A")
    item = meeting.items.get()
    section = add_section(cabinet.secretary, meeting, name="Thảo luận", name_en="Debate")
    move_to_section(cabinet.secretary, item, section)
    cabinet.item(meeting, "A1", parent=item)
    tabled = paper(cabinet, item)
    cabinet.publish(meeting)

    line, sub = AgendaVersion.objects.get(meeting=meeting, number=2).lines

    assert (line["heading"], line["heading_en"]) == ("Thảo luận", "Debate")
    assert line["papers"] == [
        {"id": tabled.pk, "title": "Tờ trình", "number": 1, "restricted": False}
    ]
    assert (sub["label"], sub["parent"], sub["heading"]) == ("1.1", item.pk, "Thảo luận")


def test_any_two_versions_tell_papers_headings_and_items(cabinet):
    meeting = cabinet.convened("A", "B")
    first, second = meeting.items.all()
    kept, gone = paper(cabinet, first), paper(cabinet, first, "Phụ lục")
    cabinet.publish(meeting)
    replace_paper(cabinet.secretary, kept, file=read_pdf(files.good(text="Sửa")))
    withdraw_paper(cabinet.secretary, gone)
    section = add_section(cabinet.secretary, meeting, name="Thảo luận")
    move_to_section(cabinet.secretary, second, section)
    edit_item(cabinet.secretary, second, title="B mới")
    cabinet.publish(meeting)

    assert changes(cabinet.finance, meeting, 2, 3) == [
        "New heading: Thảo luận",
        "Item 1: “Tờ trình” has a new version, BIS",
        "Item 1: “Phụ lục” was withdrawn",
        "Item 2 stands under another heading: B mới",
        "Item 2 was called “B”; now “B mới”",
    ]
    assert "Item 1 has a new paper: “Tờ trình”" in changes(cabinet.finance, meeting, 1, 3)


def test_what_is_restricted_is_compared_by_those_who_see_it(cabinet):
    meeting = cabinet.convened("A", "B")
    cabinet.item(meeting, "Mật", restricted=True)
    seen = cabinet.item(meeting, "Riêng", restricted=True)
    grant_sight(cabinet.secretary, seen, person=cabinet.health)
    restrict_item(cabinet.secretary, meeting.items.get(title="B"))
    cabinet.publish(meeting)

    assert changes(cabinet.finance, meeting, 1, 2) == []
    assert changes(cabinet.health, meeting, 1, 2) == ["Item H2 is new: Riêng"]
    assert len(changes(cabinet.secretary, meeting, 1, 2)) == 4
    titles = {line["title"] for line in Reading(cabinet.finance, meeting).lines(1)}
    assert titles == {"A"}


def test_the_design_is_the_keepers_alone(cabinet, client):
    meeting = cabinet.convened("A")
    cabinet.item(meeting, "Chưa công bố")
    page = reverse("agendas:versions", args=[meeting.pk])

    client.force_login(cabinet.secretary)
    assert "Chưa công bố" in client.get(page, {"from": "A", "to": "now"}).content.decode()
    client.force_login(cabinet.finance)
    assert "Chưa công bố" not in client.get(page, {"from": "A", "to": "now"}).content.decode()
    assert Reading(cabinet.finance, meeting).design() == []


@pytest.mark.parametrize("query", [{}, {"from": "A", "to": "B"}, {"from": "Z", "to": "?"}])
def test_the_versions_are_listed_with_moment_person_and_reason(cabinet, client, query):
    meeting = cabinet.convened("A")
    cabinet.item(meeting, "B")
    cabinet.publish(meeting)
    client.force_login(cabinet.secretary)

    page = client.get(reverse("agendas:versions", args=[meeting.pk]), query).content.decode()

    assert "Hồ sơ rà soát sau" in page
    assert cabinet.secretary.full_name in page
    client.force_login(cabinet.finance)
    page = client.get(reverse("agendas:versions", args=[meeting.pk]), query)
    assert "Hồ sơ rà soát sau" not in page.content.decode()


def test_readers_are_told_what_changed_since_they_looked(cabinet, client):
    meeting = cabinet.convened("A")
    page = reverse("agendas:agenda", args=[meeting.pk])
    client.force_login(cabinet.finance)
    client.get(page)
    assert AgendaLook.objects.get(person=cabinet.finance).version == 1
    for title in ("B", "C"):
        cabinet.item(meeting, title)
        cabinet.publish(meeting)

    desk = desk_of(cabinet.finance, meeting)
    assert (desk.is_news, desk.news_since, len(desk.news)) == (True, "A", 2)
    assert [row.changed for row in desk.rows] == [False, True, True]
    assert "2 thay đổi từ lần xem trước" in client.get(page).content.decode()
    assert "thay đổi từ lần xem trước" not in client.get(page).content.decode()


# --- the formal check ---------------------------------------------------------------------------


def test_a_check_lapses_with_any_change(cabinet):
    meeting = cabinet.meeting()
    item = cabinet.item(meeting, "A")
    section = add_section(cabinet.secretary, meeting, name="I")
    tabled = []

    for change in (
        lambda item: edit_item(cabinet.secretary, item, title="A mới"),
        lambda item: move_to_section(cabinet.secretary, item, section),
        lambda item: tabled.append(paper(cabinet, item)),
        lambda _item: replace_paper(
            cabinet.secretary, tabled[0], file=read_pdf(files.good(text="Sửa"))
        ),
        lambda _item: withdraw_paper(cabinet.secretary, tabled[0]),
        lambda item: restrict_item(cabinet.secretary, item),
        lambda item: uncheck_item(cabinet.secretary, item),
    ):
        assert check_item(cabinet.secretary, item).checked_by == cabinet.secretary
        change(item)
        item = Item.objects.select_related("meeting").get(pk=item.pk)
        assert item.checked_at is None


def test_unchecked_items_are_published_for_a_reason(cabinet):
    meeting = cabinet.meeting()
    checked, unchecked = cabinet.item(meeting, "A"), cabinet.item(meeting, "B")
    check_item(cabinet.secretary, checked)

    with pytest.raises(UncheckedItems) as refused:
        publish_agenda(cabinet.secretary, meeting)
    assert refused.value.gaps == {"labels": "2"}
    publish_agenda(cabinet.secretary, meeting, unchecked_for="Chờ bản ký")

    assert AgendaVersion.objects.get(meeting=meeting).unchecked_for == "Chờ bản ký"
    told = Entry.objects.get(room__key=f"meeting.{meeting.pk}", name="agenda.published")
    assert told.facts["unchecked_for"] == "Chờ bản ký"
    check_item(cabinet.secretary, unchecked)
    edit_item(cabinet.secretary, checked, minutes=30)
    check_item(cabinet.secretary, checked)
    cabinet.publish(meeting)
    assert AgendaVersion.objects.get(meeting=meeting, number=2).unchecked_for == ""


def test_the_page_asks_for_the_reason_and_keeps_the_intent(cabinet, client):
    meeting = cabinet.meeting()
    item = cabinet.item(meeting, "A")
    door = reverse("agendas:publish", args=[meeting.pk])
    client.force_login(cabinet.secretary)

    asked = client.post(door)
    assert asked.status_code == 409
    assert "Chưa rà soát thể thức: nội dung 1" in asked.content.decode()
    assert client.post(door, {"unchecked_for": " "}).status_code == 409
    assert client.post(door, {"unchecked_for": "Chờ bản ký"}).status_code == 302
    assert AgendaVersion.objects.get(meeting=meeting).unchecked_for == "Chờ bản ký"

    check = reverse("agendas:item_check", args=[item.pk])
    client.post(check, {"checked": "yes"})
    assert Item.objects.get().checked_by == cabinet.secretary
    client.post(check, {"checked": "no"})
    assert Item.objects.get().checked_at is None
    assert client.post(check, {"checked": "?"}).status_code == 422
