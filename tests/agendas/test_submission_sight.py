"""Who may know of a submission. What one may not see does not exist."""

import pytest

from agendas.actions import return_submission
from agendas.policies import submissions_checked_by, submissions_visible_to, submissions_written_by
from people.models import Person
from tests.submitting import agency

NOBODY = ["archivist", "operator", "auditor", "admin"]


def sees(person, submission):
    return submissions_visible_to(person).filter(pk=submission.pk).exists()


def test_a_draft_is_known_to_its_agency_alone(cabinet, register):
    draft = register.draft(co_sponsors=[agency("justice")])
    seeing = {key for key, person in cabinet.people.items() if sees(person, draft)}
    assert seeing == {"finance", "finance_clerk"}


def test_once_lodged_chair_secretary_and_co_sponsors_see_it(cabinet, register):
    submission = register.lodged(co_sponsors=[agency("justice")])
    own = {"finance", "finance_clerk", "justice", "justice_clerk"}
    for person in (cabinet.stranger(), cabinet.superuser()):
        assert not sees(person, submission)
    seeing = {key for key, person in cabinet.people.items() if sees(person, submission)}
    assert seeing == own | {"chair", "secretary"}

    return_submission(cabinet.secretary, submission, reason="Thiếu")
    assert sees(cabinet.secretary, submission)


@pytest.mark.parametrize("key", ["finance_clerk", "secretary"])
def test_who_may_no_longer_sign_in_sees_nothing(cabinet, register, key):
    submission = register.lodged()
    person = cabinet.people[key]
    Person.objects.filter(pk=person.pk).update(is_active=False)
    person.refresh_from_db()
    assert not sees(person, submission)
    assert not submissions_written_by(person).exists()
    assert not submissions_checked_by(person).exists()
