"""A restricted paper does not exist for those who are not named."""

import pytest
from django.urls import reverse

from agendas.desk import desk_of
from agendas.versions import Reading
from core.errors import NotAllowed
from papers.actions import hide_paper, restrict_paper, show_paper
from papers.errors import PaperIsOpen
from papers.policies import papers_visible_to
from people.models import Circle
from realtime.models import Entry


def seen(person):
    return [str(paper) for paper in papers_visible_to(person)]


@pytest.fixture
def paper(desk):
    desk.table(title="Tờ trình")
    return desk.table(title="Phương án nhân sự", content=None)


def test_a_restricted_paper_is_for_those_named(desk, cabinet, paper):
    restrict_paper(cabinet.secretary, paper)
    assert seen(cabinet.finance) == ["Tờ trình"]
    assert seen(cabinet.secretary) == ["Tờ trình", "Phương án nhân sự"]

    show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    assert "Phương án nhân sự" in seen(cabinet.finance)
    assert "Phương án nhân sự" not in seen(cabinet.health)

    hide_paper(cabinet.secretary, paper, whom=cabinet.finance)
    assert seen(cabinet.finance) == ["Tờ trình"]
    assert cabinet.heard(desk.meeting)[-3:] == ["paper.restricted", "paper.shown", "paper.hidden"]


def test_an_office_and_a_group_may_be_named(cabinet, paper):
    group = Circle.objects.create(body=cabinet.body, name="Ban cán sự")
    group.persons.add(cabinet.health)
    office = cabinet.body.memberships.get(person=cabinet.justice).agency
    restrict_paper(cabinet.secretary, paper)

    show_paper(cabinet.secretary, paper, whom=group)
    show_paper(cabinet.secretary, paper, whom=office)

    assert len(seen(cabinet.health)) == len(seen(cabinet.justice)) == 2
    assert len(seen(cabinet.finance)) == 1
    hide_paper(cabinet.secretary, paper, whom=group)
    hide_paper(cabinet.secretary, paper, whom=office)
    assert len(seen(cabinet.health)) == len(seen(cabinet.justice)) == 1


def test_the_agenda_counts_and_compares_what_one_sees(desk, cabinet, paper):
    restrict_paper(cabinet.secretary, paper)
    show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    cabinet.publish(desk.meeting)

    def told(person):
        row = next(row for row in desk_of(person, desk.meeting).rows if row.item == desk.item)
        return row.papers, [
            change["paper"]
            for change in Reading(person, desk.meeting).between(1, 3)
            if change["paper"]
        ]

    assert told(cabinet.finance) == told(cabinet.secretary)
    assert told(cabinet.finance) == (2, ["Tờ trình", "Phương án nhân sự"])
    assert told(cabinet.health) == (1, ["Tờ trình"])


def test_the_secret_is_kept_at_every_door(cabinet, paper, client):
    restrict_paper(cabinet.secretary, paper)
    client.force_login(cabinet.health)
    for name in ("paper", "reader", "file", "annotations", "access", "replace", "withdraw"):
        assert client.get(reverse(f"papers:{name}", args=[paper.pk])).status_code == 404


def test_a_paper_open_to_all_names_nobody(cabinet, paper):
    with pytest.raises(PaperIsOpen):
        show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    with pytest.raises(NotAllowed):
        restrict_paper(cabinet.finance, paper)


def test_the_page_names_and_takes_back(cabinet, paper, client):
    client.force_login(cabinet.secretary)
    page = reverse("papers:access", args=[paper.pk])
    restriction = reverse("papers:restrict", args=[paper.pk])
    assert client.get(page).status_code == 200
    assert client.post(restriction, {"restricted": "perhaps"}).status_code == 422
    client.post(restriction, {"restricted": "yes"})
    assert client.post(page, {"person": ""}).status_code == 422

    client.post(page, {"person": cabinet.finance.pk})
    assert str(cabinet.finance) in client.get(page).content.decode()
    end = reverse("papers:access_end", args=[paper.pk, "person", cabinet.finance.pk])
    assert client.post(end).status_code == 302
    assert client.post(end).status_code == 404

    client.post(restriction, {"restricted": "no"})
    paper.refresh_from_db()
    assert not paper.restricted


def test_the_agenda_as_somebody_else_sees_it(desk, cabinet, paper, client):
    restrict_paper(cabinet.secretary, paper)
    client.force_login(cabinet.secretary)
    page = reverse("papers:as_seen", args=[desk.meeting.pk])

    assert client.get(page).status_code == 200
    as_finance = client.get(page, {"person": cabinet.finance.pk}).content.decode()
    as_chair = client.get(page, {"person": cabinet.chair.pk}).content.decode()

    assert "Tờ trình" in as_finance
    assert "Phương án nhân sự" not in as_finance
    assert "Phương án nhân sự" in as_chair
    assert client.get(page, {"person": cabinet.stranger().pk}).status_code == 404


def test_seeing_as_another_costs_few_queries(
    desk, cabinet, paper, client, django_assert_max_num_queries
):
    client.force_login(cabinet.secretary)
    with django_assert_max_num_queries(14):
        client.get(
            reverse("papers:as_seen", args=[desk.meeting.pk]), {"person": cabinet.finance.pk}
        )


def test_a_paper_restricted_since_is_in_no_version_of_the_agenda(desk, cabinet, paper, client):
    cabinet.publish(desk.meeting)
    restrict_paper(cabinet.secretary, paper)
    cabinet.item(desk.meeting, "Mới")
    cabinet.publish(desk.meeting)

    door = reverse("agendas:versions", args=[desk.meeting.pk])
    published = Entry.objects.filter(name="agenda.published").latest("number")
    assert "Phương án nhân sự" not in str(published.facts["changes"])
    for person in (cabinet.health, cabinet.finance):
        client.force_login(person)
        for query in ({"from": "C", "to": "D"}, {"from": "B", "to": "C"}):
            told = client.get(door, query).content.decode()
            assert "Tờ trình" in told or query["from"] == "C"
            assert "Phương án nhân sự" not in told
    show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    client.force_login(cabinet.finance)
    assert "Phương án nhân sự" in client.get(door, {"from": "B", "to": "C"}).content.decode()
