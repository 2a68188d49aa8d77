"""Forms of templates of agendas: a name, and lines that are headings or items."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.actions.skeleton import Part
from agendas.actions.templates import check_subs
from agendas.errors import SubItemAlone, SubItemRestricted
from agendas.models import AgendaTemplate, TemplateLine
from agendas.policies import templates_visible_to
from agendas.states import ItemKind, Secrecy
from meetings.forms import offer
from meetings.models import Meeting
from meetings.patterns import MONTHS, unknown_gaps
from people.models import Agency, Body, Person

HEADING = "heading"
MOST_LINES = 80
WHAT = [(HEADING, _("Heading")), *ItemKind.choices]


class NameForm(forms.Form):
    """What a template is called, once in its body."""

    name = forms.CharField(label=_("Name of the template"), max_length=200)

    def __init__(
        self, *args: Any, body: Body, own: AgendaTemplate | None = None, **facts: Any
    ) -> None:
        super().__init__(*args, **facts)
        others = AgendaTemplate.objects.filter(body=body)
        self.others = others.exclude(pk=own.pk) if own else others

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if self.others.filter(name=name).exists():
            told = _("There is a template “%(name)s” already.")
            raise forms.ValidationError(told, params={"name": name})
        return name


class LineForm(forms.Form):
    """One line: a heading, or an item of some kind. A line without a title is left out."""

    title = forms.CharField(
        label=_("Title"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    what = forms.ChoiceField(label=_("Kind"), choices=WHAT, initial=ItemKind.DECISION)
    sponsor = forms.ModelChoiceField(Agency.objects.none(), label=_("Sponsor"), required=False)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=0, max_value=600, initial=10)
    secrecy = forms.ChoiceField(
        label=_("Secrecy"), choices=Secrecy.choices, initial=Secrecy.OPEN, required=False
    )
    restricted = forms.BooleanField(label=_("Restricted"), required=False)
    is_sub = forms.BooleanField(label=_("Sub-item of the item above"), required=False)

    def __init__(self, *args: Any, agencies: list[tuple[object, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "sponsor", Agency.objects.all())
        self.fields["sponsor"].widget.choices = agencies  # read once for all lines

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        gaps = unknown_gaps(title, MONTHS)
        if gaps:
            told = _("This gap cannot be filled: %(gaps)s")
            raise forms.ValidationError(told, params={"gaps": ", ".join(gaps)})
        return title

    @property
    def part(self) -> Part:
        facts = self.cleaned_data
        if facts["what"] == HEADING:
            return Part(title=facts["title"], is_heading=True)
        return Part(
            title=facts["title"],
            kind=facts["what"],
            sponsor=facts["sponsor"],
            minutes=facts["minutes"],
            restricted=facts["restricted"],
            secrecy=facts["secrecy"] or Secrecy.OPEN,
            is_sub=facts["is_sub"],
        )

    @property
    def is_filled(self) -> bool:
        """Tell whether the line says something: a secret one needs no words of its own."""
        facts = self.cleaned_data
        return bool(facts.get("title")) or facts.get("secrecy", "") not in {"", Secrecy.OPEN}


class BaseLines(forms.BaseFormSet[LineForm]):
    """The lines of a template in the order of their numbers."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        if not hasattr(self, "agencies"):
            every = [(one.pk, one.short_here) for one in Agency.objects.all()]
            self.agencies: list[tuple[object, str]] = [("", "—"), *every]
        return {**super().get_form_kwargs(index), "agencies": self.agencies}

    @property
    def parts(self) -> list[Part]:
        """Return the lines that say something and are not struck out."""
        return [form.part for form in self.ordered_forms if form.is_filled]

    def clean(self) -> None:
        """Tell a sub-item that stands behind no item, or is restricted under one that is open."""
        if any(self.errors):
            return
        try:
            check_subs(self.parts)
        except (SubItemAlone, SubItemRestricted) as wrong:
            raise forms.ValidationError(str(wrong)) from wrong


_Lines = forms.formset_factory(
    LineForm,
    formset=BaseLines,
    extra=3,
    can_order=True,
    can_delete=True,
    max_num=MOST_LINES,
    absolute_max=MOST_LINES,
    validate_max=True,
)


def lines_form(data: Any, initial: list[dict[str, Any]] | None = None) -> BaseLines:
    """Return the lines as forms, with some empty ones behind."""
    return cast("BaseLines", _Lines(data, initial=initial))


class FillForm(forms.Form):
    """The template to fill an agenda from."""

    template = forms.ModelChoiceField(AgendaTemplate.objects.none(), label=_("Template"))

    def __init__(self, *args: Any, person: Person, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "template", templates_visible_to(person).filter(body=meeting.body_id))


def template_facts(person: Person, meeting: Meeting, *, is_new: bool) -> dict[str, Any]:
    """Return the forms under an agenda: fill it from a template, keep it as one."""
    offered = templates_visible_to(person).filter(body=meeting.body_id)
    return {
        "fill_form": FillForm(person=person, meeting=meeting)
        if is_new and offered.exists()
        else None,
        "keep_form": NameForm(body=meeting.body, auto_id="keep-%s"),
    }


def initial_lines(template: AgendaTemplate) -> list[dict[str, Any]]:
    """Return the lines of a template as the forms ask for them."""
    return [_initial(line) for line in template.lines.all()]


def _initial(line: TemplateLine) -> dict[str, Any]:
    return {
        "title": line.title,
        "what": HEADING if line.is_heading else line.kind,
        "sponsor": line.sponsor_id,
        "minutes": line.minutes,
        "restricted": line.restricted,
        "secrecy": line.secrecy,
        "is_sub": line.is_sub,
    }
