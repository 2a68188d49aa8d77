"""How people come in, and how they are kept out."""

import pytest
from django.contrib.auth import get_user
from django.urls import reverse

from config.address import client_address

SIGN_IN = "/sign-in/"


def knock(client, username, password):
    return client.post(SIGN_IN, {"username": username, "password": password})


def test_a_member_signs_in_and_lands_on_what_needs_me(client, cabinet):
    answer = knock(client, "finance", "correct horse battery")

    assert answer.status_code == 302
    assert answer.url == reverse("people:home")
    assert get_user(client) == cabinet.finance


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(client, cabinet):
    wrong = knock(client, "finance", "wrong")
    unknown = knock(client, "nobody-here", "wrong")

    sentence = "không đúng"
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()
    assert not get_user(client).is_authenticated


def test_five_failures_lock_the_pair_of_address_and_name(client, cabinet):
    for _ in range(5):
        answer = knock(client, "finance", "wrong")

    assert answer.status_code == 429
    assert knock(client, "finance", "correct horse battery").status_code == 429
    # Somebody else on the same network is not kept out, nor is the minister elsewhere.
    assert knock(client, "health", "correct horse battery").status_code == 302
    elsewhere = client.post(
        SIGN_IN,
        {"username": "finance", "password": "correct horse battery"},
        REMOTE_ADDR="10.1.2.3",
    )
    assert elsewhere.status_code == 302


def test_passwords_are_kept_with_argon2(settings):
    from config import settings as real

    assert real.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")


def test_signing_out_asks_for_a_post(client, cabinet):
    client.force_login(cabinet.finance)

    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
    assert not get_user(client).is_authenticated


def test_somebody_not_active_cannot_sign_in(client, cabinet):
    cabinet.finance.is_active = False
    cabinet.finance.save()

    assert knock(client, "finance", "correct horse battery").status_code == 200


def test_the_language_follows_the_person(client, cabinet):
    client.force_login(cabinet.finance)
    client.post("/language/", {"language": "en", "next": "/"})

    cabinet.finance.refresh_from_db()
    assert cabinet.finance.language == "en"
    assert client.get("/").headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_the_language_door_leads_nowhere_else(client, cabinet, target):
    answer = client.post("/language/", {"language": "vi", "next": target})

    assert answer.url == "/"


def test_an_unknown_language_is_refused(client, cabinet):
    assert client.post("/language/", {"language": "xx"}).status_code == 422


def test_cards_are_offered_in_the_demonstration_only(client, cabinet, settings):
    settings.DEMO = False
    assert "nghisu-demo" not in client.get(SIGN_IN).content.decode()

    settings.DEMO = True
    assert cabinet.chair.full_name in client.get(SIGN_IN).content.decode()


@pytest.mark.parametrize(
    ("behind", "told", "address"),
    [
        (True, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (True, "", "10.0.0.1"),
        (False, "6.6.6.6", "10.0.0.1"),
    ],
)
def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(rf, settings, behind, told, address):
    settings.BEHIND_PROXY = behind
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": told})

    assert client_address(request) == address
