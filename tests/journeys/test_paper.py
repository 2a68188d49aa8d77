"""A minister reads a paper, draws, marks and notes; only the minister ever sees it."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.journeys.house import ROOT

pytestmark = pytest.mark.journey

SHAPES = "nodes => nodes.map(node => node.getAttribute('d'))"


@pytest.fixture(scope="module")
def paper(house):
    command = [sys.executable, "-m", "tests.journeys.paper_ground"]
    told = subprocess.run(
        command, cwd=ROOT, env=house.environment, check=True, capture_output=True, text=True
    )
    return int(told.stdout)


def open_paper(window, paper):
    window.go(f"/papers/{paper}/")
    page = window.page
    expect(page.locator("paper-reader[data-ready]")).to_be_visible()
    expect(page.locator('.page[data-page-number="1"] .textLayer span').first).to_be_visible()
    expect(page.locator('.page[data-page-number="1"] .marks-pins')).to_be_attached()
    return page


def take(page, tool):
    page.locator(f'paper-reader [data-tool="{tool}"]').click()


def drag(page, *points):
    box = page.locator('.page[data-page-number="1"]').bounding_box()
    places = [(box["x"] + x * box["width"], box["y"] + y * box["width"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


def saved(page):
    expect(page.locator('paper-reader [data-part="saved"]')).to_contain_text("Đã lưu lúc")


def shapes(page):
    return page.eval_on_selector_all(".marks-over path, .marks-under path", SHAPES)


def listen(page):
    """Collect the names of the commands that go over the socket."""
    heard = []

    def frame(text):
        heard.append(json.loads(text).get("do"))

    page.on("websocket", lambda socket: socket.on("framesent", frame))
    return heard


def test_marks_are_there_again_and_nobody_else_sees_them(window, paper):
    finance = window("finance")
    sent = listen(finance.page)
    page = open_paper(finance, paper)

    take(page, "ink")
    drag(page, (0.2, 0.4), (0.4, 0.45), (0.6, 0.38))
    expect(page.locator(".marks-over path")).to_have_count(1)
    saved(page)
    assert "annotation.save" in sent

    select_words(page)
    page.locator('paper-reader [data-part="pick"]').click()
    expect(page.locator(".marks-under path")).to_have_count(1)

    take(page, "note")
    page.locator('.page[data-page-number="1"]').click(position={"x": 300, "y": 420})
    page.locator("dialog[open] textarea").fill("Đề nghị làm rõ số liệu")
    page.locator('dialog[open] [value="save"]').click()
    expect(page.locator(".marks-pin")).to_have_count(1)
    saved(page)
    drawn = shapes(page)

    page = open_paper(finance, paper)
    expect(page.locator(".marks-over path")).to_have_count(1)
    assert shapes(page) == drawn
    expect(page.locator(".marks-pin")).to_have_accessible_name("Ghi chú: Đề nghị làm rõ số liệu")

    chair = open_paper(window("chair"), paper)
    assert shapes(chair) == []
    expect(chair.locator(".marks-pin")).to_have_count(0)


def select_words(page):
    """Select the first line as a person does with the mouse, in reading mode."""
    take(page, "read")
    line = page.locator('.page[data-page-number="1"] .textLayer span').first.bounding_box()
    middle = line["y"] + line["height"] / 2
    page.mouse.move(line["x"] + 2, middle)
    page.mouse.down()
    page.mouse.move(line["x"] + line["width"] * 0.7, middle, steps=8)
    page.mouse.up()


def test_a_second_device_follows_and_erasing_can_be_undone(window, paper):
    tablet, desk = (open_paper(window("health"), paper) for _ in range(2))

    take(tablet, "ink")
    drag(tablet, (0.2, 0.5), (0.5, 0.5))
    expect(desk.locator(".marks-over path")).to_have_count(1)

    take(desk, "eraser")
    drag(desk, (0.35, 0.45), (0.35, 0.55))
    expect(desk.locator(".marks-over path")).to_have_count(0)
    expect(tablet.locator(".marks-over path")).to_have_count(0)

    desk.locator('paper-reader [data-do="undo"]').click()
    expect(tablet.locator(".marks-over path")).to_have_count(1)


def test_marks_can_be_reached_and_made_by_keyboard(window, paper):
    page = open_paper(window("justice"), paper)

    page.locator('paper-reader [data-do="list"]').press("Enter")
    page.locator('paper-reader [data-do="note-here"]').press("Enter")
    page.keyboard.type("Hỏi Bộ Tài chính")
    page.locator('dialog[open] [value="save"]').press("Enter")
    row = page.locator(".reader-marks .marks-row")
    expect(row).to_contain_text("Trang 1 · Hỏi Bộ Tài chính")
    row.press("Enter")
    page.locator('.reader-marks [data-deed="remove"]').press("Enter")

    expect(row).to_have_count(0)
    expect(page.locator(".marks-pin")).to_have_count(0)
    saved(page)


def test_words_are_found_without_their_accents(window, paper):
    page = open_paper(window("transport"), paper)

    page.locator('paper-reader [data-do="search"]').click()
    page.locator('paper-reader [data-part="query"]').fill("du toan ngan sach")
    page.keyboard.press("Enter")

    expect(page.locator('paper-reader [data-part="found"]')).to_have_text("1/3")
