"""What the source changes is changed here; what was decided here about it stands."""

import json
import threading
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from agendas.actions import restrict_item, withdraw_item
from agendas.actions.facts import held
from agendas.models import Item
from bench.oparl_set import thing
from exchange.importing.burying import untouched
from papers.models import Paper
from tests.cabinet import Cabinet
from tests.exchange.importing import put, run
from tests.exchange.test_importing_deletions import became
from tests.voting.test_race import together


def test_a_paper_withdrawn_here_stays_withdrawn_when_the_source_names_it_anew(cabinet, folder):
    run(folder)
    paper = became("paper", "file/0", Paper)
    paper.withdrawn_at, paper.withdrawn_reason = paper.tabled_at, "Sai bản"
    paper.save()
    name = folder / "paper-001.json"
    told = json.loads(name.read_text(encoding="utf-8"))
    told["data"][0]["name"] = "Tên mới"
    name.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    paper.refresh_from_db()
    assert paper.title == "Tên mới"
    assert paper.is_withdrawn
    assert paper.withdrawn_reason == "Sai bản"


def coming(folder, title):
    """Let the source tell of a coming meeting with one item of that name."""
    start = (timezone.now() + timedelta(days=9)).isoformat()
    meeting = thing("Meeting", "meeting/next", name="Phiên sắp tới", start=start)
    item = thing(
        "AgendaItem", "agendaitem/next", name=title, meeting=meeting["id"], order=1, public=True
    )
    put(folder, "coming", meeting, item)
    run(folder)
    return became("item", "agendaitem/next", Item)


@pytest.mark.parametrize("deed", ["restrict", "withdraw"])
def test_what_was_closed_or_withdrawn_here_stays_so_when_the_source_names_it_anew(
    cabinet, folder, deed
):
    item = coming(folder, "Nhân sự")
    if deed == "restrict":
        restrict_item(cabinet.secretary, item, restricted=True)
    else:
        cabinet.publish(item.meeting)
        item.refresh_from_db()
        withdraw_item(cabinet.secretary, item, reason="Chưa đủ hồ sơ")

    item = coming(folder, "Nhân sự cấp cao")

    assert item.title == "Nhân sự cấp cao"
    if deed == "restrict":
        assert (item.restricted, item.label) == (True, "H1")
    else:
        assert (item.state, item.withdrawn_for) == ("withdrawn", "Chưa đủ hồ sơ")


@pytest.mark.django_db(transaction=True)
def test_nobody_works_on_a_meeting_while_the_import_ends_it(transactional_db):
    meeting = Cabinet().meeting()
    meeting.pk = None
    meeting.save()  # as an import makes it: its journal tells of no work here
    begun, order = threading.Event(), []

    def end():
        with transaction.atomic():
            assert untouched([meeting.pk]) == {meeting.pk}
            begun.set()
            time.sleep(1)
            order.append("ended")

    def work():
        begun.wait(timeout=20)
        with transaction.atomic():
            held(meeting)
            order.append("worked on")

    together(end, work)

    assert order == ["ended", "worked on"]
