"""What is public no more is softly deleted, at once, and told to whoever asks what has changed."""

from datetime import timedelta

from agendas.actions import restrict_item
from core.clock import at, now
from exchange.actions import confirm_release, take_back
from exchange.policies import releases_of
from exchange.states import Audience, What
from papers.actions import replace_paper, withdraw_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf

ROOT = "http://testserver/oparl/v1.1/"


def gate_of(told, what, audience=Audience.PUBLIC):
    return releases_of(told.meeting).get(what=what, audience=audience)


def ids(answer):
    return [one["id"] for one in answer.json()["data"]]


def test_what_is_taken_back_is_softly_deleted(public, cabinet, ask, body):
    meeting = f"meeting/{public.meeting.pk}/"
    before = ask(meeting).json()
    later = now() + timedelta(hours=1)

    with at(later):
        take_back(cabinet.secretary, gate_of(public, What.AGENDA), reason="Nhầm")
        gone = ask(meeting)

    assert gone.status_code == 200
    left = gone.json()
    assert set(left) == {"id", "type", "created", "modified", "deleted"}
    assert left["deleted"] is True
    assert left["created"] == before["created"]
    assert left["modified"] > before["modified"]
    assert ids(ask(f"{body}/meetings/")) == []
    since = before["modified"]
    told = ask(f"{body}/meetings/", modified_since=since).json()["data"]
    assert [one.get("deleted") for one in told] == [True]
    for kind, key in (("agendaitem", public.budget.pk), ("paper", public.paper.pk)):
        assert ask(f"{kind}/{key}/").json()["deleted"] is True


def test_what_is_released_again_keeps_its_birth(public, cabinet, ask):
    meeting = f"meeting/{public.meeting.pk}/"
    before = ask(meeting).json()
    with at(now() + timedelta(hours=1)):
        take_back(cabinet.secretary, gate_of(public, What.AGENDA), reason="Nhầm")
    with at(now() + timedelta(hours=2)):
        public.open(What.AGENDA, Audience.PUBLIC)
        again = ask(meeting).json()

    assert again["created"] == before["created"]
    assert again["modified"] > before["modified"]
    assert again["name"] == before["name"]


def test_an_item_that_becomes_restricted_is_gone_with_its_papers_at_once(told, cabinet, ask):
    told.open(What.AGENDA)
    told.open(What.PAPERS)
    version = told.paper.versions.get()
    assert ask(f"file/{version.pk}/access").status_code == 200

    restrict_item(cabinet.secretary, told.budget, restricted=True)

    assert ask(f"agendaitem/{told.budget.pk}/").json()["deleted"] is True
    assert ask(f"paper/{told.paper.pk}/").json()["deleted"] is True
    assert ask(f"file/{version.pk}/access").status_code == 410
    items = ask(f"meeting/{told.meeting.pk}/").json()["agendaItem"]
    assert [item["name"] for item in items] == ["Dự án Luật Cư trú"]


def test_a_withdrawn_paper_is_gone(public_papers, cabinet, ask):
    withdraw_paper(cabinet.secretary, public_papers.paper, reason="Thay")

    assert ask(f"paper/{public_papers.paper.pk}/").json()["deleted"] is True


def test_a_new_version_is_public_only_after_another_confirmation(public_papers, cabinet, ask):
    told = public_papers
    first = told.paper.versions.get()
    file = read_pdf(paper_pdf(text="Bản mới"), name="moi.pdf")
    with at(now() + timedelta(minutes=1)):
        second = replace_paper(cabinet.secretary, told.paper, file=file)
        assert ask(f"paper/{told.paper.pk}/").json()["mainFile"]["id"].endswith(f"{first.pk}/")
        assert ask(f"file/{second.pk}/access").status_code == 404

    with at(now() + timedelta(minutes=2)):
        confirm_release(cabinet.secretary, gate_of(told, What.PAPERS))

    assert ask(f"file/{second.pk}/access").status_code == 200
    assert ask(f"file/{first.pk}/access").status_code == 410
