"""Where a body's rule says so, members read the papers of a session once they are released to them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agendas.versions import Reading
from core.clock import at, now
from core.errors import NotSeen
from exchange.actions import confirm_release, take_back, tell_opened
from exchange.states import Audience, What
from papers.actions import replace_paper, restrict_paper, save_mark, show_paper, table_paper
from papers.marks import parse_mark
from papers.openings import papers_opened
from papers.policies import papers_visible_to, versions_visible_to
from people.models import Notice
from realtime.live import state_of
from tests.exchange.conftest import Told, read_once


def read_by(person):
    titles = papers_visible_to(person).order_by("pk").values_list("title", flat=True)
    return [title for title in titles if title != "Hồ sơ nhân sự"]


def release(told):
    told.open(What.AGENDA, Audience.MEMBERS)
    return told.open(What.PAPERS, Audience.MEMBERS)


def news(person):
    notices = Notice.objects.filter(person=person).order_by("pk")
    return [(n.kind, n.title) for n in notices if n.kind in {"paper.tabled", "release.members"}]


def test_papers_wait_for_the_gate_and_come_with_it(cabinet, waiting):
    both = ["Tờ trình", "Dự thảo luật"]
    assert read_by(cabinet.health) == []
    assert read_by(cabinet.finance) == ["Tờ trình"]  # the sponsor keeps sight
    assert read_by(cabinet.secretary) == read_by(cabinet.chair) == both

    gate = release(waiting)
    assert read_by(cabinet.health) == read_by(cabinet.finance) == both

    take_back(cabinet.secretary, gate, reason="Nhầm")
    assert read_by(cabinet.health) == []
    assert read_by(cabinet.finance) == ["Tờ trình"]


def test_without_a_rule_papers_are_read_as_soon_as_they_are_tabled(cabinet):
    Told(cabinet)

    assert read_by(cabinet.health) == ["Tờ trình"]


def test_at_a_planned_moment_they_open_and_the_postman_tells(cabinet, waiting):
    tomorrow = now() + timedelta(days=1)
    for what in (What.AGENDA, What.PAPERS):
        gate = waiting.plan(what, Audience.MEMBERS, at=tomorrow)
        confirm_release(cabinet.secretary, gate)
    assert read_by(cabinet.health) == news(cabinet.health) == []

    with at(tomorrow + timedelta(minutes=1)):
        assert read_by(cabinet.health) == ["Tờ trình", "Dự thảo luật"]
        tell_opened()
        tell_opened()

    assert news(cabinet.health) == [("release.members", f"Đã phát hành: {waiting.meeting.title}")]


def test_a_version_tabled_later_waits_and_the_earlier_one_is_read(cabinet, waiting):
    gate = release(waiting)
    replace_paper(cabinet.secretary, waiting.draft, file=read_once("Luật, bản hai"))
    table_paper(cabinet.secretary, waiting.law, title="Phụ lục", file=read_once("Phụ lục"))

    own = versions_visible_to(cabinet.health).filter(paper=waiting.draft)
    assert [version.number for version in own] == [1]
    assert "Phụ lục" not in read_by(cabinet.health)

    confirm_release(cabinet.secretary, gate)
    assert [version.number for version in own.all()] == [1, 2]
    assert "Phụ lục" in read_by(cabinet.health)


def test_a_paper_that_waits_is_told_to_those_who_read_it_and_the_others_hear_at_the_gate(
    cabinet, waiting
):
    assert news(cabinet.health) == []
    assert news(cabinet.finance) == [("paper.tabled", "Tài liệu mới: Tờ trình")]
    assert news(cabinet.chair)[-1] == ("paper.tabled", "Tài liệu mới: Dự thảo luật")

    release(waiting)

    assert news(cabinet.health) == [("release.members", f"Đã phát hành: {waiting.meeting.title}")]


def test_a_paper_that_waits_is_in_no_list_count_or_address(client, cabinet, waiting):
    meeting, draft = waiting.meeting, waiting.draft
    cabinet.publish(meeting)
    client.force_login(cabinet.health)
    pages = (
        reverse("agendas:agenda", args=[meeting.pk]),
        reverse("agendas:versions", args=[meeting.pk]) + "?from=A&to=B",
        reverse("agendas:item", args=[waiting.law.pk]),
        reverse("papers:list", args=[waiting.law.pk]),
        reverse("exchange:agenda_xml", args=[meeting.pk]),
        reverse("exchange:agenda_xml", args=[meeting.pk]) + "?public",
    )
    for url in pages:
        assert "Dự thảo luật" not in client.get(url).content.decode(), url
    doors = [
        reverse(f"papers:{name}", args=[draft.pk]) for name in ("paper", "file", "annotations")
    ]
    assert {client.get(url).status_code for url in doors} == {404}
    with pytest.raises(NotSeen):
        save_mark(cabinet.health, note_on(draft))

    release(waiting)

    for url in (pages[0], pages[1], pages[3]):
        assert "Dự thảo luật" in client.get(url).content.decode(), url
    assert {client.get(url).status_code for url in doors} == {200}


def note_on(paper):
    return parse_mark(
        {
            "uuid": "0a9b1c2d-0000-4000-8000-000000000001",
            "version": paper.versions.get().pk,
            "page": 0,
            "kind": "note",
            "geometry": {"x": 10, "y": 10},
            "style": {"color": "#cc0000"},
            "text": "Hỏi lại",
            "quote": {},
            "rev": 32,
        }
    )


def test_the_live_page_counts_what_members_read(cabinet, waiting):
    def counted(audience):
        items = state_of("meeting", waiting.meeting.pk, audience)["agenda"]["items"]
        return [item["papers"] for item in items]

    assert counted("member") == [0, 0]
    assert counted("console")[:2] == [1, 1]
    release(waiting)
    assert counted("member") == [1, 1]


def test_what_changed_between_versions_leaves_out_what_waits(cabinet, waiting):
    cabinet.publish(waiting.meeting)
    changed = Reading(cabinet.health, waiting.meeting).between(1, 2)
    assert [change for change in changed if "paper" in change["what"]] == []

    release(waiting)
    changed = Reading(cabinet.health, waiting.meeting).between(1, 2)
    assert {change["paper"] for change in changed} == {"Tờ trình", "Dự thảo luật"}


def test_papers_opened_asks_only_those_who_may_read_yet(cabinet, waiting):
    def readers():
        return {one.paper.title: len(one.readers) for one in papers_opened(waiting.meeting)}

    assert readers()["Dự thảo luật"] == 1  # the chair
    assert readers()["Tờ trình"] == 2  # the chair and the minister of finance
    release(waiting)
    assert readers()["Dự thảo luật"] == readers()["Tờ trình"] == 5


def test_clerks_of_the_agency_keep_sight_of_what_they_lodged(cabinet, register, waiting):
    from agendas.actions import place_submission
    from papers.actions import attach_paper

    draft = register.draft("Gia hạn nộp thuế")
    attach_paper(register.clerk(), draft, title="Tờ trình gia hạn", file=read_once("Gia hạn"))
    from agendas.actions import accept_submission, lodge_submission, route_submission
    from agendas.states import Route

    lodged = lodge_submission(register.clerk(), draft)
    accepted = accept_submission(cabinet.secretary, lodged, answers=register.yes(lodged))
    routed = route_submission(cabinet.chair, accepted, route=Route.SESSION)
    place_submission(cabinet.secretary, routed, waiting.meeting)
    cabinet.publish(waiting.meeting)

    assert "Tờ trình gia hạn" in read_by(register.clerk())
    assert "Tờ trình gia hạn" in read_by(cabinet.finance)
    assert "Tờ trình gia hạn" not in read_by(cabinet.health)
    assert "Tờ trình gia hạn" not in read_by(register.clerk("health"))


def test_what_is_restricted_is_read_by_those_named_whatever_the_gate(cabinet, waiting):
    restrict_paper(cabinet.secretary, waiting.draft)
    show_paper(cabinet.secretary, waiting.draft, whom=cabinet.health)
    assert read_by(cabinet.health) == ["Dự thảo luật"]

    release(waiting)

    assert "Dự thảo luật" in read_by(cabinet.health)
    assert "Dự thảo luật" not in read_by(cabinet.justice)
