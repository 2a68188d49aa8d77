"""Who may see an item beside those who take part in the whole meeting."""

from typing import ClassVar

from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from agendas.models.items import Item
from meetings.models import Participant
from people.models import Agency, Circle


class ItemUserObjectPermission(UserObjectPermissionBase):
    """A guardian grant to a person on one item."""

    content_object = models.ForeignKey(Item, models.CASCADE)


class ItemGroupObjectPermission(GroupObjectPermissionBase):
    """A guardian grant to a group on one item."""

    content_object = models.ForeignKey(Item, models.CASCADE)


class ItemGuest(models.Model):
    """An invitee who comes for this item and sees no other."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="guests")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="invited_items")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "participant"], name="agendas_a_guest_once")
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.item}"


class ItemOffice(models.Model):
    """An agency whose people may see a restricted item."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="offices")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "agency"], name="agendas_an_office_once")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.agency}"


class ItemCircle(models.Model):
    """A named group of persons who may see a restricted item."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="circles")
    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "circle"], name="agendas_a_circle_once")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.circle}"
