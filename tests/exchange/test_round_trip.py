"""Our own public interface, read by our own import over the line."""

import io

import pytest
from django.core.management import call_command

from agendas.models import Item
from exchange.models import Imported
from meetings.models import Meeting
from papers.models import Paper
from people.models import Body, Person


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_one_house_releases_another_takes_in(public, live_server):
    other = Body.objects.create(name="Ủy ban", code="uy-ban", symbol="UB")
    persons = Person.objects.count()

    for _time in range(2):
        call_command(
            "import_oparl",
            f"{live_server.url}/oparl/v1.1/",
            body=other.code,
            chair="chair",
            secretary="secretary",
            stdout=io.StringIO(),
        )

    meeting = Meeting.objects.get(body=other)
    assert (meeting.title, meeting.place) == (public.meeting.title, public.meeting.place)
    items = Item.objects.filter(meeting=meeting)
    assert [item.title for item in items] == ["Dự toán ngân sách", "Dự án Luật Cư trú"]
    assert items[0].conclusion == "Giao Bộ Tài chính thực hiện."
    paper = Paper.objects.get(matter=items[0].matter)
    assert paper.current.sha256 == public.paper.current.sha256 or paper.current.pages == 2
    assert meeting.participants.count() == 5
    assert Person.objects.count() == persons + 5
    assert Imported.objects.filter(kind="meeting").count() == 1
