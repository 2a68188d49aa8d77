"""A mail server that does not answer."""

from django.core.mail.backends.base import BaseEmailBackend


class DownMail(BaseEmailBackend):
    def send_messages(self, email_messages):
        raise ConnectionRefusedError("no route to the mail server")
