"""The pages of a meeting, seen by those who have a part in it."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["page", "edit", "invitations", "attendance", "record"])
def test_the_secretary_opens_every_page(cabinet, client, name):
    meeting = cabinet.convened("Ngân sách")
    client.force_login(cabinet.secretary)

    assert client.get(reverse(f"meetings:{name}", args=[meeting.pk])).status_code == 200
