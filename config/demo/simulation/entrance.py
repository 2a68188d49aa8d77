"""Signing in as a person does: the form is fetched, filled in and sent."""

import http.cookiejar
import urllib.request
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit


class NotLetIn(Exception):
    """The sign-in page did not accept name and password."""


@dataclass(frozen=True)
class Address:
    """Where the server is: the address of its pages, and the one of its sockets."""

    base: str

    @property
    def socket(self) -> str:
        return "ws" + self.base.removeprefix("http")

    @classmethod
    def read(cls, url: str) -> "Address":
        """Take ``ws://…`` or ``http://…``, with or without a path."""
        parts = urlsplit(url)
        scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
        return cls(f"{scheme}://{parts.netloc}")


class Visitor:
    """A person's browser: it keeps cookies and opens pages."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        # The members sit where the server is: no proxy stands between.
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )

    def sign_in(self, username: str, password: str) -> None:
        self.open("/sign-in/")
        form = {"username": username, "password": password, "next": "/healthz"}
        self.open("/sign-in/", {**form, "csrfmiddlewaretoken": self.cookies()["csrftoken"]})
        if "sessionid" not in self.cookies():
            raise NotLetIn(username)

    def open(self, path: str, form: dict[str, str] | None = None) -> int:
        """Open a page, or send a form to it; return the status."""
        url = self.address.base + path
        data = urlencode(form).encode() if form else None
        request = urllib.request.Request(url, data, {"Referer": url})  # noqa: S310 - our own server
        try:
            with self.opener.open(request, timeout=20) as answer:
                answer.read()
                return int(answer.status)
        except HTTPError as problem:
            return problem.code

    def cookies(self) -> dict[str, str]:
        return {cookie.name: cookie.value or "" for cookie in self.jar}
