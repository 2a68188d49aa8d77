"""How mail leaves the house, read from one address."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.mail import mail_settings

FOLDER = Path("/data")


def told(address, *, demo=False):
    mail = mail_settings(address, FOLDER, demo=demo)
    return mail.backend.split(".")[-2], mail.host, mail.port, mail.starttls, mail.tls


@pytest.mark.parametrize(
    ("address", "facts"),
    [
        ("smtp://mail.example", ("smtp", "mail.example", 587, True, False)),
        ("smtps://mail.example", ("smtp", "mail.example", 465, False, True)),
        ("smtp+plain://localhost", ("smtp", "localhost", 25, False, False)),
        ("smtp://mail.example:2525", ("smtp", "mail.example", 2525, True, False)),
        ("console:", ("console", "localhost", 25, False, False)),
    ],
)
def test_an_address_says_it_all(address, facts):
    assert told(address) == facts


def test_signs_in_a_password_are_read_back():
    mail = mail_settings("smtp://u%40x:p%2Fw@mail.example", FOLDER, demo=False)
    assert (mail.user, mail.password) == ("u@x", "p/w")


def test_the_demonstration_writes_files():
    mail = mail_settings("", FOLDER, demo=True)
    assert (mail.backend.split(".")[-2], mail.folder) == ("filebased", "/data/mail")
    assert told("")[0] == "console"
    assert mail_settings("file:/tmp/out", FOLDER, demo=False).folder == "/tmp/out"


@pytest.mark.parametrize("address", ["pigeon://mail.example", "smtp:mail.example", "smtp://"])
def test_an_address_nobody_knows_is_refused(address):
    with pytest.raises(ImproperlyConfigured):
        mail_settings(address, FOLDER, demo=False)
