"""Restricted items: named neutrally to everybody, minuted apart for those who may see them."""

import pytest
from django.urls import reverse

from agendas.actions import close_item, grant_sight, open_item, restrict_item
from core.text import fold
from minutes.actions import approve_minutes, draft_minutes, edit_block
from minutes.apart import commitment
from minutes.pdf.document import written
from minutes.policies import blocks_visible_to
from minutes.searching import words_of

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET = "Phương án nhân sự"


@pytest.fixture
def minutes(cabinet, session):
    item = cabinet.item(session.meeting, SECRET)
    restrict_item(cabinet.secretary, item, restricted=True)
    cabinet.publish(session.meeting)
    item.refresh_from_db()
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    open_item(cabinet.chair, item)
    close_item(cabinet.chair, item, conclusion="Thống nhất phương án hai.")
    session.debate()
    return draft_minutes(cabinet.secretary, session.adjourn())


def test_the_document_names_a_restricted_item_only_by_its_number(cabinet, minutes):
    approved = approve_minutes(cabinet.secretary, minutes)

    for told in (str(approved.record), written(approved.record), words_of(approved)["text"]):
        assert "H1" in told
        assert SECRET not in told
        assert "phương án hai" not in told
    assert fold(SECRET) not in words_of(approved)["folded"]
    assert "không nằm trong văn bản này" in written(approved.record)


def test_who_may_see_the_item_reads_the_part_apart(client, cabinet, minutes):
    approve_minutes(cabinet.secretary, minutes)
    url = reverse("minutes:minutes", args=[minutes.meeting_id])

    for key, sees in (("finance", True), ("secretary", True), ("health", False)):
        client.force_login(cabinet.people[key], BACKEND)
        page = client.get(url).text
        assert (SECRET in page) is sees, key
        assert ("phương án hai" in page) is sees, key
        assert "H1" in page


def test_the_part_apart_cannot_be_exchanged(cabinet, minutes):
    block = minutes.blocks.get(kind="apart")
    edit_block(cabinet.secretary, block, text="Chọn phương án ba.")
    approved = approve_minutes(cabinet.secretary, minutes)
    block.refresh_from_db()

    assert approved.record["apart"] == [commitment(block)]
    block.text = "Chọn phương án bốn."
    assert approved.record["apart"] != [commitment(block)]


def test_a_member_without_sight_has_no_door_to_the_part(cabinet, minutes):
    kinds = {block.kind for block in blocks_visible_to(cabinet.health, minutes)}

    assert "restricted" in kinds
    assert "apart" not in kinds
