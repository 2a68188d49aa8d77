"""What the draft tells of a session."""

import pytest

from minutes.actions import approve_minutes, draft_minutes
from minutes.pdf.document import written
from minutes.record import compose, written_out

pytestmark = pytest.mark.django_db


def test_the_draft_follows_the_record(cabinet, session):
    from agendas.actions import adopt_without_debate
    from meetings.actions import move_meeting

    cabinet.item(session.meeting, "Báo cáo tháng", kind="adoption")

    cabinet.publish(session.meeting)
    third = session.meeting.items.get(title="Báo cáo tháng")
    adopt_without_debate(cabinet.chair, session.meeting, [third])
    session.debate(2)
    session.meeting = move_meeting(cabinet.chair, session.meeting, "suspended", "nghỉ giải lao")
    session.meeting = move_meeting(cabinet.chair, session.meeting, "in_session")
    session.debate(1)

    blocks = list(draft_minutes(cabinet.secretary, session.adjourn()).blocks.all())

    kinds = [block.kind for block in blocks]
    assert kinds == ["opening", "attendance", "adoption", "item", "break", "item", "closing"]
    assert [b.facts["label"] for b in blocks if b.kind == "item"] == ["2", "1"]
    assert all(block.entries for block in blocks)


def test_a_vote_is_told_with_rule_counts_and_names(cabinet, adjourned):
    block = draft_minutes(cabinet.secretary, adjourned).blocks.get(kind="item")

    [vote] = block.facts["votes"]
    assert (vote["yes"], vote["no"], vote["other"], vote["silent"]) == (3, 1, 0, 1)
    assert vote["sentence"].startswith("Thông qua: 3/5")
    assert "Điều 46" in vote["sentence"]
    sides = {side["word"]: side["names"] for side in vote["names"]}
    assert sides["Không đồng ý"] == [str(cabinet.justice)]
    assert sides["Không biểu quyết"] == [str(cabinet.transport)]
    [speaker] = block.facts["speakers"]
    assert speaker["name"] == str(cabinet.health)
    assert block.text == "Thống nhất thông qua dự toán ngân sách."


def test_absence_is_told_with_its_reason(cabinet):
    from meetings.actions import excuse, move_meeting

    meeting = cabinet.convened("Ngân sách")
    here = [p for p in cabinet.members() if p != cabinet.transport]
    excuse(cabinet.secretary, cabinet.participant(meeting, cabinet.transport), reason="công tác xa")
    cabinet.arrive(meeting, *here)
    meeting = move_meeting(cabinet.chair, meeting, "in_session")
    meeting = move_meeting(cabinet.chair, meeting, "adjourned")

    facts = draft_minutes(cabinet.secretary, meeting).blocks.get(kind="attendance").facts

    assert (facts["attended"], facts["total"], facts["needed"]) == (4, 5, 4)
    assert facts["excused"][0]["reason"] == "công tác xa"


def test_the_document_keeps_the_form_of_the_decree(cabinet, adjourned):
    minutes = approve_minutes(cabinet.secretary, draft_minutes(cabinet.secretary, adjourned))
    html = written(minutes.record)

    order = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Biên bản</h1>",
        "Thời gian bắt đầu:",
        "Địa điểm:",
        "Thành phần tham dự:",
        "Chủ trì (chủ tọa):",
        "Thư ký (người ghi biên bản):",
        "Nội dung (theo diễn biến phiên họp):",
        "./.",
        "sig-secretary",
        "sig-chair",
        "Nơi nhận:",
        "- Lưu: VT, Hồ sơ.",
    ]
    places = [html.index(words) for words in order]
    assert places == sorted(places)
    assert "Số: 01/BB-CP" in html
    assert "text-indent: 12.7mm" in html


def test_the_screen_language_never_reaches_the_document(cabinet, adjourned):
    from django.utils import translation

    with translation.override("en"):
        minutes = draft_minutes(cabinet.secretary, adjourned)
        minutes = approve_minutes(cabinet.secretary, minutes)
        html = written(minutes.record)

    assert "Thông qua: 3/5" in html
    assert "Adopted" not in html
    assert "giờ" in html


def test_the_record_is_written_in_one_way(cabinet, adjourned):
    minutes = draft_minutes(cabinet.secretary, adjourned)

    assert written_out(compose(minutes)) == written_out(compose(minutes))


def test_numbers_run_through_the_year(cabinet):
    from meetings.actions import move_meeting

    codes = []
    for title in ("Phiên một", "Phiên hai"):
        meeting = move_meeting(cabinet.chair, cabinet.in_session(title=title), "adjourned")
        draft = draft_minutes(cabinet.secretary, meeting)
        codes.append(approve_minutes(cabinet.secretary, draft).code)
    assert codes == ["01/BB-CP", "02/BB-CP"]


def test_positions_given_before_are_told_from_the_record(cabinet, session):
    from agendas.actions import (
        adopt_without_debate,
        close_item,
        give_position,
        withdraw_position,
    )

    meeting = session.meeting
    cabinet.item(meeting, "Báo cáo tháng", kind="adoption")
    cabinet.publish(meeting)
    budget, _health, report = meeting.items.all()
    give_position(cabinet.finance, report, stance="no_objection")
    give_position(cabinet.health, budget, stance="objection", reason="Chưa rõ nguồn vốn")
    give_position(cabinet.justice, budget, stance="speak")
    give_position(cabinet.transport, budget, stance="speak")
    withdraw_position(cabinet.transport, budget)
    adopt_without_debate(cabinet.chair, meeting, [report])
    close_item(cabinet.chair, cabinet.open_item(meeting))

    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    [one] = minutes.blocks.get(kind="adoption").facts["items"]
    assert (one["no_objection"], one["silent"], one["voters"]) == (1, 4, 5)
    told = minutes.blocks.get(kind="item").facts["positions"]
    assert [(row["stance"], row["reason"]) for row in told] == [
        ("objection", "Chưa rõ nguồn vốn"),
        ("speak", ""),
    ]
    html = written(approve_minutes(cabinet.secretary, minutes).record)
    assert "1/5 thành viên cho ý kiến trước không có ý kiến khác" in html
    assert "Phạm Quốc Dũng, Bộ trưởng Bộ Y tế: Chưa rõ nguồn vốn." in html
    assert "Đỗ Thị Ánh, Bộ trưởng Bộ Tư pháp: đăng ký phát biểu." in html


def test_positions_on_a_restricted_item_are_minuted_apart(cabinet, session):
    from agendas.actions import close_item, give_position, grant_sight, open_item

    hidden = cabinet.item(session.meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    cabinet.publish(session.meeting)
    give_position(cabinet.finance, hidden, stance="objection", reason="Chưa đủ hồ sơ")
    close_item(cabinet.chair, open_item(cabinet.chair, hidden))

    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    assert "Chưa đủ hồ sơ" not in written(compose(minutes))
    apart = minutes.blocks.get(kind="apart").facts["positions"]
    assert apart[0]["reason"] == "Chưa đủ hồ sơ"


def test_where_the_rules_keep_positions_the_minutes_do_too(cabinet, session):
    from agendas.actions import give_position

    cabinet.rules.positions_shown = "keepers"
    cabinet.rules.save()
    item = session.meeting.items.first()
    give_position(cabinet.health, item, stance="objection", reason="Chưa rõ nguồn vốn")
    session.debate(1)
    block = draft_minutes(cabinet.secretary, session.adjourn()).blocks.get(kind="item")
    assert block.facts["positions"] == []


def test_sub_items_keep_their_numbers_and_deferred_matters_name_the_session(cabinet, session):
    from agendas.actions import close_item, defer_item, open_item

    meeting = session.meeting
    first, second = meeting.items.all()[:2]
    sub = cabinet.item(meeting, "Phương án", parent=first)
    sub = open_item(cabinet.chair, cabinet.take_up(sub))
    close_item(cabinet.chair, sub, conclusion="Thống nhất")
    ahead = cabinet.convened("X", title="Phiên họp sau")
    defer_item(cabinet.chair, second, meeting=ahead, reason="Chờ thẩm định")
    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    told = {block.facts["label"]: block.facts for block in minutes.blocks.filter(kind="item")}

    assert set(told) == {"1.1", "2"}
    assert told["2"]["deferred_to"] == "Phiên họp sau"
    page = written(compose(minutes))
    assert "Nội dung 1.1. Phương án" in page
    assert "được chuyển sang: Phiên họp sau" in page


def test_what_was_never_published_is_not_told(cabinet, session):
    from agendas.actions import withdraw_item

    left = cabinet.item(session.meeting, "Chưa ai biết")
    gone = cabinet.item(session.meeting, "Cũng chưa ai biết")
    withdraw_item(cabinet.secretary, gone, reason="Thôi")

    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    told = str([block.facts for block in minutes.blocks.all()])
    for item in (left, gone):
        assert str(item) not in told


def test_an_item_dealt_with_in_part_is_not_told_as_left_over(cabinet, session):
    from agendas.actions import close_item, open_item

    first = session.meeting.items.get(restricted=False, position=1)
    part = cabinet.item(session.meeting, "Một phần", parent=first)
    close_item(cabinet.chair, open_item(cabinet.chair, cabinet.take_up(part)))

    minutes = draft_minutes(cabinet.secretary, session.adjourn())

    left = [b.facts["items"] for b in minutes.blocks.filter(kind="left_over")]
    assert first.label not in [line["label"] for lines in left for line in lines]
    assert [b.facts["label"] for b in minutes.blocks.filter(kind="item")] == ["1.1"]
