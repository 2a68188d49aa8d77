"""One deed on several items of an agenda: each by its own rules, sub-items following their item."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agendas.actions import add_section, grant_sight, withdraw_item
from agendas.models import Item
from tests.agendas.test_batches import send, words


@pytest.fixture
def entered(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


def deed(client, where, code, things, **more):
    return send(client, "items_deed", things, [where.pk, code], **more)


def test_several_items_are_found_in_order(cabinet, entered):
    meeting = cabinet.meeting()
    items = [cabinet.item(meeting, f"Việc {number}") for number in range(3)]
    client = entered(cabinet.secretary)
    page = words(client.get(reverse("agendas:agenda", args=[meeting.pk])))
    assert page.count('name="row"') == 3
    answer = deed(client, meeting, "check", items)
    assert answer.url == reverse("agendas:agenda", args=[meeting.pk])
    assert meeting.items.filter(checked_by=cabinet.secretary).count() == 3
    assert cabinet.heard(meeting).count("item.checked") == 3
    member = words(entered(cabinet.finance).get(reverse("agendas:submissions")))
    assert 'name="row"' not in member


def test_several_items_are_withdrawn_for_one_reason(cabinet, entered):
    meeting = cabinet.meeting()
    shown = [cabinet.item(meeting, f"Việc {number}") for number in range(2)]
    part = cabinet.item(meeting, "Phần", parent=shown[0])
    cabinet.publish(meeting)
    unseen = cabinet.item(meeting, "Chưa ai thấy")
    stays = cabinet.item(meeting, "Ở lại")
    client = entered(cabinet.secretary)
    every = [*shown, part, unseen]
    assert deed(client, meeting, "withdrawal", every, go="yes").status_code == 422

    answer = deed(client, meeting, "withdrawal", every, reason="Cần làm rõ", go="yes")

    assert answer.status_code == 302
    gone = Item.objects.filter(state="withdrawn", withdrawn_for="Cần làm rõ")
    assert {item.title for item in gone} == {"Việc 0", "Việc 1", "Phần"}
    assert not Item.objects.filter(pk=unseen.pk).exists()
    stays.refresh_from_db()
    assert stays.state == "planned"


def test_several_items_go_on_at_another_session(cabinet, entered):
    meeting, later = cabinet.meeting(), cabinet.meeting("Phiên sau")
    items = [cabinet.item(meeting, f"Việc {number}") for number in range(3)]
    cabinet.publish(meeting)
    withdraw_item(cabinet.secretary, items[1], reason="Thôi")
    answer = deed(
        entered(cabinet.secretary), meeting, "deferral", items, meeting=later.pk, reason="Hết giờ",
        go="yes",
    )  # fmt: skip
    outcome = answer.context["outcome"]
    assert (len(outcome.done), len(outcome.refused)) == (2, 1)
    assert list(later.items.order_by("position").values_list("title", flat=True)) == [
        "Việc 0",
        "Việc 2",
    ]


def test_several_items_come_under_a_heading_and_are_restricted(cabinet, entered):
    meeting = cabinet.meeting()
    items = [cabinet.item(meeting, f"Việc {number}") for number in range(3)]
    heading = add_section(cabinet.secretary, meeting, name="Thảo luận")
    client = entered(cabinet.secretary)
    assert deed(client, meeting, "heading", items, section=heading.pk, go="yes").status_code == 302
    assert heading.items.count() == 3
    assert deed(client, meeting, "restriction", items[:2]).status_code == 302
    assert meeting.items.filter(restricted=True).count() == 2
    refused = deed(client, meeting, "heading", items, section=heading.pk, go="yes")
    assert len(refused.context["outcome"].refused) == 2


def test_the_chair_takes_several_late_items_and_the_secretary_may_not(cabinet, entered):
    meeting = cabinet.meeting()
    items = [cabinet.item(meeting, f"Muộn {number}", late_for="Mới xong") for number in range(2)]
    Item.objects.filter(meeting=meeting).update(late_at=timezone.now())
    secretary = entered(cabinet.secretary)
    assert deed(secretary, meeting, "request", items, reason="Gấp", go="yes").status_code == 302
    refused = deed(secretary, meeting, "consent", items)
    assert refused.status_code == 409
    assert not meeting.items.filter(late_consent_at__isnull=False).exists()
    assert deed(entered(cabinet.chair), meeting, "consent", items).status_code == 302
    assert meeting.items.filter(late_consent_by=cabinet.chair, late_for="Gấp").count() == 2


def test_no_batch_reaches_a_restricted_item_of_another_body_or_an_unknown_deed(cabinet, entered):
    meeting, other = cabinet.meeting(), cabinet.meeting("Phiên khác")
    mine, theirs = cabinet.item(meeting), cabinet.item(other, "Việc phiên khác")
    hidden = cabinet.item(meeting, "Nhân sự kín", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    client = entered(cabinet.secretary)
    answer = deed(client, meeting, "check", [mine, theirs])
    assert answer.context["outcome"].unknown == 1
    assert "Việc phiên khác" not in words(answer)
    assert deed(client, meeting, "nothing", [mine]).status_code == 404
    cabinet.convene(meeting)
    assert deed(entered(cabinet.finance), meeting, "check", [hidden]).status_code == 403
    stranger = entered(cabinet.stranger())
    assert deed(stranger, meeting, "check", [hidden]).status_code == 404


def test_the_page_before_a_deed_costs_the_same_for_many_rows(cabinet, entered):
    meeting = cabinet.meeting()
    items = [cabinet.item(meeting, f"Việc {number}") for number in range(9)]
    client = entered(cabinet.secretary)
    deed(client, meeting, "withdrawal", items[:1])
    with CaptureQueriesContext(connection) as few:
        deed(client, meeting, "withdrawal", items[:2])
    with CaptureQueriesContext(connection) as many:
        deed(client, meeting, "withdrawal", items)
    assert len(many) == len(few)
