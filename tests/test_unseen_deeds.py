"""What is restricted stays unseen when something is done: in answers, refusals, errors, receipts.

Whoever does not know of a thing and says its number hears what one hears of a number that nothing has.
"""

import json
import re
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from core.errors import Refusal
from realtime.commands import run_command
from realtime.live import admitted
from tests.doors_secrets import SECRETS
from tests.doors_table import COMMANDS, DOORS, SEES_HIDDEN
from tests.doors_walk import client_of, filled, send
from tests.doors_world import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
NOWHERE = 987_654
NO_MARK = "00000000-0000-4000-8000-00000000dead"
# The hidden things that may be said in the place of each thing in the table of doors.
INSTEAD = {
    **dict.fromkeys(("item", "second", "guested"), ("hidden", "hidden_part", "untold")),
    "hidden": ("hidden", "hidden_part", "untold"),
    "paper": ("hidden_paper", "annex"),
    "hidden_paper": ("hidden_paper", "annex"),
    "vote": ("hidden_vote",),
    "public_file": ("hidden_version",),
    "hidden_version": ("hidden_version",),
    "own_mark": ("own_mark",),
}
# What forms call the things they are sent: said to every form, each with a hidden thing.
NAMES = {"item": "hidden", "items": "hidden", "under": "hidden", "parent": "hidden"}
NAMES |= {"before": "untold", "paper": "hidden_paper", "version": "hidden_version"}
NAMES |= {"vote": "hidden_vote", "title": "title", "to": "hidden", "reason": "reason"}
UNKNOWING = [kind for kind in KINDS if kind not in SEES_HIDDEN]
TOKENS = re.compile(rb'csrf-?\w*" (?:value|content)="[^"]+"')


def asked(world, kind, name, door, ids):
    """Knock at a door with these ids, and forget what it did."""
    client = client_of(world, kind)
    url = reverse(name, args=[ids[key] for key in door.args])
    with transaction.atomic():
        answer = send(client, door, url, ids)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer, url, body


def words_of(answer, body):
    """Return all that an answer says: what is in it, where it leads, what it lets be shown next."""
    heads = {**answer.headers, "cookies": answer.cookies.output()}
    return body.decode("utf-8", "ignore") + json.dumps(heads, ensure_ascii=False)


def told(answer, url, body):
    """Return an answer without its own address and the tokens that differ each time."""
    plain = TOKENS.sub(b"", body).replace(url.encode(), b"")
    return answer.status_code, answer.headers.get("Location", "").replace(url, ""), plain


def hidden_in(world, door):
    """Give the tables of ids in which something hidden stands for each thing a door is asked of."""
    keys = {key for key in (*door.args, *words_in(door.data)) if key in INSTEAD}
    for key in keys:
        for hidden in INSTEAD[key]:
            nothing = NO_MARK if key == "own_mark" else NOWHERE
            yield {**world.ids, key: world.ids[hidden]}, {**world.ids, key: nothing}, key


def words_in(data):
    if isinstance(data, dict):
        return [word for value in data.values() for word in words_in(value)]
    if isinstance(data, list):
        return [word for value in data for word in words_in(value)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize("kind", UNKNOWING)
def test_no_answer_to_a_deed_tells_of_it(world, kind):
    """Every deed of the table, and every page as if its form were sent, with hidden things in it."""
    found = set()
    form = {name: world.ids.get(key, key) for name, key in NAMES.items()}
    for name, door in DOORS.items():
        url = reverse(name, args=[world.ids[key] for key in door.args])
        client, data = client_of(world, kind), {**form, **filled(door.data, world.ids)}
        with transaction.atomic():
            words = sent(client, url, data, follows=kind != "anonymous")
            transaction.set_rollback(True)
        found |= {(name, secret) for secret in SECRETS if secret in words}

    assert found == set()


def sent(client, url, data, *, follows):
    """Return what is answered to a form, and what the page it leads to says."""
    answer = client.post(url, data)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    words = words_of(answer, body)
    if follows and answer.status_code == 302 and answer.url.startswith("/"):
        words += client.get(answer.url).content.decode("utf-8", "ignore")
    return words


@pytest.mark.parametrize("kind", UNKNOWING)
def test_a_hidden_thing_is_answered_like_one_that_is_not_there(world, kind):
    differs = []
    for name, door in DOORS.items():
        for ids, nothing, _key in hidden_in(world, door):
            answer, url, body = asked(world, kind, name, door, ids)
            other, same, empty = asked(world, kind, name, door, nothing)
            if told(answer, url, body) != told(other, same, empty):
                differs.append((name, url, answer.status_code, other.status_code))
            words = words_of(answer, body)
            assert [one for one in SECRETS if one in words] == [], (name, url)

    assert differs == []


@pytest.mark.parametrize("kind", [kind for kind in UNKNOWING if kind != "anonymous"])
def test_a_command_about_a_hidden_thing_hears_that_there_is_none(world, kind):
    differs = []
    for name, (_who, data) in COMMANDS.items():
        for ids, nothing, key in hidden_in(world, type("", (), {"args": (), "data": data})):
            heard = commanded(world, kind, name, filled(data, ids))
            other = commanded(world, kind, name, filled(data, nothing))
            plain = heard[0], heard[1].replace(str(ids[key]), "#")
            if plain != (other[0], other[1].replace(str(nothing[key]), "#")):
                differs.append((name, data, heard, other))
            assert [one for one in SECRETS if one in heard[1]] == [], name

    assert differs == []


def commanded(world, kind, name, data):
    """Return what somebody hears who gives a command, first at the door of the room."""
    person, meeting = world.people[kind], world.ids["meeting"]
    with transaction.atomic():
        try:
            admitted("meeting", meeting, person, "")
            data = json.loads(json.dumps(data, default=str))
            answer = run_command(person, meeting, name, data, uuid4())
            return "done", json.dumps(answer, ensure_ascii=False, default=str)
        except Refusal as refusal:
            return refusal.status, str(refusal.sentence)
        finally:
            transaction.set_rollback(True)


def test_the_walk_would_find_it(world):
    """The same deeds as somebody who knows: then they are answered otherwise."""
    door = DOORS["voting:vote"]
    ids = {**world.ids, "vote": world.ids["hidden_vote"]}
    answer, _url, body = asked(world, "finance", "voting:vote", door, ids)

    assert answer.status_code == 200
    assert [one for one in SECRETS if one in words_of(answer, body)] != []
    heard = commanded(world, "finance", "position.give", {"item": ids["hidden"], "stance": "speak"})
    assert heard[0] == "done"
