"""What the database promises of submissions and opinions, whatever the code does."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agendas.actions import ask_advice
from agendas.models import SubmissionRule
from tests.cabinet import SINCE
from tests.submitting import agency


def refused(sql, *values):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("state", ["unknown", "routed"])
def test_states_are_known_and_a_route_stands_with_routed_alone(register, state):
    submission = register.lodged()
    refused("UPDATE agendas_submission SET state = %s WHERE id = %s", state, submission.pk)


def test_a_register_number_stands_once(register):
    first, second = register.lodged("A"), register.lodged("B")
    refused("UPDATE agendas_submission SET number = %s WHERE id = %s", first.number, second.pk)


def test_what_is_lodged_has_a_number(register):
    submission = register.lodged()
    refused("UPDATE agendas_submission SET number = NULL WHERE id = %s", submission.pk)


def test_an_opinion_is_open_or_answered(register):
    (advice,) = ask_advice(register.clerk(), register.draft(), agencies=[agency("health")])
    refused("UPDATE agendas_advice SET answer = 'agree' WHERE id = %s", advice.pk)
    refused("UPDATE agendas_advice SET answered_at = %s WHERE id = %s", timezone.now(), advice.pk)


def test_an_agency_is_asked_once_at_a_time(register):
    asked = [agency("health"), agency("justice")]
    first, second = ask_advice(register.clerk(), register.draft(), agencies=asked)
    refused(
        "UPDATE agendas_advice SET agency_id = %s, round = 2 WHERE id = %s",
        *(first.agency_id, second.pk),
    )


def test_a_summary_has_at_least_a_page(cabinet, register):
    rule = SubmissionRule.objects.get(body=cabinet.body, starts=SINCE)
    refused("UPDATE agendas_submissionrule SET summary_max_pages = 0 WHERE id = %s", rule.pk)
