"""Persons, agencies, bodies, and who holds which office when."""

from people.models.persons import Agency, Body, Dated, InForceQuerySet, Named, Person, PersonManager
from people.models.posts import Assistance, Circle, Duty, Post
from people.models.seats import Membership, Role, RoleGrant, Substitution

# The tables of the notices belong to this app too; they know persons by name only.
from people.notices.models import Delivery, Notice, NoticeChoice, NoticeSetting

# And that of the searches a person keeps.
from people.searches.models import SavedSearch

__all__ = [
    "Agency",
    "Assistance",
    "Body",
    "Circle",
    "Dated",
    "Delivery",
    "Duty",
    "InForceQuerySet",
    "Membership",
    "Named",
    "Notice",
    "NoticeChoice",
    "NoticeSetting",
    "Person",
    "PersonManager",
    "Post",
    "Role",
    "RoleGrant",
    "SavedSearch",
    "Substitution",
]
