"""Where the pages of a paper lead back to."""

from django.urls import reverse

from agendas.models import Item
from papers.actions.homes import Home


def page_of(home: Home) -> str:
    """Return the address of the item's or the submission's page."""
    name = "agendas:item" if isinstance(home, Item) else "agendas:submission"
    return reverse(name, args=[home.pk])


def place_of(home: Home) -> dict[str, object]:
    """Return what templates show of a paper's home: one of ``item`` and ``submission``."""
    key = "item" if isinstance(home, Item) else "submission"
    return {"item": None, "submission": None, key: home, "home_url": page_of(home)}
