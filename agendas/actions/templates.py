"""Keeping agendas as templates, and filling agendas from them."""

from collections.abc import Sequence

from django.db import transaction

from agendas.actions.copying import parts_of_agenda
from agendas.actions.facts import hold
from agendas.actions.skeleton import Part, part_of, put_parts
from agendas.errors import (
    AgendaEmpty,
    AlreadyPublished,
    SubItemAlone,
    SubItemRestricted,
    TemplateGapUnknown,
    TemplateNameTaken,
    TemplateOfOther,
)
from agendas.models import Agenda, AgendaTemplate, TemplateLine
from agendas.planning_events import AgendaFilled, TemplateKept, TemplateRemoved
from agendas.policies import templates_visible_to
from core.policies import require
from core.workdays import day_of
from meetings.models import Meeting
from meetings.patterns import MONTHS, unknown_gaps
from meetings.policies import MeetingPolicy, may_create_for
from people.models import Body, Person
from realtime.journal import announce


@transaction.atomic
def make_template(
    actor: Person, body: Body, *, name: str, parts: Sequence[Part] = ()
) -> AgendaTemplate:
    """Keep an agenda for the sessions to come."""
    require(may_create_for(actor).filter(pk=body.pk).exists())
    body = Body.objects.select_for_update().get(pk=body.pk)
    if AgendaTemplate.objects.filter(body=body, name=name).exists():
        raise TemplateNameTaken(name=name)
    template = AgendaTemplate.objects.create(body=body, name=name)
    _write(actor, template, parts)
    return template


@transaction.atomic
def write_template(
    actor: Person, template: AgendaTemplate, *, name: str, parts: Sequence[Part]
) -> AgendaTemplate:
    """Write a template anew; agendas filled from it before stay as they are."""
    require(may_create_for(actor).filter(pk=template.body_id).exists())
    Body.objects.select_for_update().get(pk=template.body_id)
    others = AgendaTemplate.objects.filter(body=template.body_id).exclude(pk=template.pk)
    if others.filter(name=name).exists():
        raise TemplateNameTaken(name=name)
    template.name = name
    template.save(update_fields=["name"])
    _write(actor, template, parts)
    return template


@transaction.atomic
def remove_template(actor: Person, template: AgendaTemplate) -> None:
    """Offer a template no longer."""
    require(may_create_for(actor).filter(pk=template.body_id).exists())
    event = TemplateRemoved(body_id=template.body_id, template_id=template.pk, title=template.name)
    template.delete()
    announce(event, actor=actor)


@transaction.atomic
def keep_agenda(actor: Person, meeting: Meeting, *, name: str) -> AgendaTemplate:
    """Keep the agenda of a session as a template: what the actor sees of it, without papers."""
    require(MeetingPolicy(actor, meeting).may_edit)
    parts = parts_of_agenda(actor, meeting)
    if not parts:
        raise AgendaEmpty
    return make_template(actor, meeting.body, name=name, parts=parts)


@transaction.atomic
def apply_template(actor: Person, template: AgendaTemplate, meeting: Meeting) -> int:
    """Append the lines of a template to an agenda that is not published yet."""
    require(MeetingPolicy(actor, meeting).may_edit)
    require(templates_visible_to(actor).filter(pk=template.pk).exists())
    meeting = hold(meeting)
    if template.body_id != meeting.body_id:
        raise TemplateOfOther
    if Agenda.objects.filter(meeting=meeting, version__gt=0).exists():
        raise AlreadyPublished
    parts = [part_of(line) for line in template.lines.select_related("sponsor")]
    count = put_parts(actor, meeting, parts, day_of(meeting.starts_at))
    event = AgendaFilled(
        meeting_id=meeting.pk,
        source="template",
        title=template.name,
        items=count,
        headings=[part.title for part in parts if part.is_heading],
    )
    announce(event, actor=actor)
    return count


def _write(actor: Person, template: AgendaTemplate, parts: Sequence[Part]) -> None:
    """Set the lines of a template, numbered from 1."""
    gaps = [gap for part in parts for gap in unknown_gaps(part.title, MONTHS)]
    if gaps:
        raise TemplateGapUnknown(gaps=", ".join(gaps))
    check_subs(parts)
    template.lines.all().delete()
    TemplateLine.objects.bulk_create(
        _line(template, order, part) for order, part in enumerate(parts, start=1)
    )
    event = TemplateKept(
        body_id=template.body_id, template_id=template.pk, title=template.name, lines=len(parts)
    )
    announce(event, actor=actor)


def check_subs(parts: Sequence[Part]) -> None:
    """Refuse a sub-item that stands behind no item, or would be open to all with its item."""
    above: Part | None = None
    for part in parts:
        if not part.is_sub:
            above = None if part.is_heading else part
        elif above is None:
            raise SubItemAlone(title=part.words)
        elif part.restricted and not above.restricted:
            raise SubItemRestricted(title=part.words)


def _line(template: AgendaTemplate, order: int, part: Part) -> TemplateLine:
    return TemplateLine(
        template=template,
        order=order,
        is_heading=part.is_heading,
        is_sub=part.is_sub,
        title=part.words,
        kind=part.kind,
        sponsor=None if part.is_heading else part.sponsor,
        minutes=part.minutes,
        restricted=part.restricted and not part.is_heading,
        secrecy=part.secrecy,
    )
