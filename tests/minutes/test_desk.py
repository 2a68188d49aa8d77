"""The desk: one deed after the other, each by the right person, nothing out of order."""

import pytest
from django.urls import reverse

from agendas.actions import confirm_positions, edit_item, give_position
from core import clock
from core.clock import at
from core.errors import NotAllowed
from meetings.actions import move_meeting
from minutes.actions import (
    approve_minutes,
    draft_minutes,
    edit_block,
    reopen_minutes,
    seal_meeting,
    sign_minutes,
)
from minutes.errors import (
    AlreadyDrafted,
    AlreadySigned,
    FactsAlone,
    MeetingNotOver,
    NoCertificate,
    NoLongerDraft,
    NotSignedYet,
    OutOfTurn,
)
from minutes.models import Minutes
from minutes.sources import lines_for

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def door(name, key):
    return reverse(f"minutes:{name}", args=[key])


@pytest.fixture
def minutes(cabinet, adjourned):
    return draft_minutes(cabinet.secretary, adjourned)


def test_minutes_wait_for_the_end_of_the_meeting(cabinet, session):
    with pytest.raises(MeetingNotOver):
        draft_minutes(cabinet.secretary, session.meeting)


def test_minutes_are_drafted_once(cabinet, minutes):
    with pytest.raises(AlreadyDrafted):
        draft_minutes(cabinet.chair, minutes.meeting)


@pytest.mark.parametrize("key", ["finance", "archivist", "operator", "admin"])
def test_only_chair_and_secretary_draft(cabinet, adjourned, key):
    with pytest.raises(NotAllowed):
        draft_minutes(cabinet.people[key], adjourned)


def test_words_change_and_facts_stay(cabinet, minutes):
    block = minutes.blocks.get(kind="item")
    facts = block.facts

    edit_block(cabinet.secretary, block, text="  Thống nhất.  \n\n Giao Bộ Tài chính. ")

    block.refresh_from_db()
    assert block.text == "Thống nhất.\nGiao Bộ Tài chính."
    assert block.facts == facts
    assert cabinet.heard(minutes.meeting)[-1] == "minutes.edited"


def test_a_part_of_facts_alone_has_no_words(cabinet, minutes):
    with pytest.raises(FactsAlone):
        edit_block(cabinet.secretary, minutes.blocks.get(kind="left_over"), text="Khác")


def test_an_approved_text_is_numbered_and_closed(cabinet, minutes):
    block = minutes.blocks.get(kind="item")
    approved = approve_minutes(cabinet.secretary, minutes)

    assert approved.code == "01/BB-CP"
    with pytest.raises(NoLongerDraft):
        edit_block(cabinet.secretary, block, text="Khác")
    with pytest.raises(NoLongerDraft):
        approve_minutes(cabinet.chair, approved)


def test_a_reopened_text_keeps_its_number(cabinet, minutes):
    draft = reopen_minutes(cabinet.chair, approve_minutes(cabinet.secretary, minutes))
    assert draft.is_draft
    assert draft.record is None

    edit_block(cabinet.secretary, draft.blocks.get(kind="item"), text="Đã sửa.")
    again = approve_minutes(cabinet.secretary, draft)

    assert again.code == "01/BB-CP"
    assert "Đã sửa." in str(again.record)


def test_signing_is_in_order_and_by_the_officers_alone(cabinet, minutes):
    with pytest.raises(OutOfTurn):
        sign_minutes(cabinet.secretary, minutes, role="secretary")
    approved = approve_minutes(cabinet.secretary, minutes)
    with pytest.raises(OutOfTurn):
        sign_minutes(cabinet.chair, approved, role="chair")
    with pytest.raises(NotAllowed):
        sign_minutes(cabinet.chair, approved, role="secretary")
    with pytest.raises(NotAllowed):
        sign_minutes(cabinet.finance, approved, role="secretary")
    assert not approved.signatures.exists()


@pytest.mark.slow
def test_a_signature_is_given_once(cabinet, minutes):
    signed = sign_minutes(
        cabinet.secretary, approve_minutes(cabinet.secretary, minutes), role="secretary"
    )

    with pytest.raises(AlreadySigned):
        sign_minutes(cabinet.secretary, signed, role="secretary")
    with pytest.raises(NotSignedYet):
        seal_meeting(cabinet.secretary, minutes.meeting)


def test_a_record_is_not_sealed_without_signed_minutes(cabinet, minutes):
    with pytest.raises(NotSignedYet):
        seal_meeting(cabinet.secretary, minutes.meeting)
    with pytest.raises(NotSignedYet):
        move_meeting(cabinet.secretary, minutes.meeting, "sealed")


def test_without_a_certificate_nothing_is_signed(cabinet, minutes, settings):
    settings.DEMO_AUTHORITY = False
    approved = approve_minutes(cabinet.secretary, minutes)

    with pytest.raises(NoCertificate) as refused:
        sign_minutes(cabinet.secretary, approved, role="secretary")
    assert str(cabinet.secretary) in refused.value.sentence


@pytest.mark.slow
def test_the_pages_walk_the_whole_way(client, cabinet, adjourned):
    key = adjourned.pk
    client.force_login(cabinet.secretary, "django.contrib.auth.backends.ModelBackend")
    assert "Soạn biên bản" in client.get(door("minutes", key)).text
    client.post(door("draft", key))
    assert "Duyệt nội dung" in client.get(door("minutes", key)).text
    client.post(door("approve", key))
    refused = client.post(door("sign", key), {"password": "not the password"})
    assert refused.status_code == 422
    assert "Mật khẩu không đúng" in refused.text
    client.post(door("sign", key), {"password": PASSWORD})
    client.force_login(cabinet.chair, "django.contrib.auth.backends.ModelBackend")
    client.post(door("sign", key), {"password": PASSWORD})
    sealed = client.post(door("seal", key), follow=True)

    assert sealed.status_code == 200
    assert Minutes.objects.get(meeting=key).is_sealed
    file = client.get(door("archived_file", Minutes.objects.get(meeting=key).archived.pk))
    assert file["Content-Type"] == "application/pdf"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Content-Disposition"].startswith("attachment")
    assert file.content.startswith(b"%PDF-1.7")
    assert "Nguyên vẹn" in client.get(door("verify", Minutes.objects.get().archived.pk)).text


def test_a_part_is_edited_in_place(client, cabinet, minutes):
    client.force_login(cabinet.secretary, "django.contrib.auth.backends.ModelBackend")
    url = door("block", minutes.blocks.get(kind="item").pk)

    asked = client.get(url, headers={"HX-Request": "true"})
    kept = client.post(url, {"text": "Chuyển phiên sau."}, headers={"HX-Request": "true"})

    assert "<textarea" in asked.text
    assert "<html" not in asked.text
    assert "Chuyển phiên sau." in kept.text
    assert client.post(url, {"text": "Không."}).status_code == 302
    assert client.post(url, {"text": "x" * 20_001}).status_code == 422


@pytest.mark.parametrize("key", ["finance", "archivist", "stranger"])
def test_a_draft_is_for_chair_and_secretary(client, cabinet, minutes, key):
    cabinet.stranger()
    client.force_login(cabinet.people[key], "django.contrib.auth.backends.ModelBackend")
    block = minutes.blocks.get(kind="item")

    assert client.get(door("block", block.pk)).status_code == 404
    assert client.post(door("approve", minutes.meeting_id)).status_code == 404
    assert client.get(door("file", minutes.meeting_id)).status_code == 404
    assert block.facts["title"] not in client.get(door("minutes", minutes.meeting_id)).text


def test_a_member_reads_the_approved_text_and_changes_nothing(client, cabinet, minutes):
    approve_minutes(cabinet.secretary, minutes)
    client.force_login(cabinet.finance, "django.contrib.auth.backends.ModelBackend")
    block = minutes.blocks.get(kind="item")

    assert "Thống nhất thông qua" in client.get(door("minutes", minutes.meeting_id)).text
    assert client.post(door("block", block.pk), {"text": "Khác"}).status_code == 403
    assert client.post(door("reopen", minutes.meeting_id)).status_code == 403
    assert client.get(door("sign", minutes.meeting_id)).status_code == 403


def test_the_home_page_tells_whose_turn_it_is(cabinet, adjourned):
    from core.needs import needs_of

    def verbs(person):
        return [str(need.verb) for need in needs_of(person) if "minutes" in need.url]

    assert verbs(cabinet.secretary) == ["Soạn biên bản"]
    minutes = draft_minutes(cabinet.secretary, adjourned)
    assert verbs(cabinet.secretary) == ["Hoàn thiện biên bản"]
    approve_minutes(cabinet.secretary, minutes)
    assert verbs(cabinet.secretary) == ["Ký biên bản với tư cách thư ký"]
    assert verbs(cabinet.chair) == ["Đọc biên bản"]
    assert verbs(cabinet.finance) == []


def test_the_record_beside_the_minutes_names_nobody_who_stood_by_a_position(cabinet, session):
    item = session.meeting.items.last()
    with at(session.meeting.starts_at):
        give_position(cabinet.health, item, stance="no_objection")
        edit_item(cabinet.secretary, item, title="Phòng bệnh")
        confirm_positions(cabinet.health, session.meeting, items=[item], up_to=clock.now())
    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    told = {line.entry.name for line in lines_for(cabinet.finance, minutes)}

    assert not {name for name in told if name.startswith("position.")}
