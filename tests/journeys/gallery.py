"""Pages of the small world in a browser without a server: what the house answers is handed over at once."""

import mimetypes
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders

from tests.doors_walk import client_of

WORDS = "/jsi18n/"
ORIGIN = "http://house.test"
GRAVE = {"serious", "critical"}
STILL = "() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))"
WHOLE = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
# What another size or other colours can change.
LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]


def is_part(request):
    """Tell whether a page fetches a fragment of itself, or a sheet that the house writes."""
    return "hx-request" in request.headers or request.resource_type == "stylesheet"


class Gallery:
    """One window that shows pages as different kinds of people see them."""

    def __init__(self, browser, world):
        from axe_playwright_python.sync_playwright import Axe

        self.world, self.axe = world, Axe()
        self.context = browser.new_context(locale="vi-VN", reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.route("**/*", self.answer)
        self.client, self.shown = None, ()

    def close(self):
        self.context.close()

    def show(self, kind, url):
        """Open a page as somebody; tell whether it is a whole page of HTML that lets one in."""
        self.client = client_of(self.world, kind)
        answer = self.client.get(url)
        whole = answer.headers.get("Content-Type", "").startswith("text/html")
        if answer.status_code != 200 or not whole or b"<html" not in answer.content[:2000]:
            return False
        self.shown = (url, answer.content)
        self.page.goto(f"{ORIGIN}{url}", wait_until="load")
        return True

    def answer(self, route):
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            if found:
                route.fulfill(path=found, content_type=kind)
            else:
                route.fulfill(status=404)
        elif route.request.is_navigation_request() and path == self.shown[0]:
            route.fulfill(body=self.shown[1], content_type="text/html; charset=utf-8")
        elif path == WORDS or is_part(route.request):
            self.pass_on(route)
        else:
            route.fulfill(status=503)

    def pass_on(self, route):
        """Ask the house for what a page fetches for itself: its words, and fragments of itself."""
        parts = urlsplit(route.request.url)
        told = self.client.get(f"{parts.path}?{parts.query}", headers={"HX-Request": "true"})
        kind = told.headers.get("Content-Type", "text/plain")
        route.fulfill(status=told.status_code, body=told.content, content_type=kind)

    def barriers(self, *, width, height, scheme, rules=WHOLE):
        """Return what axe finds grave at that size, in light or dark, with the first place of each."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate(STILL)
        options = {"resultTypes": ["violations"], "runOnly": rules}
        found = self.axe.run(self.page, options=options).response["violations"]
        return [
            (rule["id"], rule["nodes"][0]["html"][:160])
            for rule in found
            if rule["impact"] in GRAVE
        ]
