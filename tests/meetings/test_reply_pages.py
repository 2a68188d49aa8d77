"""The pages on which one answers, and on which the desk sees the answers."""

from django.urls import reverse

from meetings.actions import Said, answer_invitation
from meetings.invitations.states import Answer
from meetings.models import Reply
from tests.meetings.test_replies import ask, finance


def test_one_answers_with_one_press(cabinet, meeting, client):
    client.force_login(cabinet.finance)
    page = client.get(reverse("meetings:page", args=[meeting.pk])).content.decode()
    assert "Giấy mời của ông (bà)" in page
    url = reverse("meetings:reply", args=[finance(cabinet, meeting).pk])

    answer = client.post(url, {"answer": "coming"})

    assert answer.url == reverse("meetings:page", args=[meeting.pk])
    assert Reply.objects.get().answer == "coming"


def test_an_incomplete_answer_is_shown_again(cabinet, meeting, client):
    client.force_login(cabinet.finance)
    url = reverse("meetings:reply", args=[finance(cabinet, meeting).pk])
    deputy = cabinet.person("deputy")
    for wrong in (
        {"answer": "perhaps"},
        {"answer": "remote"},
        {"answer": "absent"},
        {"answer": "absent", "reason": "Ốm", "substitute": deputy.pk},
    ):
        answer = client.post(url, wrong)
        assert answer.status_code == 422
    assert "Ốm" in answer.content.decode()
    assert not Reply.objects.exists()


def test_the_desk_sees_answers_and_decides_on_the_page(cabinet, meeting, client):
    ask(cabinet, meeting)
    page = reverse("meetings:invitations", args=[meeting.pk])
    url = reverse("meetings:consent", args=[finance(cabinet, meeting).pk])
    client.force_login(cabinet.health)
    assert "Công tác nước ngoài" not in client.get(page).content.decode()
    assert client.post(url, {"decision": "granted"}).status_code == 403
    client.force_login(cabinet.chair)
    assert "Công tác nước ngoài" in client.get(page).content.decode()
    assert client.post(url, {"decision": "perhaps"}).status_code == 422
    assert client.post(url, {"decision": "refused"}).status_code == 409

    client.post(url, {"decision": "granted"})

    assert finance(cabinet, meeting).attendance == "excused"


def test_a_long_list_of_answers_costs_few_queries(
    cabinet, meeting, client, django_assert_max_num_queries
):
    for person in cabinet.members()[1:]:
        said = Said(answer=Answer.ABSENT, reason="Công tác")
        answer_invitation(person, cabinet.participant(meeting, person), said)
    client.force_login(cabinet.secretary)
    with django_assert_max_num_queries(20):
        client.get(reverse("meetings:invitations", args=[meeting.pk]))
