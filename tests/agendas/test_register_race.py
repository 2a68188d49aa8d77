"""Many lodge at the same moment: the register stays without gaps and without doubles."""

import threading
import time

import pytest
from django.db import transaction

from agendas.actions import lodge_submission, place_submission
from agendas.models import Item, Submission
from core.errors import Refusal
from tests.cabinet import PORTFOLIOS, Cabinet
from tests.submitting import Register
from tests.voting.test_race import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(transactional_db):
    return Register(Cabinet())


def test_all_who_lodge_at_once_get_numbers_in_a_row(desk):
    drafts = [
        (desk.clerk(key), desk.draft(f"{key} {n}", key)) for n in range(3) for key in PORTFOLIOS
    ]

    together(*[lambda pair=pair: lodge_submission(*pair) for pair in drafts])

    numbers = sorted(Submission.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(drafts) + 1))


def test_two_taps_lodge_once(desk):
    draft = desk.draft()
    answers = together(*[lambda: lodge_submission(desk.clerk(), draft)] * 3)
    assert [a.code for a in answers if isinstance(a, Refusal)] == ["wrong_move"] * 2
    assert desk.heard(draft).count("submission.lodged") == 1


def test_two_secretaries_place_once(desk):
    submission = desk.routed()
    first, second = desk.cabinet.meeting(), desk.cabinet.meeting("Phiên sau")
    who = desk.cabinet.secretary

    answers = together(
        lambda: place_submission(who, submission, first),
        lambda: place_submission(who, submission, second),
    )

    assert [a.code for a in answers if isinstance(a, Refusal)] == ["on_an_agenda"]
    assert Item.objects.count() == 1


def test_who_places_many_and_who_places_one_of_them_wait_for_each_other(desk):
    who, meeting = desk.cabinet.secretary, desk.cabinet.meeting()
    first, second = desk.routed("Một"), desk.routed("Hai")
    begun = threading.Event()

    def place_both():
        with transaction.atomic():
            place_submission(who, first, meeting)
            begun.set()
            time.sleep(1)  # the other has locked what it locks first
            return place_submission(who, second, meeting)

    def place_one():
        begun.wait(timeout=20)
        return place_submission(who, second, meeting)

    _both, one = together(place_both, place_one)

    assert one.code == "on_an_agenda"
    assert Item.objects.count() == 2
