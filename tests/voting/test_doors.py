"""Pages, fragments, live state and commands: each tells a vote to those who may know of it."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from agendas.actions import add_item, grant_sight, open_item
from core.errors import NotSeen
from core.needs import needs_of
from realtime.commands import run_command
from realtime.live import state_of, you_of
from voting.actions import cast_ballot, close_vote, open_vote
from voting.errors import NotAnElector
from voting.models import Cast, Vote

SECRET = "Phương án nhân sự"


@pytest.fixture
def secret(cabinet):
    """A vote on a restricted item that only the chair, the secretary and Justice may see."""
    meeting = cabinet.convened()
    item = add_item(cabinet.secretary, meeting, title=SECRET, restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.justice)
    cabinet.publish(meeting)
    cabinet.arrive(meeting)
    from meetings.actions import move_meeting

    move_meeting(cabinet.chair, meeting, "in_session")
    item.refresh_from_db()
    item = open_item(cabinet.chair, item)
    return open_vote(cabinet.chair, item, question=f"Thông qua: {SECRET}?")


def get(client, person, name, *args, **facts):
    client.force_login(person)
    return client.get(reverse(f"voting:{name}", args=args), **facts)


def test_a_restricted_vote_asks_only_those_who_see_the_item(cabinet, secret):
    asked = set(secret.electors.values_list("person__username", flat=True))
    assert asked == {"chair", "justice"}
    assert secret.roll == 5


def test_through_every_door_a_restricted_vote_is_not_there(cabinet, client, secret):
    for who in (cabinet.finance, cabinet.operator, cabinet.superuser(), cabinet.stranger()):
        assert get(client, who, "vote", secret.pk).status_code == 404
        assert get(client, who, "item_votes", secret.item_id).status_code == 404
        told = get(client, who, "running", secret.meeting_id)
        assert told.status_code == 404 or told.json() == {"vote": None, "ballot": None}
        data = {"choice": "yes", "command": str(uuid4())}
        door = reverse("voting:ballot", args=[secret.pk])
        assert client.post(door, data).status_code == 404
    assert not Cast.objects.exists()


def test_no_command_reaches_a_restricted_vote(cabinet, secret):
    for name, data in {
        "ballot.cast": {"vote": secret.pk, "choice": "yes"},
        "vote.close": {"vote": secret.pk},
        "vote.void": {"vote": secret.pk, "reason": "x"},
        "vote.open": {"item": secret.item_id, "question": "x"},
    }.items():
        with pytest.raises(NotSeen):
            run_command(cabinet.finance, secret.meeting_id, name, data, uuid4())


def test_the_live_state_of_members_and_wall_is_silent_about_it(cabinet, secret):
    for audience in ("member", "wall"):
        state = state_of("meeting", secret.meeting_id, audience)
        assert state["vote"] is None
        assert SECRET not in json.dumps(state, ensure_ascii=False)
    assert state_of("meeting", secret.meeting_id, "console")["vote"]["id"] == secret.pk


def test_only_the_entitled_hear_of_it_in_their_own_part(cabinet, secret):
    mine = you_of("meeting", secret.meeting_id, cabinet.justice)
    assert mine["vote"]["question"] == f"Thông qua: {SECRET}?"
    assert mine["ballot"]["vote"] == secret.pk
    for who in (cabinet.finance, cabinet.operator):
        yours = you_of("meeting", secret.meeting_id, who)
        assert (yours["vote"], yours["ballot"]) == (None, None)
        assert SECRET not in json.dumps(yours, ensure_ascii=False)


def test_the_entitled_read_and_cast_over_http(cabinet, client, secret):
    told = get(client, cabinet.justice, "running", secret.meeting_id).json()
    assert told["vote"]["id"] == secret.pk
    assert told["ballot"]["choice"] is None
    door = reverse("voting:ballot", args=[secret.pk])
    answer = client.post(door, {"choice": "no", "command": str(uuid4())})
    assert answer.status_code == 302
    told = get(client, cabinet.justice, "running", secret.meeting_id).json()
    assert told["ballot"]["choice"] == "no"


def test_needs_do_not_betray_it(cabinet, secret):
    asked = [need.title for need in needs_of(cabinet.justice)]
    assert any(SECRET in title for title in asked)
    for who in (cabinet.finance, cabinet.stranger()):
        assert not any(SECRET in need.title for need in needs_of(who))


def test_while_it_is_open_nobody_sees_how_anybody_votes(cabinet, vote, say):
    say(yes=[cabinet.finance], no=[cabinet.health])
    for audience in ("wall", "member", "console"):
        shown = state_of("meeting", vote.meeting_id, audience)["vote"]
        assert (shown["counts"], shown["names"], shown["result"]) == (None, None, None)
        assert len(shown["voted"]) == 2
        assert len(shown["waiting"]) == 3
        assert '"choice"' not in json.dumps(shown)


def test_after_the_close_everybody_sees_names_and_the_verdict(cabinet, vote, say):
    say(yes=[cabinet.finance, cabinet.chair, cabinet.justice], no=[cabinet.health])
    close_vote(cabinet.chair, vote)
    shown = state_of("meeting", vote.meeting_id, "wall")["vote"]
    assert shown["counts"] == {"yes": 3, "no": 1, "other": 0}
    assert shown["result"]["adopted"] is True
    assert shown["result"]["silent"] == 1
    assert shown["result"]["sentence"] == shown["result"]["sentences"]["vi"]
    assert sorted(row["choice"] or "" for row in shown["names"]) == ["", "no", "yes", "yes", "yes"]


def test_my_ballot_is_mine(cabinet, vote, say):
    say(no=[cabinet.finance])
    mine = you_of("meeting", vote.meeting_id, cabinet.finance)["ballot"]
    assert (mine["choice"], mine["changes"]) == ("no", 0)
    assert mine["receipt"] == vote.ballots.get().receipt
    assert you_of("meeting", vote.meeting_id, cabinet.secretary)["ballot"] is None
    assert you_of("meeting", vote.meeting_id, cabinet.health)["ballot"]["receipt"] is None


def test_the_page_of_an_open_vote_offers_the_three_buttons(cabinet, client, vote):
    page = get(client, cabinet.finance, "vote", vote.pk)
    text = page.content.decode()
    assert page.status_code == 200
    assert all(f'value="{choice}"' in text for choice in ("yes", "no", "other"))
    assert "style=" not in text


def test_who_is_not_on_the_roll_sees_the_page_without_buttons(cabinet, client, vote):
    text = get(client, cabinet.secretary, "vote", vote.pk).content.decode()
    assert vote.question in text
    assert 'class="vote-button"' not in text


def test_the_page_of_a_closed_vote_explains_itself(cabinet, client, vote, say):
    say(yes=[cabinet.finance, cabinet.chair, cabinet.justice], other=[cabinet.health])
    close_vote(cabinet.chair, vote)
    client.cookies["django_language"] = "en"
    text = get(client, cabinet.finance, "vote", vote.pk).content.decode()
    assert "Adopted: 3 of 5 agree" in text
    assert "Needed: more than half of all members, that is 3 of 5. 3 agree: reached." in text
    assert "5 members were present; at least 2/3 of all members, that is 4, must be" in text
    assert "Điều 46" in text
    assert "Nguyễn Văn Sơn" in text


def test_the_fragment_lists_the_votes_of_an_item(cabinet, client, vote):
    close_vote(cabinet.chair, vote)
    answer = get(client, cabinet.finance, "item_votes", vote.item_id)
    assert vote.question in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_double_vote_over_http_is_a_sentence(cabinet, client, vote):
    client.force_login(cabinet.finance)
    door = reverse("voting:ballot", args=[vote.pk])
    client.post(door, {"choice": "yes", "command": str(uuid4())})
    answer = client.post(door, {"choice": "yes", "command": str(uuid4())})
    assert answer.status_code == 409
    assert vote.ballots.get().receipt in answer.content.decode()


def test_the_same_form_sent_twice_counts_once(cabinet, client, vote):
    client.force_login(cabinet.finance)
    door, data = reverse("voting:ballot", args=[vote.pk]), {"choice": "yes", "command": uuid4()}
    assert client.post(door, data).status_code == 302
    assert client.post(door, data).status_code == 302
    assert Cast.objects.count() == 1


@pytest.mark.parametrize("data", [{}, {"choice": "maybe", "command": uuid4()}, {"choice": "yes"}])
def test_a_bad_form_is_refused(cabinet, client, vote, data):
    client.force_login(cabinet.finance)
    assert client.post(reverse("voting:ballot", args=[vote.pk]), data).status_code == 422


def test_a_vote_is_run_over_the_socket(cabinet, meeting, item):
    def do(who, name, **data):
        return run_command(who, meeting.pk, name, data, uuid4())

    opened = do(cabinet.chair, "vote.open", item=item.pk, question="Thông qua?", seconds=60)
    cast = do(cabinet.finance, "ballot.cast", vote=opened["vote"], choice="yes")
    closed = do(cabinet.secretary, "vote.close", vote=opened["vote"])
    again = do(cabinet.chair, "vote.open", item=item.pk, question="Thông qua?")
    void = do(cabinet.chair, "vote.void", vote=again["vote"], reason="Nhầm")

    assert set(cast) == {"vote", "choice", "changes", "receipt", "at"}
    assert closed == {"vote": opened["vote"], "adopted": False}
    assert Vote.objects.get(pk=void["vote"]).state == "void"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"vote": "1", "choice": "yes"},
        {"vote": True, "choice": "yes"},
        {"vote": 2**70, "choice": "yes"},
        {"vote": -1, "choice": "yes"},
        {"vote": 1, "choice": 1},
        {"vote": 1, "choice": "yes", "reason": []},
    ],
)
def test_a_malformed_ballot_is_refused(cabinet, vote, data):
    from core.errors import BadInput

    with pytest.raises(BadInput):
        run_command(cabinet.finance, vote.meeting_id, "ballot.cast", data, uuid4())


def test_a_need_is_met_by_voting(cabinet, vote):
    def asked():
        return [need for need in needs_of(cabinet.finance) if need.title == vote.question]

    assert len(asked()) == 1
    cast_ballot(cabinet.finance, vote, choice="yes")
    assert asked() == []


def test_who_keeps_the_record_does_not_vote(cabinet, vote):
    with pytest.raises(NotAnElector):
        run_command(
            cabinet.secretary,
            vote.meeting_id,
            "ballot.cast",
            {"vote": vote.pk, "choice": "yes"},
            uuid4(),
        )
