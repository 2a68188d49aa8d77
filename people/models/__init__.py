"""Persons, agencies, bodies, and who holds which office when."""

from people.models.persons import Agency, Body, Dated, InForceQuerySet, Named, Person
from people.models.posts import Assistance, Circle, Duty, Post
from people.models.seats import Membership, Role, RoleGrant, Substitution

__all__ = [
    "Agency",
    "Assistance",
    "Body",
    "Circle",
    "Dated",
    "Duty",
    "InForceQuerySet",
    "Membership",
    "Named",
    "Person",
    "Post",
    "Role",
    "RoleGrant",
    "Substitution",
]
