"""The pages of an agenda."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["agenda", "lines", "item_new"])
def test_the_secretary_opens_every_page_of_the_agenda(cabinet, client, name):
    meeting = cabinet.convened("Ngân sách", "Giải ngân")
    client.force_login(cabinet.secretary)

    assert client.get(reverse(f"agendas:{name}", args=[meeting.pk])).status_code == 200


@pytest.mark.parametrize("name", ["item", "item_edit", "item_withdraw", "item_access", "item_room"])
def test_the_secretary_opens_every_page_of_an_item(cabinet, client, name):
    item = cabinet.item(cabinet.convened("Ngân sách"), restricted=True)
    client.force_login(cabinet.secretary)

    assert client.get(reverse(f"agendas:{name}", args=[item.pk])).status_code == 200
