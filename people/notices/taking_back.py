"""Taking back what somebody was told and may not know any more."""

from collections.abc import Callable, Iterable

from people.models import Person
from people.notices.models import Notice


def take_back(urls: Iterable[str], *, sees: Callable[[Person], bool]) -> None:
    """Take back notices about these pages from whoever does not see them any more, mail that waits too.

    Those who do see them keep theirs; what goes out from then on says no more than that there is one.
    """
    told = Notice.objects.filter(url__in=list(urls))
    persons = Person.objects.filter(pk__in=told.values("person"))
    blind = [person.pk for person in persons if not sees(person)]
    told.filter(person__in=blind).delete()
    told.update(restricted=True)


def hush(rooms: Iterable[str]) -> None:
    """Let what goes out about these rooms from now on say no more than that there is something."""
    Notice.objects.filter(room__in=list(rooms)).update(restricted=True)
