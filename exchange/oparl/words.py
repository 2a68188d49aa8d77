"""The names and addresses of OParl 1.1, and the form in which the shelf keeps an object.

An address on the shelf is ``{"$": "meeting/7/"}``: where the house stands is added on reading.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

VERSION = "1.1"
SCHEMA = f"https://schema.oparl.org/{VERSION}"
ROOT = "oparl/v1.1/"
Data = dict[str, Any]

BODY, ORGANIZATION, PERSON, MEMBERSHIP = "body", "organization", "person", "membership"
MEETING, ITEM, PAPER, CONSULTATION = "meeting", "agendaitem", "paper", "consultation"
FILE, LOCATION, TERM = "file", "location", "legislativeterm"
TYPES = {
    BODY: "Body",
    ORGANIZATION: "Organization",
    PERSON: "Person",
    MEMBERSHIP: "Membership",
    MEETING: "Meeting",
    ITEM: "AgendaItem",
    PAPER: "Paper",
    CONSULTATION: "Consultation",
    FILE: "File",
    LOCATION: "Location",
    TERM: "LegislativeTerm",
}
# The lists of a body: the property of OParl, the kind, the last part of the address.
LISTS = {
    "organization": (ORGANIZATION, "organizations"),
    "person": (PERSON, "people"),
    "meeting": (MEETING, "meetings"),
    "paper": (PAPER, "papers"),
    "agendaItem": (ITEM, "agendaitems"),
    "consultation": (CONSULTATION, "consultations"),
    "file": (FILE, "files"),
    "locationList": (LOCATION, "locations"),
    "legislativeTermList": (TERM, "legislativeterms"),
    "membership": (MEMBERSHIP, "memberships"),
}
KIND_OF_LIST = {address: kind for kind, address in LISTS.values()}
# What a list leaves out when it is asked for ``omit_internal``.
INTERNAL = {
    ITEM: ("auxiliaryFile",),
    MEETING: ("auxiliaryFile", "agendaItem"),
    PAPER: ("auxiliaryFile", "location"),
    PERSON: ("membership",),
    BODY: ("legislativeTerm",),
}
REQUIRED_LISTS = {"legislativeTerm"}


def address(path: str) -> Data:
    """Return an address as the shelf keeps it."""
    return {"$": path}


def to(kind: str, key: object) -> Data:
    """Return the address of an object as the shelf keeps it."""
    return address(f"{kind}/{key}/")


def bare(facts: Mapping[str, Any]) -> Data:
    """Leave out what is empty: OParl has neither null nor empty texts and lists."""
    return {key: value for key, value in facts.items() if value not in (None, "", [], {})}


def moment(value: datetime | None) -> str | None:
    """Write a moment as OParl wants it: to the second, with its distance from UTC."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else None


def whole(
    kind: str, key: object, facts: Mapping[str, Any], created: datetime, modified: datetime
) -> Data:
    """Return an object with what every object has."""
    return {
        "id": to(kind, key),
        "type": f"{SCHEMA}/{TYPES[kind]}",
        **facts,
        "created": moment(created),
        "modified": moment(modified),
    }


def gone(kind: str, key: object, created: datetime, modified: datetime) -> Data:
    """Return what is left of an object that is public no more."""
    return {**whole(kind, key, {}, created, modified), "deleted": True}


def addressed(value: Any, base: str) -> Any:
    """Put the house's address before every address in a value."""
    if isinstance(value, dict):
        if "$" in value:
            return f"{base}{value['$']}"
        return {key: addressed(inner, base) for key, inner in value.items()}
    if isinstance(value, list):
        return [addressed(inner, base) for inner in value]
    return value
