"""The public interface: OParl 1.1 in every structural rule, and not a word that was not released."""

from datetime import timedelta

import pytest

from core.clock import at, now
from exchange.actions import confirm_release
from exchange.models import Shelved
from exchange.policies import releases_of
from exchange.states import Audience, What
from tests.exchange.oparl_rules import KINDS, Reader

ROOT = "http://testserver/oparl/v1.1/"


def gate_of(told, what, audience=Audience.PUBLIC):
    return releases_of(told.meeting).get(what=what, audience=audience)


def ids(answer):
    return [one["id"] for one in answer.json()["data"]]


def test_everything_follows_the_rules_of_oparl(public, follow):
    reader = Reader(follow).read()

    assert reader.wrong == []
    assert {thing["type"].rpartition("/")[2] for thing in reader.objects.values()} == set(KINDS)
    assert reader.objects[f"{ROOT}meeting/{public.meeting.pk}/"]["agendaItem"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": "2020-02-03"}, "no moment"),
        ({"name": ""}, "empty"),
        ({"cancelled": "no"}, "no bool"),
        ({"organization": "x"}, "empty"),
        ({"votes": 1}, "unknown property"),
        ({"created": None}, "empty"),
        ({"type": "Meeting"}, "type"),
        ({"agendaItem": [{"id": "http://x/"}]}, "lacks order"),
    ],
)
def test_the_rules_would_find_what_breaks_them(public, follow, change, said):
    reader = Reader(follow)
    meeting = reader.get(f"{ROOT}meeting/{public.meeting.pk}/")

    reader.check({**meeting, **change}, "Meeting")

    assert any(said in wrong for wrong in reader.wrong)


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
