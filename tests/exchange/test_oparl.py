"""The public interface: OParl 1.1 in every structural rule, and not a word that was not released."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import override_settings

from agendas.actions import restrict_item
from core.clock import at, now
from exchange.actions import confirm_release, take_back
from exchange.models import Shelved
from exchange.policies import releases_of
from exchange.states import Audience, What
from papers.actions import replace_paper, withdraw_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf
from tests.exchange.oparl_rules import KINDS, Reader

ROOT = "http://testserver/oparl/v1.1/"


@pytest.fixture
def follow(client):
    """Follow an address as it is told."""
    return lambda url: client.get(url or ROOT)


@pytest.fixture
def body(cabinet):
    return f"body/{cabinet.body.pk}"


def gate_of(told, what, audience=Audience.PUBLIC):
    return releases_of(told.meeting).get(what=what, audience=audience)


def ids(answer):
    return [one["id"] for one in answer.json()["data"]]


def test_everything_follows_the_rules_of_oparl(public, follow):
    reader = Reader(follow).read()

    assert reader.wrong == []
    assert {thing["type"].rpartition("/")[2] for thing in reader.objects.values()} == set(KINDS)
    assert reader.objects[f"{ROOT}meeting/{public.meeting.pk}/"]["agendaItem"]


def test_it_follows_them_page_by_page_too(public, follow, monkeypatch):
    monkeypatch.setattr("exchange.oparl.pages.USUAL", 2)

    reader = Reader(follow).read()

    assert reader.wrong == []
    assert len(reader.lists[f"{ROOT}body/{public.cabinet.body.pk}/people/"]) == 5


def test_nothing_restricted_is_ever_told(public, follow):
    reader = Reader(follow).read()

    words = str(reader.objects)
    assert "Dự toán ngân sách" in words
    assert "Công tác nhân sự" not in words
    assert "Hồ sơ nhân sự" not in words
    assert "H1" not in words
    assert not Shelved.objects.filter(kind="agendaitem", key=str(public.hidden.pk)).exists()


def test_before_any_release_there_is_the_body_and_no_meeting(told, ask, body):
    assert ask().status_code == 200
    assert ids(ask(f"{body}/meetings/")) == []
    assert ask(f"meeting/{told.meeting.pk}/").status_code == 404


@pytest.mark.parametrize("last", [Audience.MEMBERS, Audience.AGENCIES])
def test_what_is_released_to_others_is_not_public(told, ask, body, last):
    gates = list(Audience)[: list(Audience).index(last) + 1]
    told.open(What.AGENDA, *gates)

    assert ids(ask(f"{body}/meetings/")) == []
    assert ask(f"meeting/{told.meeting.pk}/").status_code == 404


def test_a_planned_release_is_not_public_and_a_scheduled_one_from_its_moment(told, cabinet, ask):
    told.open(What.AGENDA, Audience.MEMBERS, Audience.AGENCIES)
    tomorrow = now() + timedelta(days=1)
    gate = told.plan(What.AGENDA, Audience.PUBLIC, at=tomorrow)
    meeting = f"meeting/{told.meeting.pk}/"
    assert ask(meeting).status_code == 404
    confirm_release(cabinet.secretary, gate)
    assert ask(meeting).status_code == 404

    with at(tomorrow + timedelta(minutes=1)):
        assert ask(meeting).status_code == 200


def test_papers_and_decisions_are_separate(told, ask, body):
    told.decide()
    told.open(What.AGENDA)
    item = f"agendaitem/{told.budget.pk}/"
    assert ids(ask(f"{body}/papers/")) == []
    assert "resolutionText" not in ask(item).json()
    assert "nghisu:vote" not in ask(item).json()

    told.open(What.PAPERS)
    assert ids(ask(f"{body}/papers/")) == [f"{ROOT}paper/{told.paper.pk}/"]
    assert "nghisu:vote" not in ask(item).json()

    told.open(What.DECISIONS)
    assert ask(item).json()["resolutionText"] == "Giao Bộ Tài chính thực hiện."


def test_a_vote_is_told_with_question_rule_counts_and_names(public, ask):
    (vote,) = ask(f"agendaitem/{public.budget.pk}/").json()["nghisu:vote"]

    assert vote["question"] == "Thông qua dự toán?"
    assert vote["result"] == "Thông qua"
    expected = {"yes": 3, "no": 1, "other": 0, "silent": 1, "members": 5, "present": 5}
    assert vote["counts"] == expected
    assert vote["rule"]["article"].startswith("Điều 46")
    choices = {one["name"]: one.get("choice") for one in vote["names"]}
    assert choices["Trần Minh Khôi"] == "yes"
    assert choices["Nguyễn Văn Sơn"] is None


def test_a_secret_ballot_tells_no_names(public):
    from exchange.oparl.votes import vote_facts
    from voting.models import Vote

    vote = Vote.objects.get()
    vote.rules["secrecy"] = "secret"

    assert "names" not in vote_facts(vote)


# --- deletion -----------------------------------------------------------------------------------


def test_what_is_taken_back_is_softly_deleted(public, cabinet, ask, body):
    meeting = f"meeting/{public.meeting.pk}/"
    before = ask(meeting).json()
    later = now() + timedelta(hours=1)

    with at(later):
        take_back(cabinet.secretary, gate_of(public, What.AGENDA), reason="Nhầm")
        gone = ask(meeting)

    assert gone.status_code == 200
    left = gone.json()
    assert set(left) == {"id", "type", "created", "modified", "deleted"}
    assert left["deleted"] is True
    assert left["created"] == before["created"]
    assert left["modified"] > before["modified"]
    assert ids(ask(f"{body}/meetings/")) == []
    since = before["modified"]
    told = ask(f"{body}/meetings/", modified_since=since).json()["data"]
    assert [one.get("deleted") for one in told] == [True]
    for kind, key in (("agendaitem", public.budget.pk), ("paper", public.paper.pk)):
        assert ask(f"{kind}/{key}/").json()["deleted"] is True


def test_what_is_released_again_keeps_its_birth(public, cabinet, ask):
    meeting = f"meeting/{public.meeting.pk}/"
    before = ask(meeting).json()
    with at(now() + timedelta(hours=1)):
        take_back(cabinet.secretary, gate_of(public, What.AGENDA), reason="Nhầm")
    with at(now() + timedelta(hours=2)):
        public.open(What.AGENDA, Audience.PUBLIC)
        again = ask(meeting).json()

    assert again["created"] == before["created"]
    assert again["modified"] > before["modified"]
    assert again["name"] == before["name"]


def test_an_item_that_becomes_restricted_is_gone_with_its_papers_at_once(told, cabinet, ask):
    told.open(What.AGENDA)
    told.open(What.PAPERS)
    version = told.paper.versions.get()
    assert ask(f"file/{version.pk}/access").status_code == 200

    restrict_item(cabinet.secretary, told.budget, restricted=True)

    assert ask(f"agendaitem/{told.budget.pk}/").json()["deleted"] is True
    assert ask(f"paper/{told.paper.pk}/").json()["deleted"] is True
    assert ask(f"file/{version.pk}/access").status_code == 410
    items = ask(f"meeting/{told.meeting.pk}/").json()["agendaItem"]
    assert [item["name"] for item in items] == ["Dự án Luật Cư trú"]


def test_a_withdrawn_paper_is_gone(public_papers, cabinet, ask):
    withdraw_paper(cabinet.secretary, public_papers.paper, reason="Thay")

    assert ask(f"paper/{public_papers.paper.pk}/").json()["deleted"] is True


@pytest.fixture
def public_papers(told):
    told.open(What.AGENDA)
    told.open(What.PAPERS)
    return told


def test_a_new_version_is_public_only_after_another_confirmation(public_papers, cabinet, ask):
    told = public_papers
    first = told.paper.versions.get()
    file = read_pdf(paper_pdf(text="Bản mới"), name="moi.pdf")
    with at(now() + timedelta(minutes=1)):
        second = replace_paper(cabinet.secretary, told.paper, file=file)
        assert ask(f"paper/{told.paper.pk}/").json()["mainFile"]["id"].endswith(f"{first.pk}/")
        assert ask(f"file/{second.pk}/access").status_code == 404

    with at(now() + timedelta(minutes=2)):
        confirm_release(cabinet.secretary, gate_of(told, What.PAPERS))

    assert ask(f"file/{second.pk}/access").status_code == 200
    assert ask(f"file/{first.pk}/access").status_code == 410


# --- lists --------------------------------------------------------------------------------------


def test_filters_stay_in_the_links(public, ask, body):
    since = (now() - timedelta(days=1)).isoformat(timespec="seconds")
    answer = ask(f"{body}/people/", modified_since=since, limit="2", omit_internal="true").json()

    assert len(answer["data"]) == 2
    assert "membership" not in answer["data"][0]
    for link in answer["links"].values():
        assert urlencode({"modified_since": since}) in link
        assert "limit=2" in link
        assert "omit_internal=true" in link


@pytest.mark.parametrize(
    ("name", "hours", "found"),
    [
        ("created_since", -1, True),
        ("created_since", 1, False),
        ("created_until", -1, False),
        ("created_until", 1, True),
        ("modified_since", -1, True),
        ("modified_since", 1, False),
        ("modified_until", -1, False),
        ("modified_until", 1, True),
    ],
)
def test_lists_are_filtered_by_moments(public, ask, body, name, hours, found):
    moment = (now() + timedelta(hours=hours)).isoformat(timespec="seconds")

    assert bool(ids(ask(f"{body}/meetings/", **{name: moment}))) is found


def test_nothing_changes_where_nothing_has_changed(public, ask, body):
    first = ask(f"{body}/people/")
    with at(now() + timedelta(days=1)):
        public.cabinet.item(public.cabinet.meeting(), "Ở phiên họp khác")
        again = ask(f"{body}/people/")

    assert first.json() == again.json()
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_reader_that_has_it_already_gets_a_304(public, client):
    etag = client.get(ROOT).headers["ETag"]

    answer = client.get(ROOT, headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("name", ["people", "meetings", "agendaitems", "papers", "files"])
def test_a_list_asks_five_questions_however_long(
    public, ask, body, name, django_assert_num_queries
):
    ask()
    with django_assert_num_queries(5):
        ask(f"{body}/{name}/")
    for _number in range(3):
        other = public.cabinet.convened(*(f"Nội dung {n}" for n in range(5)))
        public.meeting = other
        public.open(What.AGENDA)
    ask()
    with django_assert_num_queries(5):
        ask(f"{body}/{name}/")


# --- doors --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("path", ["", "bodies/", "meeting/1/"])
def test_it_is_read_only(public, client, method, path):
    answer = getattr(client, method)(f"/oparl/v1.1/{path}")

    assert answer.status_code == 405
    assert answer.json()["type"] == "https://schema.oparl.org/1.1/Error"
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("meeting/999/", 404),
        ("person/abc/", 404),
        ("nonsense/1/", 404),
        ("body/999/people/", 404),
        ("organization/agency-1/meetings/", 404),
        ("file/999/access", 404),
        ("where/is/that", 404),
        ("bodies/?page=9", 404),
        ("bodies/?modified_since=yesterday", 400),
        ("bodies/?created_until=2020-01-01T00:00:00", 400),
    ],
)
def test_errors_are_told_in_oparls_way(public, client, path, status):
    answer = client.get(f"/oparl/v1.1/{path}")

    assert answer.status_code == status
    told = answer.json()
    assert told["type"] == "https://schema.oparl.org/1.1/Error"
    assert told["message"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("odd", ["page=-1", "page=x", "limit=0", "limit=99999999999", "page=١"])
def test_odd_parameters_do_no_harm(public, client, odd):
    assert client.get(f"/oparl/v1.1/bodies/?{odd}").status_code == 200


def test_a_body_that_is_not_opened_tells_nothing(public, client):
    with override_settings(OPARL_BODIES=[]):
        for path in ("", "bodies/", f"meeting/{public.meeting.pk}/"):
            answer = client.get(f"/oparl/v1.1/{path}")
            assert answer.status_code == 404 or answer.json()["data"] == []


def test_a_file_is_shown_and_given_with_its_name(public_papers, ask):
    version = public_papers.paper.versions.get()

    shown, given = ask(f"file/{version.pk}/access"), ask(f"file/{version.pk}/download")

    assert b"".join(shown.streaming_content).startswith(b"%PDF-")
    assert not shown.headers["Content-Disposition"].startswith("attachment")
    assert given.headers["Content-Disposition"].startswith("attachment; filename")
    assert shown.headers["Access-Control-Allow-Origin"] == "*"
    b"".join(given.streaming_content)


def test_addresses_stay_the_same_behind_a_proxy(public, client):
    with override_settings(PUBLIC_URL="https://hop.example.vn"):
        told = client.get("/oparl/v1.1/").json()

    assert told["id"] == "https://hop.example.vn/oparl/v1.1/"
    assert told["body"] == "https://hop.example.vn/oparl/v1.1/bodies/"
