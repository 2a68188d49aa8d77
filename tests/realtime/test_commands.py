"""Commands are done once, however often they are sent."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.errors import Refusal
from realtime.commands import Call, run_batch, run_command
from realtime.errors import CommandIdReused, UnknownCommand
from realtime.journal import read
from realtime.models import Receipt
from realtime.writer import settle

ROOM = 7


def spoken():
    return [entry.facts["text"] for entry in read(f"parlour.{ROOM}")]


def call(person, choice, command_id=None):
    return Call(person, ROOM, {"choice": choice}, command_id or uuid.uuid4(), "vote.cast")


@pytest.mark.django_db
def test_a_retry_gets_the_first_answer_and_does_nothing(person):
    an, command_id = person(), uuid.uuid4()
    answers = [run_command(an, ROOM, "word.say", {"text": "chào"}, command_id) for _ in range(3)]
    assert answers == [{"number": 1}] * 3
    assert spoken() == ["chào"]


@pytest.mark.django_db
def test_the_same_id_of_another_person_is_another_command(person):
    command_id = uuid.uuid4()
    for someone in (person(), person()):
        run_command(someone, ROOM, "word.say", {"text": "chào"}, command_id)
    assert len(spoken()) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data"), [("word.say", {"text": "khác"}), ("vote.cast", {"text": "chào"})]
)
def test_an_id_cannot_be_used_for_something_else(person, name, data):
    an, command_id = person(), uuid.uuid4()
    run_command(an, ROOM, "word.say", {"text": "chào"}, command_id)
    with pytest.raises(CommandIdReused):
        run_command(an, ROOM, name, data, command_id)
    assert spoken() == ["chào"]


@pytest.mark.django_db
def test_a_refused_command_leaves_no_trace_and_may_be_tried_again(person):
    an, command_id = person(), uuid.uuid4()
    with pytest.raises(Refusal, match="Nobody says"):
        run_command(an, ROOM, "word.say", {"text": "fie"}, command_id)
    assert spoken() == []
    assert not Receipt.objects.exists()
    assert run_command(an, ROOM, "word.say", {"text": "chào"}, command_id) == {"number": 1}


@pytest.mark.django_db
def test_an_unknown_command_is_refused(person):
    with pytest.raises(UnknownCommand, match="word"):
        run_command(person(), ROOM, "word.shout", {}, uuid.uuid4())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "data"), [("word.say", {"text": "x"}), ("vote.cast", {"choice": "yes"})]
)
def test_twins_in_two_threads_are_one_deed(person, name, data):
    an, command_id, together = person(), uuid.uuid4(), Barrier(4)

    def send(_):
        together.wait()
        try:
            return run_command(an, ROOM, name, data, command_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, range(4)))

    assert answers == [{"number": 1}] * 4
    assert len(spoken()) == 1


@pytest.mark.django_db
def test_a_batch_answers_each_call_by_itself(person):
    an, command_id = person(), uuid.uuid4()
    batch = [call(an, "yes", command_id), call(person(), "maybe"), call(person(), "no")]
    yes, maybe, no = run_batch(batch)
    assert (yes, no) == ({"number": 1}, {"number": 2})
    assert isinstance(maybe, Refusal)

    again = run_batch([call(an, "yes", command_id), call(an, "no", command_id)])
    assert again[0] == {"number": 1}
    assert isinstance(again[1], CommandIdReused)
    assert spoken() == ["yes", "no"]


@pytest.mark.django_db
def test_the_same_call_twice_in_one_batch_is_one_deed(person):
    an, command_id = person(), uuid.uuid4()
    answers = run_batch([call(an, "yes", command_id), call(an, "yes", command_id)])
    assert answers == [{"number": 1}] * 2
    assert spoken() == ["yes"]


@pytest.mark.django_db
def test_one_poisoned_call_does_not_sink_the_batch(person, caplog):
    good, bad, fine = settle(
        [call(person(), "yes"), call(person(), "poison"), call(person(), "no")]
    )
    assert (good, fine) == ({"number": 1}, {"number": 2})
    assert isinstance(bad, Refusal)
    assert bad.status == 500
    assert spoken() == ["yes", "no"]
    assert "batch of 3 failed" in caplog.text
