"""The demonstration's page: what it offers, and that it is nowhere in earnest."""

import pytest
from django.test import Client

from config.demo import runner
from people.models import Person

URLS = pytest.mark.urls("tests.demo.urls")


@pytest.fixture
def sent(monkeypatch):
    """Note what the page sends out, without sending it."""
    out = []
    monkeypatch.setattr(runner, "start", lambda url, **wishes: out.append((url, wishes)))
    return out


def signed_in(name):
    client = Client()
    client.force_login(Person.objects.get(username=name))
    return client


def test_there_is_no_such_page_in_earnest(client, db):
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/session/").status_code in {302, 404}


@URLS
@pytest.mark.slow
def test_a_visitor_reads_what_there_is_to_try(client, seeded):
    page = client.get("/demo/").content.decode()

    assert "member26" in page
    assert "nghisu-demo" in page
    assert "Phiên họp Chính phủ thường kỳ tháng 02/2020" in page
    assert "Mời các thành viên vào họp" not in page


@URLS
@pytest.mark.slow
def test_only_who_has_signed_in_lets_the_members_come(client, seeded, sent):
    assert client.post("/demo/simulation/", {"pace": "1"}).status_code == 302
    assert sent == []

    signed_in("chair").post("/demo/simulation/", {"pace": "2"})

    address, wishes = sent[0]
    assert address == "http://127.0.0.1:80"
    assert wishes["meeting"] == seeded.pk
    assert wishes["without"] == {"chair"}
    assert not wishes["drive"]
    assert wishes["pace"] == 2.0


@URLS
@pytest.mark.slow
def test_a_pace_nobody_offered_is_refused(seeded, sent):
    answer = signed_in("member01").post("/demo/simulation/", {"pace": "1000", "drive": "on"})

    assert answer.status_code == 422
    assert sent == []


@URLS
@pytest.mark.slow
def test_without_a_session_there_is_nothing_to_play(seeded, sent):
    seeded.state = "adjourned"
    seeded.save()
    chair = signed_in("chair")

    assert chair.post("/demo/simulation/", {"pace": "1"}).status_code == 409
    assert "Chuẩn bị phiên mới" in chair.get("/demo/").content.decode()


def test_a_process_that_is_not_ours_is_left_alone(demo):
    (demo / "simulation.json").write_text(
        '{"pid": 1, "meeting": 1, "begun": 0, "players": 3, "linked": 0, "count": {}}'
    )

    runner.stop()

    assert not runner.status().is_running
