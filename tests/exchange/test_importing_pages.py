"""Every page of a meeting copes with a record of which nobody told who presided."""

import pytest
from django.urls import reverse
from django.utils import translation

from meetings.live import meeting_now
from meetings.models import Meeting
from tests.doors_table import DOORS
from tests.exchange.importing import run

PAGES = sorted(
    name for name, door in DOORS.items() if door.method == "get" and door.args == ("meeting",)
)
FILES = ("pdf", "docx", "xml", "json")


@pytest.mark.parametrize("key", ["secretary", "archivist"])
def test_every_page_of_an_imported_meeting_opens_or_refuses(client, cabinet, folder, key):
    run(folder)
    meeting = Meeting.objects.get(title="Phiên họp thứ 2")
    client.force_login(cabinet.people[key])

    told = {}
    for name in PAGES:
        answer = client.get(reverse(name, args=[meeting.pk]))
        told[name] = answer.status_code
        if answer.streaming:
            b"".join(answer.streaming_content)

    assert set(told.values()) <= {200, 302, 403, 404, 409}
    seen = ("meetings:page", "agendas:agenda", *(f"exchange:agenda_{one}" for one in FILES))
    assert {name: told[name] for name in seen} == dict.fromkeys(seen, 200)
    assert meeting_now(meeting.pk, "console")["chair"]["name"] == ""


def test_the_page_says_that_the_chair_was_not_told(client, cabinet, folder):
    run(folder)
    meeting = Meeting.objects.get(title="Phiên họp thứ 2")
    client.force_login(cabinet.secretary)

    with translation.override("vi"):
        page = client.get(reverse("meetings:page", args=[meeting.pk])).text

    assert "nguồn không cho biết" in page
    assert str(cabinet.chair) not in page
