"""What the source changes is changed here; what was decided here about it stands."""

import json
import threading
import time

import pytest
from django.db import transaction

from agendas.actions.facts import held
from exchange.importing.burying import untouched
from papers.models import Paper
from tests.cabinet import Cabinet
from tests.exchange.importing import run
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
