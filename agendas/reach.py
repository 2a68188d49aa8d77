"""How far the papers under an item are read: a higher floor may let them wait at a session.

@sets_reach
def until_released() -> Combinable: ...   # of an item: the moment until which what was tabled is read

Those who keep the meeting, and the agencies whose matter it is, read everything all the same.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from django.db.models import DateTimeField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Least

FOREVER = Value(datetime(9999, 12, 31, tzinfo=UTC), output_field=DateTimeField())

Setter = Callable[[], Combinable]
_setters: list[Setter] = []


def sets_reach(setter: Setter) -> Setter:
    """Register who says until when."""
    _setters.append(setter)
    return setter


def reach() -> Combinable:
    """Return, as a part of a question about items, until when what was tabled is read."""
    told = [setter() for setter in _setters]
    return Least(FOREVER, *told) if told else FOREVER
