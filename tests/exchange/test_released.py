"""What people of ministries read of a session: what was released to agencies, and nothing else."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from agendas.actions import restrict_item
from core.clock import at, now
from exchange.actions import confirm_release, take_back
from exchange.events import ReleasedPaperOpened
from exchange.states import Audience, What
from papers.actions import replace_paper, restrict_paper, table_paper, withdraw_paper
from people.models import Agency, Body, Membership
from realtime.journal import read
from tests.cabinet import SINCE
from tests.exchange.agencies import TWO, door, gate, listed, page
from tests.exchange.conftest import Told, read_once
from tests.submitting import leave

INSIDE = ("meetings:page", "meetings:live", "agendas:agenda", "agendas:versions")


def test_each_gate_gives_its_part_and_no_more(clerk, told):
    told.decide()
    assert page(clerk, told).status_code == 404
    told.open(What.AGENDA, Audience.MEMBERS)
    assert page(clerk, told).status_code == 404

    told.open(What.AGENDA, Audience.AGENCIES)
    agenda = page(clerk, told).content.decode()
    assert "Dự toán ngân sách" in agenda
    assert "Tờ trình" not in agenda
    assert "Giao Bộ Tài chính" not in agenda

    told.open(What.PAPERS, *TWO)
    papers = page(clerk, told).content.decode()
    assert "Tờ trình" in papers
    assert "Giao Bộ Tài chính" not in papers

    told.open(What.DECISIONS, *TWO)
    decisions = page(clerk, told).content.decode()
    assert "Giao Bộ Tài chính thực hiện." in decisions
    assert "Thông qua dự toán?" in decisions
    assert "Công tác nhân sự" not in decisions
    assert "Hồ sơ nhân sự" not in decisions


def test_nothing_else_of_the_meeting_becomes_visible(clerk, released):
    released.open(What.PAPERS, *TWO)
    for name in INSIDE:
        assert clerk.get(reverse(name, args=[released.meeting.pk])).status_code == 404
    assert clerk.get(reverse("papers:paper", args=[released.paper.pk])).status_code == 404
    assert clerk.get(reverse("agendas:item", args=[released.budget.pk])).status_code == 404


def test_who_works_for_no_agency_finds_no_such_page(client, cabinet, released):
    for person in (cabinet.stranger(), cabinet.secretary, cabinet.archivist, cabinet.admin):
        client.force_login(person)
        assert client.get(reverse("exchange:released")).status_code == 404
        assert page(client, released).status_code == 404


def test_a_clerk_who_left_reads_nothing_more(clerk, cabinet, released):
    leave(cabinet, "health")

    assert page(clerk, released).status_code == 404


def test_an_agency_of_another_body_is_not_served(client, cabinet, released):
    other = Body.objects.create(name="Hội đồng", code="hoi-dong", symbol="HĐ")
    agency = Agency.objects.create(name="Sở", code="000.00.00.H99", short_name="S")
    head = cabinet.person("head")
    Membership.objects.create(body=other, person=head, agency=agency, office="?", starts=SINCE)
    client.force_login(head)

    assert released.meeting.title not in listed(client)
    assert page(client, released).status_code == 404


def test_a_paper_is_read_as_it_was_when_its_release_was_confirmed(clerk, cabinet, released):
    released.open(What.PAPERS, *TWO)
    first = released.paper.versions.get()
    second = replace_paper(cabinet.secretary, released.paper, file=read_once("Bản mới"))
    added = table_paper(
        cabinet.secretary, released.budget, title="Phụ lục", file=read_once("Phụ lục")
    )

    assert clerk.get(door("released_paper", released, first)).status_code == 200
    for later in (second, added.versions.get()):
        assert clerk.get(door("released_paper", released, later)).status_code == 404
        assert clerk.get(door("released_file", released, later)).status_code == 404
    assert "Phụ lục" not in page(clerk, released).content.decode()

    confirm_release(cabinet.secretary, gate(released, What.PAPERS, Audience.MEMBERS))
    confirm_release(cabinet.secretary, gate(released, What.PAPERS))

    assert clerk.get(door("released_paper", released, first)).status_code == 404
    assert clerk.get(door("released_paper", released, second)).status_code == 200
    assert "Phụ lục" in page(clerk, released).content.decode()


def test_a_late_paper_that_the_chair_takes_later_waits_for_the_next_confirmation(register, cabinet):
    from papers.actions import take_late_papers

    starts = timezone.now() + timedelta(days=30)
    told = Told(cabinet, starts_at=starts, ends_at=None)
    with at(starts - timedelta(hours=3)):
        late = table_paper(
            cabinet.secretary,
            told.budget,
            title="Đến muộn",
            file=read_once("Muộn"),
            late_for="Bổ sung",
        )
        told.open(What.AGENDA, *TWO)
        told.open(What.PAPERS, *TWO)
        assert late.current.is_waiting
    with at(starts - timedelta(hours=2)):
        take_late_papers(cabinet.chair, told.budget)
        assert titles(told) == ["Tờ trình"]
        confirm_release(cabinet.secretary, gate(told, What.PAPERS, Audience.MEMBERS))
        confirm_release(cabinet.secretary, gate(told, What.PAPERS))
        assert titles(told) == ["Tờ trình", "Đến muộn"]


def titles(told):
    from exchange.released import released_of

    lines = released_of(told.meeting, Audience.AGENCIES).lines
    return [paper.title for line in lines for paper, _version in line.papers]


def test_what_is_restricted_or_withdrawn_afterwards_is_gone_at_once(clerk, cabinet, told):
    told.open(What.AGENDA, *TWO)
    told.open(What.PAPERS, *TWO)
    version = told.paper.versions.get()
    restrict_paper(cabinet.secretary, told.paper)
    assert clerk.get(door("released_file", told, version)).status_code == 404
    assert "Tờ trình" not in page(clerk, told).content.decode()
    assert told.meeting.title not in listed(clerk, q="to trinh")

    restrict_paper(cabinet.secretary, told.paper, restricted=False)
    assert clerk.get(door("released_file", told, version)).status_code == 200
    withdraw_paper(cabinet.secretary, told.paper, reason="Nhầm")
    assert clerk.get(door("released_file", told, version)).status_code == 404

    restrict_item(cabinet.secretary, told.budget)
    assert "Dự toán ngân sách" not in page(clerk, told).content.decode()
    assert told.meeting.title not in listed(clerk, q="dự toán")


def test_taking_back_says_so_where_there_was_a_link(clerk, cabinet, released):
    released.open(What.PAPERS, *TWO)
    version = released.paper.versions.get()
    take_back(cabinet.secretary, gate(released, What.PAPERS), reason="Nhầm tài liệu")

    answer = clerk.get(door("released_paper", released, version))
    assert answer.status_code == 410
    assert "thu hồi" in answer.content.decode()
    assert "Tờ trình" not in answer.content.decode()
    nowhere = reverse("exchange:released_file", args=[released.meeting.pk, 999999])
    assert clerk.get(nowhere).status_code == 410
    assert "Tờ trình" not in page(clerk, released).content.decode()

    take_back(cabinet.secretary, gate(released, What.AGENDA), reason="Nhầm phiên")
    assert page(clerk, released).status_code == 410
    assert released.meeting.title not in listed(clerk)
    released.open(What.AGENDA, Audience.AGENCIES)
    assert page(clerk, released).status_code == 200


def test_a_gate_that_never_opened_leaves_nothing_behind(clerk, cabinet, told):
    tomorrow = now() + timedelta(days=1)
    for audience in TWO:
        confirm_release(cabinet.secretary, told.plan(What.AGENDA, audience, at=tomorrow))
    assert page(clerk, told).status_code == 404
    take_back(cabinet.secretary, gate(told, What.AGENDA), reason="Nhầm")

    assert page(clerk, told).status_code == 404
    with at(tomorrow + timedelta(hours=1)):
        assert page(clerk, told).status_code == 404


def test_an_opening_is_journalled_once_a_reading_even_when_the_record_is_sealed(
    clerk, register, cabinet, released
):
    from minutes.actions import finish_minutes

    released.open(What.PAPERS, *TWO)
    finish_minutes(released.meeting)
    version = released.paper.versions.get()
    for name in ("released_paper", "released_file", "released_file"):
        assert clerk.get(door(name, released, version)).status_code == 200

    told = read(f"meeting.{released.meeting.pk}").filter(name=ReleasedPaperOpened.name)
    assert [(one.actor, one.facts["version_id"]) for one in told] == [
        (register.clerk("health"), version.pk)
    ]
    with at(now() + timedelta(hours=1)):
        clerk.get(door("released_paper", released, version))
    assert told.all().count() == 2


def test_the_file_as_tabled_is_downloaded_and_the_copy_is_read(clerk, released):
    released.open(What.PAPERS, *TWO)
    version = released.paper.versions.get()
    version.original.storage.delete(version.original.name)
    version.original.storage.save(version.original.name, ContentFile(b"as tabled"))

    original = clerk.get(door("released_file", released, version), {"original": ""})
    copy = clerk.get(door("released_file", released, version))

    assert b"".join(original.streaming_content) == b"as tabled"
    assert "attachment" in original["Content-Disposition"]
    assert b"".join(copy.streaming_content).startswith(b"%PDF")
