"""One house and one browser for all journeys."""

import os
import subprocess

import pytest

from tests.journeys.house import ROOT, House
from tests.journeys.people import Caller, Window

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("house"))
    house.prepare()
    try:
        house.open()
        yield house
    finally:
        house.close()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)

    chromium = subprocess.check_output([ROOT / "script" / "chromium"], text=True).strip()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def window(browser, house):
    """Return how to give somebody a window; in the end no browser may have complained."""
    windows = []

    def open_for(name, **size):
        windows.append(Window(browser, house, name, **size))
        windows[-1].sign_in()
        return windows[-1]

    yield open_for
    troubles = [trouble for one in windows for trouble in one.troubles]
    for one in windows:
        one.context.close()
    assert troubles == []


@pytest.fixture
def caller(house):
    return lambda name: Caller(house, name)
