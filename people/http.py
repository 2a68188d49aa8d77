"""The request behind every door: the sign-in middleware guarantees a person."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from people.models import Person


class Request(HttpRequest):
    """A request by somebody who has signed in."""

    user: Person
    htmx: HtmxDetails
