"""Who walks: people with a browser window of their own, and members who only call over HTTP."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid

from tests.journeys.house import PASSWORD

# What Chromium itself says of a line that was cut, and of a form that was refused, on purpose.
CALM = re.compile(r"WebSocket connection to|status of 422")


class Window:
    """One person at one screen. Everything the browser complains of is kept."""

    def __init__(self, browser, house, name, *, width=1180, height=820, touch=False):
        self.browser = browser
        self.house = house
        self.name = name
        self.troubles = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            bypass_csp=False,
            accept_downloads=True,
        )
        self.context.set_default_timeout(30_000)
        self.page = self.new_page()

    def new_page(self):
        page = self.context.new_page()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.troubles.append(f"{self.name}: {error}"))
        return page

    def hear(self, message):
        if message.type == "error" and not CALM.search(message.text):
            self.troubles.append(f"{self.name}: {message.text} ({message.location.get('url')})")

    def sign_in(self):
        self.go("/sign-in/")
        self.page.fill("[name=username]", self.name)
        self.page.fill("[name=password]", PASSWORD)
        self.page.locator("form.form [type=submit]").click()
        self.page.wait_for_url(f"{self.house.url}/")

    def go(self, path):
        self.page.goto(f"{self.house.url}{path}")

    def barriers(self, path, *, live=True):
        """Return what axe finds on a page, seen with fresh eyes: axe itself upsets the console."""
        from axe_playwright_python.sync_playwright import Axe

        context = self.browser.new_context(storage_state=self.context.storage_state())
        page = context.new_page()
        page.goto(f"{self.house.url}{path}")
        if live:
            page.wait_for_function("() => document.querySelector('meeting-room')?.state")
        page.wait_for_load_state("networkidle")
        found = [rule["id"] for rule in Axe().run(page).response["violations"]]
        context.close()
        return found

    def part(self, element, name):
        """Return a named part of an element of the live page."""
        return self.page.locator(f'{element} [data-part="{name}"]')

    def confirm(self):
        """Say yes to the question that is asked before what cannot be undone."""
        self.page.locator("dialog[open] .button.filled").click()


class Caller:
    """A member without a window: signs in and sends commands over plain HTTP."""

    def __init__(self, house, name):
        self.house = house
        self.jar = http.cookiejar.CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(self.jar)
        self.opener = urllib.request.build_opener(cookies)
        self.opener.open(f"{house.url}/sign-in/").read()
        facts = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": self.token}
        body = urllib.parse.urlencode(facts).encode()
        answer = self.opener.open(self.request("/sign-in/", body))
        assert answer.url == f"{house.url}/"

    @property
    def token(self):
        return next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")

    def request(self, path, body=None, **headers):
        headers = {"Referer": f"{self.house.url}/", **headers}
        return urllib.request.Request(f"{self.house.url}{path}", body, headers)

    def do(self, meeting, name, command_id=None, **data):
        """Send a command; the answer is a receipt or a refusal."""
        frame = {"id": command_id or str(uuid.uuid4()), "do": name, "with": data}
        kinds = {"Content-Type": "application/json", "Accept": "application/json"}
        headers = {**kinds, "X-CSRFToken": self.token}
        path = f"/rooms/meetings/{meeting}/commands/"
        try:
            answer = self.opener.open(self.request(path, json.dumps(frame).encode(), **headers))
        except urllib.error.HTTPError as refusal:
            answer = refusal
        return json.load(answer)

    def get(self, path):
        return json.load(self.opener.open(self.request(path, None, Accept="application/json")))

    def status(self, path):
        try:
            return self.opener.open(self.request(path)).status
        except urllib.error.HTTPError as refusal:
            return refusal.code
