"""What no list can be narrowed to narrows nothing, in its address and in a search that is kept."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from core.clock import now
from people.models import SavedSearch

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
    assert page.context["filter"].wanted == {}
    assert client.get(reverse("people:home")).status_code == 200
