"""One deed on many rows: each by its own rules, what is refused told with its reason, nothing half done."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import ask_advice
from agendas.models import Advice, Submission
from agendas.submissions.batches import again
from core.clock import at
from tests.submitting import agency


@pytest.fixture
def entered(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


def send(client, name, things, args=(), **more):
    rows = [getattr(thing, "pk", thing) for thing in things]
    return client.post(reverse(f"agendas:{name}", args=args), {"row": rows, **more})


def words(answer):
    return answer.content.decode()


def test_the_chair_routes_several_at_once(cabinet, register, entered):
    ready = [register.accepted(f"Việc {number}") for number in range(3)]
    client = entered(cabinet.chair)
    register_page = words(client.get(reverse("agendas:submissions")))
    assert register_page.count('name="row"') == 3
    assert reverse("agendas:submissions_route") in register_page

    asked = send(client, "submissions_route", ready)
    assert asked.status_code == 200
    assert "Việc 1" in words(asked)
    assert not Submission.objects.filter(state="routed").exists()
    done = send(client, "submissions_route", ready, route="session", go="yes")

    assert done.url == reverse("agendas:submissions")
    assert Submission.objects.filter(state="routed", routed_by=cabinet.chair).count() == 3
    assert all(register.heard(one)[-1] == "submission.routed" for one in ready)


def test_what_cannot_be_routed_is_told_with_its_reason_and_the_rest_is_done(
    cabinet, register, entered
):
    ready, early = register.accepted("Đã nhận"), register.lodged("Mới trình")
    answer = send(
        entered(cabinet.chair), "submissions_route", [ready, early], route="ballot", go="yes"
    )
    assert answer.status_code == 200
    assert [name.split(" · ")[1] for name in answer.context["outcome"].done] == ["Đã nhận"]
    ((name, why),) = answer.context["outcome"].refused
    assert "Mới trình" in name
    assert why in words(answer)
    early.refresh_from_db()
    assert early.state == "lodged"
    assert register.heard(early)[-1] == "submission.lodged"


def test_when_nothing_could_be_done_the_answer_says_so(cabinet, register, entered):
    early = register.lodged()
    answer = send(entered(cabinet.chair), "submissions_route", [early], route="ballot", go="yes")
    assert answer.status_code == 409


def test_several_come_on_one_agenda(cabinet, register, entered):
    meeting = cabinet.meeting()
    routed = [register.routed(f"Việc {number}") for number in range(3)]
    client = entered(cabinet.secretary)
    waiting = words(client.get(reverse("agendas:to_place", args=[meeting.pk])))
    assert waiting.count('form="place-many"') == 3

    done = send(client, "submissions_place", routed, meeting=meeting.pk, go="yes")

    assert done.url == reverse("agendas:agenda", args=[meeting.pk])
    assert set(meeting.items.values_list("title", flat=True)) == {f"Việc {n}" for n in range(3)}
    again = send(client, "submissions_place", routed[:1], meeting=meeting.pk, go="yes")
    assert again.status_code == 409
    assert meeting.items.count() == 3


def test_a_form_that_is_not_understood_keeps_the_ticks(cabinet, register, entered):
    routed = register.routed("Việc hay")
    answer = send(entered(cabinet.secretary), "submissions_place", [routed], meeting="?", go="yes")
    assert answer.status_code == 422
    assert f'name="row" value="{routed.pk}"' in words(answer)
    assert "Việc hay" in words(answer)


def test_a_row_that_one_may_not_see_is_not_found_and_not_named(cabinet, register, entered):
    secret, open_one = register.draft("Bản nháp riêng"), register.routed("Đã phân")
    client = entered(cabinet.secretary)
    asked = send(client, "submissions_place", [secret, open_one])
    assert "Bản nháp riêng" not in words(asked)
    assert asked.context["unknown"] == 1
    meeting = cabinet.meeting()
    answer = send(client, "submissions_place", [secret, open_one], meeting=meeting.pk, go="yes")
    assert "Bản nháp riêng" not in words(answer)
    assert answer.context["outcome"].unknown == 1
    assert meeting.items.count() == 1


@pytest.mark.parametrize("rows", [[], ["x"], ["9" * 40], list(range(1, 400))])
def test_what_is_ticked_is_understood_or_refused(cabinet, register, entered, rows):
    client = entered(cabinet.secretary)
    assert send(client, "submissions_place", rows).status_code == 422


def test_who_has_no_desk_is_not_let_in(cabinet, register, entered):
    ready = register.accepted()
    assert send(entered(cabinet.secretary), "submissions_route", [ready]).status_code == 403
    clerk = entered(register.clerk())
    assert send(clerk, "submissions_place", [ready]).status_code == 403
    assert 'name="row"' not in words(clerk.get(reverse("agendas:submissions")))


def test_all_overdue_opinions_are_asked_for_again(cabinet, register, entered):
    with at(timezone.now() - timedelta(days=40)):
        submission = register.lodged("Thuế")
        two = [agency("health"), agency("justice")]
        asked = ask_advice(register.clerk(), submission, agencies=two)
    fresh = ask_advice(register.clerk(), submission, agencies=[agency("transport")])
    client = entered(cabinet.secretary)
    page = client.get(reverse("agendas:advices"), {"late": "on"})
    assert {one.pk for one in page.context["page"]} == {one.pk for one in asked}
    assert client.get(reverse("agendas:advices")).context["page"].paginator.count == 3
    assert send(client, "advices_again", asked).status_code == 200

    answer = send(client, "advices_again", asked, due="", go="yes")

    assert answer.url == reverse("agendas:advices")
    assert not Advice.objects.filter(due_at__lt=timezone.now()).exists()
    assert register.heard(submission).count("advice.asked_again") == 2
    other = entered(register.clerk("health"))
    assert other.get(reverse("agendas:advices")).context["page"].paginator.count == 0
    assert send(other, "advices_again", fresh, due="", go="yes").status_code == 404


def test_all_who_ask_again_lock_the_submissions_in_the_same_order(cabinet, register):
    for title, asked in (("Một", "justice"), ("Hai", "health"), ("Ba", "justice")):
        submission = register.lodged(title)
        ask_advice(cabinet.secretary, submission, agencies=[agency(asked)], question="")

    titles = [one.submission.title for one in again(cabinet.secretary, None).things]

    assert titles == ["Một", "Hai", "Ba"]
