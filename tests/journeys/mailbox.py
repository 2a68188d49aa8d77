"""The calendar of one who is invited: the mails that the house wrote, and the private address."""

import email
import email.policy
import time
import urllib.request
from urllib.parse import urlsplit

from icalendar import Calendar
from playwright.sync_api import expect

RULE = b"-" * 79


class Mailbox:
    """What a running house has written to one address."""

    def __init__(self, house, address):
        self.house, self.address = house, address
        self.known = {str(event["UID"]) for _method, event in self.requests()}

    def requests(self):
        """Return method and event of every calendar request, in the order of their sequence."""
        found = []
        for path in sorted((self.house.folder / "mail").glob("*.log")):
            for raw in path.read_bytes().split(RULE):
                found += self._in(
                    email.message_from_bytes(raw.strip(), policy=email.policy.default)
                )
        return sorted(found, key=lambda one: one[1]["SEQUENCE"])

    def _in(self, letter):
        if letter["To"] is None or self.address not in str(letter["To"]):
            return
        for part in letter.walk():
            if part.get_content_type() == "text/calendar":
                written = Calendar.from_ical(part.get_content())
                assert part.get_param("method") == written["METHOD"]
                yield str(written["METHOD"]), written.walk("VEVENT")[0]

    def next(self, many):
        """Wait until so many requests about one new event are there, and return the newest."""
        for _try in range(100):
            new = [one for one in self.requests() if str(one[1]["UID"]) not in self.known]
            if len(new) >= many:
                assert len({str(event["UID"]) for _method, event in new}) == 1
                return new[-1]
            time.sleep(0.2)
        raise AssertionError(f"{many} requests to {self.address} were awaited")


class Feed:
    """A calendar program that knows somebody's secret address."""

    def __init__(self, window):
        page = window.page
        window.go("/calendar/")
        page.locator('form[action="/calendar/address/"] button').first.click()
        expect(page.locator("#address")).to_be_visible()
        self.url = f"{window.house.url}{urlsplit(page.locator('#address').input_value()).path}"

    def event(self, uid):
        with urllib.request.urlopen(self.url, timeout=20) as answer:
            written = Calendar.from_ical(answer.read())
        return next(one for one in written.walk("VEVENT") if str(one["UID"]) == uid)


def follow(member, secretary, meeting, mails):
    """A changed time changes the event that is there; a cancelled meeting cancels it."""
    method, first = mails.next(1)
    assert method == "REQUEST"
    uid, feed = str(first["UID"]), Feed(member)
    assert feed.event(uid)["DTSTART"].dt == first["DTSTART"].dt

    secretary.go(f"/meetings/{meeting}/edit/")
    secretary.page.fill("[name=begins]", "00:31")
    secretary.page.locator(".form-foot .button.filled").click()
    secretary.page.wait_for_url(f"**/meetings/{meeting}/")
    method, moved = mails.next(2)
    assert (method, moved["STATUS"]) == ("REQUEST", "CONFIRMED")
    assert moved["DTSTART"].dt.strftime("%H:%M") == "00:31"
    same_event(first, moved, feed.event(uid))

    secretary.page.locator('[data-opens="cancel"]').click()
    secretary.page.fill("#cancel-reason", "Chuyển sang phiên sau")
    secretary.page.locator("#cancel .button.danger.filled").click()
    expect(secretary.page.locator(".page-head .chip").first).to_contain_text("Đã hủy")
    method, gone = mails.next(3)
    assert (method, gone["STATUS"]) == ("CANCEL", "CANCELLED")
    same_event(moved, gone, feed.event(uid))


def same_event(before, after, fed):
    """The later one is an update of the same event, and the private calendar tells the same."""
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (fed["SEQUENCE"], fed["STATUS"]) == (after["SEQUENCE"], after["STATUS"])
    assert fed["DTSTART"].dt == after["DTSTART"].dt
