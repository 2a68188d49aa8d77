"""The agenda desk by hand: arranged with the keyboard alone, and by dragging in one request."""

import pytest
from playwright.sync_api import expect

from tests.journeys.before import plan, publish

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(300)]


def add(secretary, meeting, title):
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/agenda/items/new/")
    page.fill("[name=title]", title)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url("**/agenda/")


def head(secretary, meeting, name):
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/agenda/headings/new/")
    page.fill("[name=name]", name)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url("**/agenda/")


def test_the_agenda_is_arranged_by_keyboard_and_by_dragging(window):
    secretary = window("secretary")
    page = secretary.page
    meeting = plan(secretary)
    for title in ("Một", "Hai", "Ba"):
        add(secretary, meeting, title)
    head(secretary, meeting, "Thảo luận")

    by_keyboard(page)
    page.reload()
    expect_order(page, ["1 Một", "2 Hai", "Thảo luận", "3 Ba"])
    by_dragging(page)
    page.reload()
    expect_order(page, ["1 Một", "Thảo luận", "2 Ba", "3 Hai"])

    publish(secretary, meeting)
    assert secretary.barriers(f"/meetings/{meeting}/agenda/", live=False) == []
    assert secretary.barriers(f"/meetings/{meeting}/agenda/versions/", live=False) == []
    assert secretary.barriers(f"/meetings/{meeting}/agenda/items/new/", live=False) == []


def by_keyboard(page):
    """From the first handle on, nothing but keys."""
    expect_order(page, ["1 Một", "2 Hai", "3 Ba", "Thảo luận"])
    handle_of(page, "Ba").focus()
    press(page, "ArrowUp", ["1 Một", "2 Ba", "3 Hai", "Thảo luận"])
    press(page, "ArrowRight", ["1 Một", "1.1 Ba", "2 Hai", "Thảo luận"])
    press(page, "ArrowLeft", ["1 Một", "2 Ba", "3 Hai", "Thảo luận"])
    press(page, "ArrowDown", ["1 Một", "2 Hai", "3 Ba", "Thảo luận"])
    press(page, "ArrowDown", ["1 Một", "2 Hai", "Thảo luận", "3 Ba"])
    press(page, "ArrowUp", ["1 Một", "2 Hai", "3 Ba", "Thảo luận"])
    press(page, "ArrowDown", ["1 Một", "2 Hai", "Thảo luận", "3 Ba"])


def by_dragging(page):
    """A row is dropped before another: one request, and the table is new."""
    sent = []
    page.on("request", lambda request: sent.append(request.method + request.url[-7:]))
    start = handle_of(page, "Hai").bounding_box()
    target = page.locator("tr[data-item]", has_text="Ba").bounding_box()
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + target["height"] - 4, steps=6)
    page.mouse.up()
    expect_order(page, ["1 Một", "Thảo luận", "2 Ba", "3 Hai"])
    assert sent == ["POST/place/"]


def handle_of(page, title):
    return page.locator("tr[data-item]", has_text=title).locator(".handle")


def press(page, key, order):
    """Press a key where the focus is; it stays on the handle of the row that moved."""
    page.keyboard.press(key)
    expect_order(page, order)
    expect(page.locator("tr[data-item]", has_text="Ba").locator(".handle")).to_be_focused()


def expect_order(page, order):
    numbers = page.locator(".agenda-table .heading-row th, .agenda-table tr[data-item]")
    expect(numbers).to_contain_text(
        [row.split(" ", 1)[-1] if row[0].isdigit() else row for row in order]
    )
    labels = page.locator(".agenda-table .item-number")
    expect(labels).to_have_text([row.split(" ")[0] for row in order if row[0].isdigit()])
