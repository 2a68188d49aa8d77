"""No page of the house has a grave barrier that axe knows of: on a tablet in light, on a phone in the dark."""

import pytest
from django.urls import reverse

from tests.doors_table import DOORS
from tests.journeys.gallery import LOOKS, Gallery

pytestmark = [pytest.mark.journey, pytest.mark.django_db, pytest.mark.timeout(400)]
TABLET = {"width": 1180, "height": 820, "scheme": "light"}
PHONE = {"width": 390, "height": 844, "scheme": "dark", "rules": LOOKS}
PAGES = sorted(name for name, door in DOORS.items() if door.method == "get")
KINDS = ("secretary", "chair", "finance", "clerk", "admin", "archivist", "operator", "anonymous")
OWN = {"people:sign_in": ("anonymous",)}
# Pages that show a member something else than the desk: they are looked at as both.
TWICE = ("people:home", "meetings:page", "agendas:agenda", "agendas:item", "agendas:submissions")


@pytest.fixture
def gallery(browser, world):
    gallery = Gallery(browser, world)
    yield gallery
    gallery.close()


def test_no_page_has_a_grave_barrier(gallery, world):
    seen, found = set(), []
    for name in PAGES:
        url = reverse(name, args=[world.ids[key] for key in DOORS[name].args])
        for kind in who_looks(name):
            if not gallery.show(kind, url):
                continue
            seen.add(name)
            for size in (TABLET, PHONE):
                found += [(name, kind, size["scheme"], *one) for one in gallery.barriers(**size)]

    assert found == []
    assert len(seen) > 75


def who_looks(name):
    """Return who opens a page: the first who may, and a member too where it differs."""
    may = [kind for kind in OWN.get(name, KINDS) if DOORS[name].answer_for(kind) == "in"]
    return [*may[:1], *(kind for kind in ("finance",) if name in TWICE and kind in may[1:])]
