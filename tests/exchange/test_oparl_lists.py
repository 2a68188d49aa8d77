"""Lists of the public interface, its doors, and how it refuses."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import override_settings

from core.clock import at, now
from exchange.policies import releases_of
from exchange.states import Audience, What

ROOT = "http://testserver/oparl/v1.1/"


def gate_of(told, what, audience=Audience.PUBLIC):
    return releases_of(told.meeting).get(what=what, audience=audience)


def ids(answer):
    return [one["id"] for one in answer.json()["data"]]


def test_filters_stay_in_the_links(public, ask, body):
    since = (now() - timedelta(days=1)).isoformat(timespec="seconds")
    answer = ask(f"{body}/people/", modified_since=since, limit="2", omit_internal="true").json()

    assert len(answer["data"]) == 2
    assert "membership" not in answer["data"][0]
    for link in answer["links"].values():
        assert urlencode({"modified_since": since}) in link
        assert "limit=2" in link
        assert "omit_internal=true" in link


@pytest.mark.parametrize(
    ("name", "hours", "found"),
    [
        ("created_since", -1, True),
        ("created_since", 1, False),
        ("created_until", -1, False),
        ("created_until", 1, True),
        ("modified_since", -1, True),
        ("modified_since", 1, False),
        ("modified_until", -1, False),
        ("modified_until", 1, True),
    ],
)
def test_lists_are_filtered_by_moments(public, ask, body, name, hours, found):
    moment = (now() + timedelta(hours=hours)).isoformat(timespec="seconds")

    assert bool(ids(ask(f"{body}/meetings/", **{name: moment}))) is found


def test_nothing_changes_where_nothing_has_changed(public, ask, body):
    first = ask(f"{body}/people/")
    with at(now() + timedelta(days=1)):
        public.cabinet.item(public.cabinet.meeting(), "Ở phiên họp khác")
        again = ask(f"{body}/people/")

    assert first.json() == again.json()
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_reader_that_has_it_already_gets_a_304(public, client):
    etag = client.get(ROOT).headers["ETag"]

    answer = client.get(ROOT, headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("name", ["people", "meetings", "agendaitems", "papers", "files"])
def test_a_list_asks_five_questions_however_long(
    public, ask, body, name, django_assert_num_queries
):
    ask()
    with django_assert_num_queries(5):
        ask(f"{body}/{name}/")
    for _number in range(3):
        other = public.cabinet.convened(*(f"Nội dung {n}" for n in range(5)))
        public.meeting = other
        public.open(What.AGENDA)
    ask()
    with django_assert_num_queries(5):
        ask(f"{body}/{name}/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("path", ["", "bodies/", "meeting/1/"])
def test_it_is_read_only(public, client, method, path):
    answer = getattr(client, method)(f"/oparl/v1.1/{path}")

    assert answer.status_code == 405
    assert answer.json()["type"] == "https://schema.oparl.org/1.1/Error"
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("meeting/999/", 404),
        ("person/abc/", 404),
        ("nonsense/1/", 404),
        ("body/999/people/", 404),
        ("organization/agency-1/meetings/", 404),
        ("file/999/access", 404),
        ("where/is/that", 404),
        ("bodies/?page=9", 404),
        ("bodies/?modified_since=yesterday", 400),
        ("bodies/?created_until=2020-01-01T00:00:00", 400),
    ],
)
def test_errors_are_told_in_oparls_way(public, client, path, status):
    answer = client.get(f"/oparl/v1.1/{path}")

    assert answer.status_code == status
    told = answer.json()
    assert told["type"] == "https://schema.oparl.org/1.1/Error"
    assert told["message"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("odd", ["page=-1", "page=x", "limit=0", "limit=99999999999", "page=١"])
def test_odd_parameters_do_no_harm(public, client, odd):
    assert client.get(f"/oparl/v1.1/bodies/?{odd}").status_code == 200


def test_a_body_that_is_not_opened_tells_nothing(public, client):
    with override_settings(OPARL_BODIES=[]):
        for path in ("", "bodies/", f"meeting/{public.meeting.pk}/"):
            answer = client.get(f"/oparl/v1.1/{path}")
            assert answer.status_code == 404 or answer.json()["data"] == []


def test_a_file_is_shown_and_given_with_its_name(public_papers, ask):
    version = public_papers.paper.versions.get()

    shown, given = ask(f"file/{version.pk}/access"), ask(f"file/{version.pk}/download")

    assert b"".join(shown.streaming_content).startswith(b"%PDF-")
    assert not shown.headers["Content-Disposition"].startswith("attachment")
    assert given.headers["Content-Disposition"].startswith("attachment; filename")
    assert shown.headers["Access-Control-Allow-Origin"] == "*"
    b"".join(given.streaming_content)


def test_addresses_stay_the_same_behind_a_proxy(public, client):
    with override_settings(PUBLIC_URL="https://hop.example.vn"):
        told = client.get("/oparl/v1.1/").json()

    assert told["id"] == "https://hop.example.vn/oparl/v1.1/"
    assert told["body"] == "https://hop.example.vn/oparl/v1.1/bodies/"
