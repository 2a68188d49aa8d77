"""What of an agenda comes again: sub-items, degrees of secrecy, nothing that went elsewhere."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    add_item,
    apply_template,
    copy_session,
    defer_item,
    grant_sight,
    keep_agenda,
    make_template,
    withdraw_item,
)
from agendas.actions.skeleton import Part
from agendas.errors import SubItemAlone, SubItemRestricted
from agendas.models import AgendaTemplate, TemplateLine
from agendas.policies import templates_visible_to
from meetings.models import Meeting
from people.models import Agency, RoleGrant
from realtime.models import Entry
from tests.agendas.test_position_board import count_of
from tests.agendas.test_template_pages import lines

NEUTRAL = "Nội dung mật, tài liệu giấy"
HIDDEN = "Nội dung hạn chế"


@pytest.fixture
def source(cabinet):
    """A session with an item in two parts, a secret item and a restricted one with a part."""
    meeting = cabinet.meeting("Phiên họp")
    above = cabinet.item(meeting, "Đầu tư công")
    for title in ("Giải ngân", "Phân bổ"):
        cabinet.item(meeting, title, parent=above, minutes=7)
    cabinet.item(meeting, "Nội dung mật số 5, tài liệu giấy", secrecy="top_secret")
    closed = cabinet.item(
        meeting, "Nhân sự Bộ Tài chính", restricted=True, sponsor=Agency.objects.first()
    )
    cabinet.item(meeting, "Miễn nhiệm", parent=closed)
    return meeting


def again(cabinet, source, items=None, **facts):
    given = {
        "title": "Phiên sau",
        "place": "Hà Nội",
        "starts_at": source.starts_at + timedelta(days=30),
        "ends_at": None,
        "chair": cabinet.chair,
        "secretary": cabinet.secretary,
        "items": list(source.items.all() if items is None else items),
    }
    return copy_session(cabinet.secretary, source, **{**given, **facts})


def told(meeting):
    return [(i.label, i.title, i.secrecy) for i in meeting.items.all()]


WHOLE = [
    ("1", "Đầu tư công", "open"),
    ("1.1", "Giải ngân", "open"),
    ("1.2", "Phân bổ", "open"),
    ("2", NEUTRAL, "top_secret"),
]


def test_sub_items_come_again_with_their_item(cabinet, source):
    meeting = again(cabinet, source)

    assert told(meeting) == [
        *WHOLE,
        ("H1", "Nhân sự Bộ Tài chính", "open"),
        ("H1.1", "Miễn nhiệm", "open"),
    ]
    assert {item.minutes for item in meeting.items.filter(parent__restricted=False)} == {7}
    matters = set(source.items.values_list("matter", flat=True))
    assert not matters & set(meeting.items.values_list("matter", flat=True))


def test_who_leaves_an_item_behind_leaves_its_sub_items_behind(cabinet, source):
    meeting = again(cabinet, source, source.items.filter(title__in=["Giải ngân", "Miễn nhiệm"]))

    assert not meeting.items.exists()


def test_what_was_deferred_belongs_to_the_session_it_went_to(cabinet, client, source):
    later = cabinet.meeting(
        "Phiên sau", starts_at=source.starts_at + timedelta(days=7), ends_at=None
    )
    first = source.items.get(title="Đầu tư công")
    withdraw_item(cabinet.secretary, source.items.get(title="Giải ngân"), reason="Chưa đủ hồ sơ")
    defer_item(cabinet.secretary, first, meeting=later, reason="Hết giờ")

    client.force_login(cabinet.secretary)
    page = client.get(reverse("agendas:copy", args=[source.pk])).content.decode()
    assert "Đầu tư công" not in page
    assert not again(cabinet, source).items.filter(title="Đầu tư công").exists()
    template = keep_agenda(cabinet.secretary, source, name="Mẫu")
    assert not template.lines.filter(title="Đầu tư công").exists()
    assert again(cabinet, later).items.filter(title="Phân bổ").exists()


def test_the_page_tells_what_comes_with_an_item(cabinet, client, source):
    client.force_login(cabinet.secretary)

    page = client.get(reverse("agendas:copy", args=[source.pk])).content.decode()

    assert "1. Đầu tư công (kèm 2 nội dung con)" in page
    assert "2. Nội dung mật số 5, tài liệu giấy (" not in page
    assert "1.1." not in page


def test_a_template_keeps_sub_items_and_the_degree_of_secrecy(cabinet, source):
    template = keep_agenda(cabinet.secretary, source, name="Mẫu")
    meeting = cabinet.meeting()

    apply_template(cabinet.secretary, template, meeting)

    assert told(meeting) == [*WHOLE, ("H1", HIDDEN, "open"), ("H1.1", HIDDEN, "open")]


def test_a_template_gets_no_words_from_what_not_everybody_may_read(cabinet, source):
    """Who prepares other sessions of the body reads its templates, not its restricted items."""
    other = cabinet.person("other")
    RoleGrant.objects.create(
        body=cabinet.body, person=other, role="secretary", starts=timezone.localdate()
    )
    grant_sight(cabinet.secretary, source.items.get(title__startswith="Nhân"), person=cabinet.chair)

    keep_agenda(cabinet.secretary, source, name="Mẫu")

    [template] = templates_visible_to(other)
    kept = str(list(template.lines.values()))
    for words in ("Nhân sự", "Miễn nhiệm", "số 5"):
        assert words not in kept
    assert not template.lines.filter(restricted=True, sponsor__isnull=False).exists()
    assert "Nhân sự" not in str(list(Entry.objects.filter(name="template.kept").values("facts")))


def test_a_secret_line_never_has_words_of_its_own(cabinet):
    parts = [Part(title="Mua sắm vũ khí", secrecy="secret")]

    template = make_template(cabinet.secretary, cabinet.body, name="Mẫu", parts=parts)
    meeting = cabinet.meeting()
    apply_template(cabinet.secretary, template, meeting)

    assert [line.title for line in template.lines.all()] == [NEUTRAL]
    assert told(meeting) == [("1", NEUTRAL, "secret")]


def test_a_sub_item_stands_behind_an_item(cabinet):
    for parts in (
        [Part(title="Phần", is_sub=True)],
        [Part(title="Một"), Part(title="Mục", is_heading=True), Part(title="Phần", is_sub=True)],
    ):
        with pytest.raises(SubItemAlone):
            make_template(cabinet.secretary, cabinet.body, name="Mẫu", parts=parts)
    assert not TemplateLine.objects.exists()


def test_sub_items_and_secrecy_are_written_on_the_page(cabinet, client):
    client.force_login(cabinet.secretary)
    door = reverse("agendas:template_new")
    rows = [{"title": "Một"}, {"title": "Phần", "is_sub": "on"}, {"title": "", "secrecy": "secret"}]
    bad = client.post(door, {"name": "Mẫu", **lines(*reversed(rows[:2]))})
    assert bad.status_code == 422
    assert "không có nội dung nào đứng trước" in bad.content.decode()

    answer = client.post(door, {"name": "Mẫu", **lines(*rows, {})})

    template = AgendaTemplate.objects.get()
    kept = [(line.title, line.is_sub, line.secrecy) for line in template.lines.all()]
    assert kept == [("Một", False, "open"), ("Phần", True, "open"), (NEUTRAL, False, "secret")]
    page = client.get(answer.url).content.decode()
    assert NEUTRAL in page
    assert client.post(answer.url, {"name": "Mẫu", **lines(*rows, initial=3)}).status_code == 302


def test_more_sub_items_ask_no_more(cabinet, client, source, django_assert_max_num_queries):

    client.force_login(cabinet.secretary)
    door = reverse("agendas:copy", args=[source.pk])
    asked = count_of(client, door)
    above = source.items.get(title="Đầu tư công")
    for number in range(5):
        add_item(cabinet.secretary, source, title=f"Phần {number}", parent=above)

    with django_assert_max_num_queries(asked):
        assert client.get(door).status_code == 200
    assert Meeting.objects.count() == 1


def test_a_restricted_sub_item_is_not_opened_by_a_template(cabinet, client):
    parts = [Part(title="Một"), Part(title="Nhân sự", is_sub=True, restricted=True)]
    with pytest.raises(SubItemRestricted):
        make_template(cabinet.secretary, cabinet.body, name="Mẫu", parts=parts)
    client.force_login(cabinet.secretary)
    rows = [{"title": "Một"}, {"title": "Nhân sự", "is_sub": "on", "restricted": "on"}]

    answer = client.post(reverse("agendas:template_new"), {"name": "Mẫu", **lines(*rows)})

    assert answer.status_code == 422
    assert "nội dung chứa nó thì mọi người đều xem được" in answer.content.decode()
    assert not TemplateLine.objects.exists()
