"""A person keeps searches under names; the first page counts what he or she finds now."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.clock import at
from core.errors import BadInput, RuleBroken
from people.models import RoleGrant, SavedSearch
from people.needs import KINDS
from people.searches.keeping import MOST, drop_search, keep_search, place_search, rename_search
from people.searches.lists import Glance
from people.searches.reading import counted
from tests.submitting import Register

HOME = reverse("people:home")


@pytest.fixture
def register(cabinet):
    return Register(cabinet)


def keep(person, query="state=lodged", name="Chờ kiểm tra", place="submissions"):
    return keep_search(person, place=place, query=query, name=name)


def counts(person):
    return {str(one.search): one.count for one in counted(Glance(person))}


def names(person):
    return [str(search) for search in person.searches.all()]


def test_a_search_is_kept_from_its_list_and_opened_from_the_first_page(cabinet, register, client):
    register.lodged("Thuế")
    register.accepted("Giá")
    client.force_login(cabinet.secretary)
    page = client.get(reverse("agendas:submissions"), {"state": "lodged", "late": ""})
    assert 'name="query" value="state=lodged"' in page.content.decode()

    sent = {"place": "submissions", "query": "state=lodged", "name": "  Chờ   kiểm tra "}
    answer = client.post(reverse("people:search_new"), sent)

    assert answer.url == reverse("agendas:submissions") + "?state=lodged"
    (row,) = client.get(HOME).context["searches"]
    assert (str(row.search), row.count, row.url) == ("Chờ kiểm tra", 1, answer.url)
    assert client.get(reverse("people:search", args=[row.search.pk])).url == answer.url
    listed = client.get(answer.url)
    assert "Chờ kiểm tra" in listed.content.decode()
    assert [len(group.rows) for group in listed.context["groups"]] == [1]


def test_the_count_is_live(cabinet, register):
    keep(cabinet.secretary)
    assert counts(cabinet.secretary) == {"Chờ kiểm tra": 0}
    register.lodged()
    assert counts(cabinet.secretary) == {"Chờ kiểm tra": 1}


def test_who_loses_a_role_finds_nothing_any_more(cabinet, register, client):
    register.lodged()
    kept = keep(cabinet.secretary)
    programme = keep(cabinet.secretary, "agency=1", "Tài chính", "programme")
    RoleGrant.objects.filter(person=cabinet.secretary).delete()

    assert counts(cabinet.secretary) == {"Chờ kiểm tra": 0, "Tài chính": 0}
    client.force_login(cabinet.secretary)
    opened = client.get(reverse("people:search", args=[kept.pk]), follow=True)
    assert opened.context["groups"] == []
    assert client.get(reverse("people:search", args=[programme.pk]), follow=True).status_code == 404


def test_a_search_counts_for_each_what_each_may_see(cabinet, register):
    register.draft("Của Tài chính")
    register.lodged("Của Y tế", "health")
    for person in (register.clerk(), register.clerk("health"), cabinet.secretary):
        keep(person, "q=cua", "Của")
    assert counts(register.clerk()) == {"Của": 1}
    assert counts(register.clerk("health")) == {"Của": 1}
    assert counts(cabinet.secretary) == {"Của": 1}


def test_nobody_touches_another_s_search(cabinet, register, client):
    kept = keep(cabinet.secretary)
    client.force_login(cabinet.chair)
    for name in ("search", "search_name"):
        assert client.get(reverse(f"people:{name}", args=[kept.pk])).status_code == 404
    for name in ("search_place", "search_drop"):
        answer = client.post(reverse(f"people:{name}", args=[kept.pk]), {"to": 1})
        assert answer.status_code == 404
    assert "Chờ kiểm tra" not in client.get(reverse("people:searches")).content.decode()


def test_a_name_is_there_once_and_what_was_written_stays(cabinet, register, client):
    keep(cabinet.secretary)
    client.force_login(cabinet.secretary)
    sent = {"place": "submissions", "query": "late=on", "name": "Chờ kiểm tra"}
    answer = client.post(reverse("people:search_new"), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="late=on"' in page
    assert "Chờ kiểm tra" in page
    assert client.post(reverse("people:search_new"), {**sent, "name": ""}).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(
            person=cabinet.secretary,
            place="submissions",
            query="late=on",
            name="Chờ kiểm tra",
            order=2,
            made_at=timezone.now(),
        )


@pytest.mark.parametrize(
    "sent",
    [
        {"place": "nowhere", "query": "q=a", "name": "A"},
        {"place": "submissions", "query": "", "name": "A"},
        {"place": "submissions", "query": "state=%3F&page=2", "name": "A"},
        {"query": "q=a", "name": "A"},
    ],
)
def test_what_asks_nothing_is_not_kept(cabinet, client, sent):
    client.force_login(cabinet.secretary)
    assert client.post(reverse("people:search_new"), sent).status_code == 422
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("facts", [{"name": ""}, {"query": ""}, {"place": ""}, {"order": 0}])
def test_the_database_keeps_no_search_without_a_question(cabinet, facts):
    whole = {"place": "meetings", "query": "q=a", "name": "A", "order": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(
            person=cabinet.secretary, made_at=timezone.now(), **{**whole, **facts}
        )


def test_only_what_the_list_understands_is_kept(cabinet):
    kept = keep(
        cabinet.secretary, "until=2020-02-30&since=2020-02-01&page=3&x=1&q=", "A", "meetings"
    )
    assert kept.query == "since=2020-02-01"


def test_searches_are_named_anew_ordered_and_dropped(cabinet, client):
    for name in "ABC":
        keep(cabinet.secretary, f"q={name}", name, "meetings")
    first, _second, third = cabinet.secretary.searches.all()
    client.force_login(cabinet.secretary)
    client.post(reverse("people:search_place", args=[third.pk]), {"to": 1})
    assert names(cabinet.secretary) == ["C", "A", "B"]
    client.post(reverse("people:search_name", args=[first.pk]), {"name": "Z"})
    assert names(cabinet.secretary) == ["C", "Z", "B"]
    taken = client.post(reverse("people:search_name", args=[first.pk]), {"name": "B"})
    assert taken.status_code == 422
    client.post(reverse("people:search_drop", args=[third.pk]))
    assert [(str(s), s.order) for s in cabinet.secretary.searches.all()] == [("Z", 1), ("B", 2)]
    assert client.post(reverse("people:search_place", args=[first.pk])).status_code == 422


def test_there_are_not_more_searches_than_a_page_counts(cabinet):
    for number in range(MOST):
        keep(cabinet.secretary, f"q={number}", f"{number}", "meetings")
    with pytest.raises(RuleBroken):
        keep(cabinet.secretary)
    drop_search(cabinet.secretary.searches.first())
    keep(cabinet.secretary)


def test_a_search_may_go_to_any_place(cabinet):
    one, two = (keep(cabinet.secretary, f"q={name}", name, "meetings") for name in "AB")
    place_search(one, to=99)
    assert names(cabinet.secretary) == ["B", "A"]
    with pytest.raises(RuleBroken):
        rename_search(two, name="A")
    with pytest.raises(BadInput):
        keep(cabinet.secretary, "q=a", "C", "nowhere")


def test_a_count_asks_one_question_of_the_database(cabinet, register):
    queries = {
        "submissions": [
            "state=lodged",
            "q=thue",
            "late=on",
            "move=mine",
            "move=nobody",
            "agency=1",
        ],
        "meetings": ["q=hop", "since=2020-01-01&body=1"],
        "archive": ["q=ngân sách", "year=2020"],
        "programme": ["state=registered", "year=2027&q=luat"],
        "needs": ["kind=submission", "late=on"],
    }
    for _round in range(3):
        register.lodged()
    person = cabinet.secretary
    for place, asked in queries.items():
        for number, query in enumerate(asked):
            keep(person, query, f"{place} {number}", place)
    glance = Glance(person)
    list(counted(glance))
    kept = sum(len(asked) for asked in queries.values())
    with CaptureQueriesContext(connection) as asked:
        list(counted(glance))
    assert len(asked) <= 1 + kept - len(queries["needs"])


def test_the_page_of_what_needs_me_is_narrowed(cabinet, register, client):
    with at(timezone.now() - timedelta(days=40)):
        register.lodged("Trễ")
    for number in range(5):
        register.lodged(f"Mới {number}")
    cabinet.convene(cabinet.meeting("Phiên sắp tới"))
    client.force_login(cabinet.secretary)

    def shown(**query):
        groups = client.get(HOME, query).context["groups"]
        return {need.title for group in groups for need in group["needs"]}

    assert shown(late="on") == {"Trễ"}
    assert shown(kind="submission") == {"Trễ", *(f"Mới {number}" for number in range(5))}
    assert "Phiên sắp tới" in shown(kind="agenda") | shown(kind="session")
    assert shown(kind="?") == shown()
    keep(cabinet.secretary, "late=on", "Quá hạn", "needs")
    assert counts(cabinet.secretary) == {"Quá hạn": 1}


def test_every_need_is_of_a_kind_that_has_a_name():
    from core.needs import _providers

    assert {kind for kind, _tell in _providers} <= set(KINDS)
