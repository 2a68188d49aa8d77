"""Forms of an agenda: an item, its place, who sees it, the positions on it."""

from agendas.forms.items import (
    AskForm,
    CheckForm,
    DeferForm,
    HeadingForm,
    ItemChoice,
    ItemForm,
    NestForm,
    NewItemForm,
    PlaceForm,
    PublishForm,
    SectionForm,
    UrgentItemForm,
    WithdrawForm,
    initial_of,
)
from agendas.forms.sight import (
    DraftsForm,
    GuestForm,
    PositionForm,
    RestForm,
    RestrictForm,
    SightForm,
)

__all__ = [
    "AskForm",
    "CheckForm",
    "DeferForm",
    "DraftsForm",
    "GuestForm",
    "HeadingForm",
    "ItemChoice",
    "ItemForm",
    "NestForm",
    "NewItemForm",
    "PlaceForm",
    "PositionForm",
    "PublishForm",
    "RestForm",
    "RestrictForm",
    "SectionForm",
    "SightForm",
    "UrgentItemForm",
    "WithdrawForm",
    "initial_of",
]
