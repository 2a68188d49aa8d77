"""What a list may be narrowed to. The address carries it, so that a link shows the same rows."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.choices import CallableChoiceIterator
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

Offer = Callable[[], Iterable[tuple[Any, Any]]]
DIGITS = 18
LAST_KEY = 10**DIGITS - 1
DAYS = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2999, 12, 31))]


class KeyField(forms.IntegerField):
    """One of many things by its key. What is offered is asked for only when it is shown."""

    widget = forms.Select

    def offer(self, things: Offer) -> None:
        """Offer these things to choose from, and all of them first."""
        every = CallableChoiceIterator(lambda: [("", _("all")), *things()])
        cast(forms.Select, self.widget).choices = every


class KeysField(forms.Field):
    """Several things by their keys."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> list[int]:
        """Return the keys; one that is none spoils them all."""
        if not all(str(one).isdecimal() and len(str(one)) <= DIGITS for one in value or ()):
            raise forms.ValidationError(_("Choose from what is offered."), code="invalid")
        return sorted(int(one) for one in value or ())


class WordsField(forms.CharField):
    """Words to look for, with or without their marks."""

    def __init__(self, **facts: Any) -> None:
        look = {"type": "search", "autocomplete": "off"}
        facts = {"label": _("Words"), "widget": forms.TextInput(attrs=look), **facts}
        super().__init__(max_length=200, required=False, **facts)


class DayField(forms.DateField):
    """A day of a period."""

    def __init__(self, **facts: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(required=False, widget=widget, validators=DAYS, **facts)


def choice(label: Any, choices: Iterable[tuple[Any, Any]]) -> forms.ChoiceField:
    """Return a field that offers all, or one of these."""
    return forms.ChoiceField(label=label, required=False, choices=[("", _("all")), *choices])


def key(label: Any) -> KeyField:
    """Return a field that offers all, or one of what it is given to offer."""
    return KeyField(label=label, required=False, min_value=1, max_value=LAST_KEY)


class Filter(forms.Form):
    """Which rows of a list are shown. What cannot be understood narrows nothing."""

    carried: tuple[str, ...] = ()
    """Names that the address carries and the bar does not ask for."""

    def __init__(self, asked: QueryDict, **facts: Any) -> None:
        super().__init__(asked, auto_id="filter-%s", use_required_attribute=False, **facts)

    @cached_property
    def wanted(self) -> dict[str, Any]:
        """Return what was understood and narrows the list."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """Return what was understood as the query of an address, always in the same order."""
        return urlencode([(name, self._said(name)) for name in self.wanted], doseq=True)

    @property
    def asks(self) -> list[BoundField]:
        """Return the fields of the bar."""
        return [self[name] for name in self.fields if name not in self.carried]

    @property
    def carries(self) -> list[tuple[str, str]]:
        """Return what else goes along when the bar is sent."""
        names = [name for name in self.carried if name in self.wanted]
        return [(name, value) for name in names for value in _several(self._said(name))]

    def _said(self, name: str) -> Any:
        value = self[name].data
        if isinstance(value, list):
            return sorted(value)
        return "on" if value is True else value


def _several(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
