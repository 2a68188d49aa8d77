"""Agendas kept as templates, and agendas filled from them."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendas.actions import (
    apply_template,
    keep_agenda,
    make_template,
    remove_template,
    write_template,
)
from agendas.actions.skeleton import Part
from agendas.errors import (
    AgendaEmpty,
    AlreadyPublished,
    TemplateGapUnknown,
    TemplateNameTaken,
    TemplateOfOther,
)
from agendas.models import AgendaTemplate, Section
from core.dates import written_month
from core.errors import NotAllowed
from people.models import Agency, Body, RoleGrant
from realtime.models import Entry

PARTS = [
    Part(title="Khai mạc", is_heading=True),
    Part(title="Tình hình kinh tế - xã hội tháng {month}/{year}", kind="discussion", minutes=45),
    Part(title="Nội dung chính", is_heading=True),
    Part(title="Nhân sự", restricted=True),
    Part(title="Thông qua nghị quyết phiên họp", kind="adoption", minutes=5),
]


@pytest.fixture
def template(cabinet):
    return make_template(cabinet.secretary, cabinet.body, name="Thường kỳ", parts=PARTS)


def told(cabinet):
    entries = Entry.objects.filter(
        room__key=f"body.{cabinet.body.pk}", name__startswith="template."
    )
    return list(entries.order_by("number").values_list("name", flat=True))


def test_an_agenda_is_filled_from_a_template(cabinet, template):
    meeting = cabinet.meeting()

    assert apply_template(cabinet.secretary, template, meeting) == 3

    month = timezone.localtime(meeting.starts_at)
    title = f"Tình hình kinh tế - xã hội tháng {written_month(month.month)}/{month.year}"
    lines = [(i.label, i.title, i.kind, str(i.section or "")) for i in meeting.items.all()]
    assert lines == [
        ("1", title, "discussion", "Khai mạc"),
        ("2", "Thông qua nghị quyết phiên họp", "adoption", "Nội dung chính"),
        ("H1", "Nhân sự", "decision", ""),
    ]
    facts = Entry.objects.get(name="agenda.filled").facts
    assert facts["title"] == "Thường kỳ"
    assert facts["headings"] == ["Khai mạc", "Nội dung chính"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(st.lists(st.sampled_from(PARTS), max_size=8), st.integers(0, 3), st.integers(0, 3))
def test_what_is_appended_leaves_no_gap(cabinet, parts, before, hidden):
    meeting = cabinet.meeting()
    for number in range(before):
        cabinet.item(meeting, f"Nội dung {number}")
    for number in range(hidden):
        cabinet.item(meeting, f"Riêng {number}", restricted=True)
    with transaction.atomic():
        template = make_template(cabinet.secretary, cabinet.body, name="Thử", parts=parts)
        apply_template(cabinet.secretary, template, meeting)
        for restricted in (False, True):
            items = meeting.items.filter(restricted=restricted)
            places = [item.position for item in items]
            assert places == list(range(1, len(places) + 1))
        assert [s.order for s in meeting.sections.all()] == list(
            range(1, meeting.sections.count() + 1)
        )
        transaction.set_rollback(True)


def test_it_is_appended_to_what_stands_there(cabinet, template):
    meeting = cabinet.meeting()
    cabinet.item(meeting, "Dự án luật")
    Section.objects.create(meeting=meeting, name="Phần một", order=4)

    apply_template(cabinet.secretary, template, meeting)

    assert list(meeting.items.filter(restricted=False).values_list("position", flat=True)) == [
        *(1, 2, 3),
    ]
    assert [section.order for section in meeting.sections.all()] == [4, 5, 6]


def test_a_published_agenda_is_not_filled(cabinet, template):
    meeting = cabinet.meeting()
    cabinet.item(meeting, "Dự án luật")
    cabinet.publish(meeting)

    with pytest.raises(AlreadyPublished):
        apply_template(cabinet.secretary, template, meeting)
    assert meeting.items.count() == 1


def test_the_agenda_of_a_session_is_kept_with_gaps_for_its_month(cabinet):
    meeting = cabinet.meeting()
    day = timezone.localtime(meeting.starts_at)
    opening = Section.objects.create(meeting=meeting, name="Khai mạc", order=1)
    finance = Agency.objects.get(short_name="BTC")
    item = cabinet.item(meeting, f"Ngân sách tháng {day.month}/{day.year}", sponsor=finance)
    item.section = opening
    item.save()
    cabinet.item(meeting, "Nhân sự", restricted=True)

    template = keep_agenda(cabinet.secretary, meeting, name="Mẫu")

    lines = [(n.is_heading, n.title, n.restricted, n.sponsor) for n in template.lines.all()]
    assert lines == [
        (False, "Nội dung hạn chế", True, None),
        (True, "Khai mạc", False, None),
        (False, "Ngân sách tháng {month}/{year}", False, finance),
    ]
    with pytest.raises(AgendaEmpty):
        keep_agenda(cabinet.secretary, cabinet.meeting(), name="Trống")


def test_a_template_is_written_anew_and_removed(cabinet, template):
    meeting = cabinet.meeting()
    apply_template(cabinet.secretary, template, meeting)

    write_template(cabinet.secretary, template, name="Chuyên đề", parts=PARTS[:2])
    assert [line.order for line in template.lines.all()] == [1, 2]
    remove_template(cabinet.secretary, template)

    assert not AgendaTemplate.objects.exists()
    assert meeting.items.count() == 3
    assert told(cabinet) == ["template.kept", "template.kept", "template.removed"]


def test_what_is_wrong_with_a_template_is_told(cabinet, template):
    with pytest.raises(TemplateNameTaken):
        make_template(cabinet.secretary, cabinet.body, name="Thường kỳ")
    other = make_template(cabinet.secretary, cabinet.body, name="Khác")
    with pytest.raises(TemplateNameTaken):
        write_template(cabinet.secretary, other, name="Thường kỳ", parts=[])
    with pytest.raises(TemplateGapUnknown):
        make_template(cabinet.secretary, cabinet.body, name="?", parts=[Part(title="{number}")])


def test_a_template_serves_its_own_body(cabinet, template):
    other = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    RoleGrant.objects.create(
        body=other, person=cabinet.secretary, role="secretary", starts=timezone.localdate()
    )
    template.body = other
    template.save()

    with pytest.raises(TemplateOfOther):
        apply_template(cabinet.secretary, template, cabinet.meeting())


def test_only_who_prepares_meetings_keeps_templates(cabinet, template):
    meeting = cabinet.convened()
    for person in (cabinet.finance, cabinet.admin, cabinet.superuser()):
        for deed in (
            lambda who: make_template(who, cabinet.body, name="Mới"),
            lambda who: write_template(who, template, name="Mới", parts=[]),
            lambda who: remove_template(who, template),
            lambda who: apply_template(who, template, meeting),
            lambda who: keep_agenda(who, meeting, name="Mới"),
        ):
            with pytest.raises(NotAllowed):
                deed(person)


def test_the_database_keeps_names_and_lines_single(cabinet, template):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaTemplate.objects.create(body=cabinet.body, name="Thường kỳ")
    with pytest.raises(IntegrityError), transaction.atomic():
        template.lines.filter(order=2).update(order=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        template.lines.filter(is_heading=True).update(restricted=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        template.lines.update(kind="tea")
    with pytest.raises(IntegrityError), transaction.atomic():
        template.lines.filter(is_heading=True).update(is_sub=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        template.lines.filter(title="Nhân sự").update(secrecy="secret")
