"""What each part of the minutes is called on the screen."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from minutes.models import Block

TITLES = {
    "opening": gettext_lazy("Opening"),
    "attendance": gettext_lazy("Who took part"),
    "adoption": gettext_lazy("Adopted without debate"),
    "break": gettext_lazy("Break"),
    "left_over": gettext_lazy("Not dealt with"),
    "closing": gettext_lazy("Closing"),
}


def title_of(block: Block) -> str:
    """Name a part: an item by its number, the others by what they tell."""
    if block.kind in TITLES:
        return str(TITLES[block.kind])
    label = block.facts.get("label", "")
    if block.kind == "item":
        return f"{label}. {block.facts['title']}"
    return _("Item %(label)s") % {"label": label}
