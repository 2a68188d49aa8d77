"""Every list shows whose move it is, until when, and what is late; nobody reads what is not theirs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.clock import at
from meetings.actions import answer_invitation
from meetings.actions.replies import Said
from meetings.invitations.states import Answer
from meetings.models import Site
from meetings.turns import turns_of

LIST = "meetings:list"
DAY = timedelta(days=1)


def told(person, meeting):
    """Return whose move a person reads with a meeting, and whether it is late."""
    turn = turns_of(person, [meeting]).get(meeting.pk)
    return (str(turn.words), turn.is_late) if turn else None


def far(cabinet, **facts):
    start = timezone.now() + 60 * DAY
    return cabinet.meeting(starts_at=start, ends_at=start + timedelta(hours=4), **facts)


def test_a_draft_waits_for_the_secretariat_which_alone_is_told(cabinet):
    soon, later = cabinet.meeting(), far(cabinet)
    for keeper in (cabinet.secretary, cabinet.chair):
        assert told(keeper, soon) == ("Ban thư ký · triệu tập", True)
        assert told(keeper, later) == ("Ban thư ký · triệu tập", False)
    for other in (cabinet.finance, cabinet.operator, cabinet.archivist, cabinet.stranger()):
        assert told(other, soon) is None


def test_an_invitation_waits_for_each_until_it_is_answered(cabinet):
    meeting = cabinet.convened()
    assert told(cabinet.finance, meeting) == ("Tôi · trả lời giấy mời", False)
    with at(timezone.now() + 5 * DAY):
        assert told(cabinet.finance, meeting) == ("Tôi · trả lời giấy mời", True)

    place = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, place, Said(answer=Answer.ABSENT, reason="Đi công tác"))

    assert told(cabinet.finance, meeting) is None
    assert told(cabinet.secretary, meeting) == ("Chủ trì · quyết định về vắng mặt", False)
    with at(meeting.starts_at + timedelta(minutes=5)):
        assert told(cabinet.secretary, meeting)[1]


def test_who_has_not_answered_is_named_to_the_keepers(cabinet, client):
    meeting = cabinet.convened()
    url = reverse("meetings:invitations", args=[meeting.pk])
    client.force_login(cabinet.secretary)
    assert client.get(url).content.decode().count("Phải trả lời giấy mời") == 5
    client.force_login(cabinet.finance)
    assert "Phải trả lời giấy mời" not in client.get(url).content.decode()


def test_a_site_that_has_not_registered_is_waited_for(cabinet, client):
    Site.objects.create(body=cabinet.body, code="DN", name="Đà Nẵng")
    meeting = cabinet.convened()
    client.force_login(cabinet.operator)
    page = client.get(reverse("meetings:sites", args=[meeting.pk])).content.decode()
    assert "Người phụ trách điểm cầu · đăng ký" in page


@pytest.mark.parametrize("many", [1, 6])
@pytest.mark.parametrize("who", ["secretary", "finance"])
def test_the_list_asks_no_more_for_more(cabinet, client, who, many, django_assert_max_num_queries):
    for number in range(many):
        cabinet.meeting(f"Dự thảo {number}")
        cabinet.convened(title=f"Phiên {number}")
    client.force_login(cabinet.people[who])

    with django_assert_max_num_queries(13):
        page = client.get(reverse(LIST)).content.decode()

    waits = {"secretary": "Ban thư ký · triệu tập", "finance": "Tôi · trả lời giấy mời"}
    assert page.count(waits[who]) == many
