"""What no list can be narrowed to narrows nothing, in its address and in a search that is kept."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from core.clock import now
from core.errors import NotSeen
from people.models import SavedSearch
from people.searches.keeping import drop_search, keep_search, place_search, rename_search

HUGE = "9" * 30
STRANGE = [
    ("meetings:list", "meetings", {"until": "9999-12-31"}),
    ("meetings:list", "meetings", {"since": "0001-01-01"}),
    ("meetings:list", "meetings", {"body": HUGE}),
    ("agendas:submissions", "submissions", {"agency": HUGE}),
    ("agendas:submissions", "submissions", {"session": HUGE}),
    ("agendas:programme", "programme", {"agency": HUGE}),
    ("agendas:programme", "programme", {"body": HUGE}),
    ("agendas:programme", "programme", {"body": "9" * 5000}),
    ("agendas:advices", "advices", {"agency": HUGE}),
    ("minutes:archive", "archive", {"body": HUGE}),
]


@pytest.mark.parametrize(("door", "place", "query"), STRANGE)
def test_what_no_list_knows_spoils_neither_the_list_nor_the_first_page(
    cabinet, client, door, place, query
):
    client.force_login(cabinet.secretary)
    asked = urlencode(query)[:4000]
    facts = {"place": place, "query": asked, "name": "A", "order": 1, "made_at": now()}
    SavedSearch.objects.create(person=cabinet.secretary, **facts)
    page = client.get(f"{reverse(door)}?{urlencode(query)}")
    assert page.status_code == 200
    assert not page.context["keeping"]
    assert client.get(reverse("people:home")).status_code == 200


def test_a_search_that_was_dropped_meanwhile_does_not_come_back_by_its_new_name(cabinet):
    search = keep_search(cabinet.secretary, place="meetings", query="state=draft", name="A")
    seen = SavedSearch.objects.get(pk=search.pk)
    drop_search(search)

    with pytest.raises(NotSeen):
        rename_search(seen, name="B")
    assert not cabinet.secretary.searches.exists()


def test_a_new_name_leaves_the_place_that_was_given_meanwhile(cabinet):
    first, _second = (
        keep_search(cabinet.secretary, place="meetings", query="state=draft", name=name)
        for name in "AB"
    )
    seen = SavedSearch.objects.get(pk=first.pk)
    place_search(first, to=2)

    rename_search(seen, name="C")

    assert [str(one) for one in cabinet.secretary.searches.all()] == ["B", "C"]
