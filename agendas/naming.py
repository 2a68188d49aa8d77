"""The ones to whom something restricted is shown: persons, agencies and groups."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from people.models import Agency, Circle, Person

Whom = Person | Agency | Circle


class Named:
    """Those named for one restricted thing, whose rows ``offices`` and ``circles`` name others."""

    def __init__(
        self, seeing: QuerySet[Person], agencies: QuerySet[Agency], circles: QuerySet[Circle]
    ) -> None:
        self.seeing, self.agencies, self.circles = seeing, agencies, circles

    def one(self, kind: str, key: int) -> Whom:
        """Return the person, office or group of that key; who is not named is not found."""
        if kind == "person":
            return get_object_or_404(self.seeing, pk=key)
        if kind == "office":
            return get_object_or_404(self.agencies, pk=key)
        if kind == "group":
            return get_object_or_404(self.circles, pk=key)
        raise Http404

    @property
    def facts(self) -> dict[str, object]:
        """Return what the list of those named is drawn from."""
        return {"seeing": self.seeing, "offices": self.agencies, "groups": self.circles}
