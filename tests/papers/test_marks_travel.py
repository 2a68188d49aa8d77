"""Marks travel over the socket or over HTTP: sent twice, they are there once."""

import json
import uuid

import pytest

from papers.actions import save_mark
from papers.marks import parse_mark
from papers.models import Annotation
from realtime.commands import run_command
from tests.papers.making import ink, note, put, rev


@pytest.fixture
def version(desk):
    return desk.table().current


def test_a_mark_over_http_sent_twice_is_there_once(version, cabinet, client):
    client.force_login(cabinet.finance)
    sent = ink(version)

    first, again = put(client, sent), put(client, sent)

    assert first.status_code == again.status_code == 200
    assert (first.json()["kept"], again.json()["kept"]) == (True, False)
    assert first.json()["annotation"] == again.json()["annotation"]
    assert Annotation.objects.count() == 1


def test_a_mark_is_deleted_over_http(version, cabinet, client):
    client.force_login(cabinet.finance)
    sent = ink(version, rev=rev(-20))
    put(client, sent)

    url, body = f"/annotations/{sent['uuid']}/", json.dumps({"rev": rev()})
    answer = client.delete(url, body, content_type="application/json")

    assert answer.json()["annotation"]["deleted"] is True
    items = client.get(f"/papers/{version.paper_id}/annotations/").json()["items"]
    assert [item["deleted"] for item in items] == [True]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 422),
        ("[" * 100_000, 422),
        (json.dumps({"text": "x" * 256 * 1024}), 413),
        (json.dumps({"kind": "ink"}), 422),
    ],
)
def test_a_body_that_is_no_mark(version, cabinet, client, body, status):
    client.force_login(cabinet.finance)

    answer = client.put(
        f"/annotations/{uuid.uuid4()}/",
        body,
        content_type="application/json",
        headers={"accept": "application/json"},
    )

    assert answer.status_code == status
    assert answer.json()["message"].endswith((".", "JSON", "mã định danh"))


def test_a_mark_travels_over_the_socket_and_its_words_are_not_kept_in_the_receipt(
    version, desk, cabinet, django_capture_on_commit_callbacks, monkeypatch
):
    told = []
    monkeypatch.setattr("realtime.bell.tell", told.append)
    sent, command_id = note(version), str(uuid.uuid4())
    send = (cabinet.finance, desk.meeting.pk, "annotation.save", {"annotation": sent}, command_id)

    with django_capture_on_commit_callbacks(execute=True):
        first, again = run_command(*send), run_command(*send)

    assert first == again
    assert first["annotation"]["uuid"] == sent["uuid"]
    assert "Đề nghị" not in json.dumps(first, ensure_ascii=False)
    assert [(one["person"], one["name"]) for one in told] == [
        (cabinet.finance.pk, "annotation.saved")
    ]
    assert "Đề nghị" not in json.dumps(told, ensure_ascii=False)


def test_a_mark_is_deleted_over_the_socket(version, desk, cabinet):
    sent = note(version, rev=rev(-20))
    save_mark(cabinet.finance, parse_mark(sent))
    data = {"uuid": sent["uuid"], "rev": rev()}

    answer = run_command(
        cabinet.finance, desk.meeting.pk, "annotation.delete", data, str(uuid.uuid4())
    )

    assert answer["annotation"]["deleted"]
