"""What the stories of released sessions ask for: pages, doors and gates."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from exchange.policies import releases_of
from exchange.states import GATES, Audience

TWO = GATES[:2]


def listed(client, **query):
    return client.get(reverse("exchange:released"), query).content.decode()


def page(client, told):
    return client.get(reverse("exchange:released_meeting", args=[told.meeting.pk]))


def door(name, told, version):
    return reverse(f"exchange:{name}", args=[told.meeting.pk, version.pk])


def gate(told, what, audience=Audience.AGENCIES):
    return releases_of(told.meeting).get(what=what, audience=audience)


def asked(client, url):
    """Count what a page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
