"""How agencies are called."""

from django.db import transaction

from core.policies import require
from people.events import AgencyRenamed
from people.models import Agency, Body, Person
from people.policies import agencies_served_by, may_administer
from realtime.journal import announce


@transaction.atomic
def rename_agency(
    actor: Person,
    body: Body,
    agency: Agency,
    *,
    name: str,
    short_name: str,
    name_en: str = "",
    short_name_en: str = "",
) -> Agency:
    """Call an agency by other names, in Vietnamese and in English. What was sealed keeps the old ones."""
    require(may_administer(actor, body))
    require(agencies_served_by(body).filter(pk=agency.pk).exists())
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    agency.name, agency.name_en = name, name_en
    agency.short_name, agency.short_name_en = short_name, short_name_en
    agency.save(update_fields=["name", "name_en", "short_name", "short_name_en"])
    event = AgencyRenamed(body_id=body.pk, agency=agency.code, title=name, short=short_name)
    announce(event, actor=actor)
    return agency
