"""The pages of an agenda, seen by those who have a part in it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from agendas.actions import grant_sight
from agendas.models import Item, Matter
from agendas.policies import persons_who_see
from core.needs import needs_of


def door(name, thing, *more):
    return reverse(f"agendas:{name}", args=[thing.pk, *more])


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


@pytest.mark.parametrize("name", ["agenda", "lines", "item_new"])
@pytest.mark.parametrize("titles", [(), ("Ngân sách", "Giải ngân")])
def test_the_secretary_opens_every_page_of_the_agenda(cabinet, secretary, name, titles):
    meeting = cabinet.convened(*titles) if titles else cabinet.meeting()
    assert secretary.get(door(name, meeting)).status_code == 200


@pytest.mark.parametrize("restricted", [True, False])
@pytest.mark.parametrize("name", ["item", "item_edit", "item_withdraw", "item_access", "item_room"])
def test_the_secretary_opens_every_page_of_an_item(cabinet, secretary, name, restricted):
    item = cabinet.item(cabinet.convened("Ngân sách"), restricted=restricted)
    assert secretary.get(door(name, item)).status_code == 200


def test_a_member_reads_and_has_no_tools(cabinet, client):
    meeting = cabinet.convened("Ngân sách")
    client.force_login(cabinet.finance)

    page = client.get(door("agenda", meeting)).content.decode()

    assert "Ngân sách" in page
    assert door("item_new", meeting) not in page
    assert "agenda-desk.js" not in page
    assert client.get(door("item", meeting.items.get())).status_code == 200
    assert client.get(door("item_new", meeting)).status_code == 403
    assert client.get(door("item_edit", meeting.items.get())).status_code == 403


def test_an_item_is_added_published_moved_and_changed(cabinet, secretary):
    meeting = cabinet.meeting()
    new = {"title": "Ngân sách", "kind": "decision", "minutes": 20}
    assert secretary.post(door("item_new", meeting), new).url == door("agenda", meeting)
    again = secretary.post(door("item_new", meeting), {**new, "title": "B", "another": "1"})
    assert again.url == door("item_new", meeting)
    first, second = meeting.items.all()

    secretary.post(door("publish", meeting), {"unchecked_for": "Rà soát sau"})
    secretary.post(door("item_place", second), {"to": 1})
    secretary.post(door("item_edit", first), {**new, "title": "Ngân sách 2021"})

    assert [item.title for item in meeting.items.all()] == ["B", "Ngân sách 2021"]
    page = secretary.get(door("agenda", meeting)).content.decode()
    assert "Công bố bản B" in page
    assert "Nội dung 2 đổi tên từ “Ngân sách” thành “Ngân sách 2021”" in page


def test_a_move_by_htmx_answers_with_the_table(cabinet, secretary):
    meeting = cabinet.convened("A", "B")
    item = meeting.items.last()

    answer = secretary.post(door("item_place", item), {"to": 1}, headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert answer.content.decode().startswith('<agenda-desk id="desk"')


def test_what_is_incomplete_is_shown_again(cabinet, secretary):
    meeting = cabinet.convened("A")
    item = meeting.items.get()

    assert secretary.post(door("item_new", meeting), {"title": ""}).status_code == 422
    assert secretary.post(door("item_edit", item), {"title": ""}).status_code == 422
    assert secretary.post(door("item_withdraw", item), {"reason": ""}).status_code == 422
    assert secretary.post(door("item_place", item), {"to": "x"}).status_code == 422
    assert secretary.post(door("item_restrict", item), {"restricted": "?"}).status_code == 422


def test_a_broken_rule_is_a_page_with_its_sentence(cabinet, secretary):
    meeting = cabinet.convened("A")
    answer = secretary.post(door("publish", meeting))
    assert answer.status_code == 409
    assert "không thay đổi so với bản A" in answer.content.decode()


def test_an_item_is_withdrawn_or_taken_off(cabinet, secretary):
    meeting = cabinet.convened("A")
    draft = cabinet.item(meeting, "B")

    secretary.post(door("item_withdraw", meeting.items.get(title="A")), {"reason": "Hoãn"})
    secretary.post(door("item_withdraw", draft))

    assert [(item.title, item.state) for item in meeting.items.all()] == [("A", "withdrawn")]
    assert "Hoãn" in secretary.get(door("item", meeting.items.get())).content.decode()


def test_sight_is_given_and_taken_back_on_the_page(cabinet, secretary):
    meeting = cabinet.convened("A")
    item = meeting.items.get()
    secretary.post(door("item_restrict", item), {"restricted": "yes"})
    item = Item.objects.get()
    secretary.post(door("item_access", item), {"person": cabinet.finance.pk})
    assert list(persons_who_see(item)) == [cabinet.finance]
    assert secretary.post(door("item_access", item), {"person": ""}).status_code == 422

    secretary.post(door("item_access_end", item, "person", cabinet.finance.pk))
    assert not persons_who_see(item).exists()
    gone = secretary.post(door("item_access_end", item, "person", cabinet.finance.pk))
    assert gone.status_code == 404
    secretary.post(door("item_restrict", item), {"restricted": "no"})
    assert Item.objects.get().restricted is False


def test_who_sees_a_restricted_item_may_not_change_who_does(cabinet, client):
    meeting = cabinet.convened("A")
    item = cabinet.item(meeting, "Mật", restricted=True)
    cabinet.publish(meeting)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    client.force_login(cabinet.finance)

    assert client.get(door("item", item)).status_code == 200
    assert client.get(door("item_access", item)).status_code == 403
    assert "Mật" in client.get(door("agenda", meeting)).content.decode()


def test_the_secretary_takes_an_item_off_the_block_on_its_page(cabinet, secretary):
    meeting = cabinet.convened("A")
    meeting.items.update(kind="adoption")
    item = meeting.items.get()

    assert door("item_object", item) in secretary.get(door("item", item)).content.decode()
    secretary.post(door("item_object", item))

    assert Item.objects.get().kind == "decision"


def test_the_secretary_is_told_to_publish(cabinet):
    meeting = cabinet.meeting()
    assert not [n for n in needs_of(cabinet.secretary) if n.url == door("agenda", meeting)]
    cabinet.item(meeting, "A")
    verbs = {n.verb: n for n in needs_of(cabinet.secretary)}
    assert verbs["Công bố chương trình"].url == door("agenda", meeting)
    cabinet.publish(meeting)
    assert "Công bố chương trình" not in {n.verb for n in needs_of(cabinet.secretary)}


@pytest.mark.parametrize("count", [20, 200])
@pytest.mark.parametrize("who", ["secretary", "finance"])
def test_two_hundred_items_with_five_papers_cost_few_queries(
    cabinet, client, who, count, django_assert_max_num_queries
):
    cabinet.working_calendar(2026, 2027)
    meeting = cabinet.convened("Đầu tiên")
    fill(meeting, cabinet, items=count, papers=5)
    cabinet.publish(meeting)
    client.force_login(cabinet.people[who])
    ContentType.objects.clear_cache()

    with django_assert_max_num_queries(15):  # the first look among them
        page = client.get(door("agenda", meeting))

    assert page.content.decode().count("<tr id=") == count
    assert page.content.decode().count("/papers/") == count * 5


@pytest.mark.parametrize("count", [20, 200])
def test_moving_a_row_costs_few_queries(cabinet, secretary, count, django_assert_max_num_queries):
    cabinet.working_calendar(2026, 2027)
    meeting = cabinet.convened("Đầu tiên")
    fill(meeting, cabinet, items=count, papers=5)
    last = meeting.items.last()

    with django_assert_max_num_queries(27):  # places and numbers are written, the page is told anew
        moved = secretary.post(door("item_place", last), {"to": 1}, headers={"HX-Request": "true"})

    assert moved.content.decode().count("<tr id=") == count
    assert Item.objects.get(pk=last.pk).label == "1"


def fill(meeting, cabinet, *, items, papers):
    """Give a meeting so many items with so many papers each, in a few statements."""
    from papers.models import Paper, PaperVersion

    moment = timezone.now()
    facts = {"body": meeting.body, "made_at": moment}
    matters = Matter.objects.bulk_create(Matter(**facts) for _ in range(2, items + 1))
    Item.objects.bulk_create(
        Item(
            meeting=meeting,
            matter=matter,
            position=position,
            title=f"Nội dung {position}",
            published_in=1,
            rapporteur=cabinet.finance,
        )
        for position, matter in enumerate(matters, start=2)
    )
    laid = Paper.objects.bulk_create(
        Paper(
            matter=matter,
            title=f"Tài liệu {number}",
            tabled_by=cabinet.secretary,
            tabled_at=moment,
            order=number,
        )
        for matter in [meeting.items.first().matter, *matters]
        for number in range(papers)
    )
    PaperVersion.objects.bulk_create(
        PaperVersion(
            paper=paper, number=1, size=1, pages=1, made_at=moment, made_by=cabinet.secretary
        )
        for paper in laid
    )
