"""The protocol's pages say what the code does."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.utils.module_loading import autodiscover_modules

from core.events import Event
from realtime import live
from realtime.commands import registry
from realtime.protocol import Close

DOCS = Path(settings.BASE_DIR) / "docs"
PARLOUR = {"word.say", "word.long", "vote.cast"}


@pytest.fixture(scope="module")
def page():
    return (DOCS / "protocol.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def spec():
    return yaml.safe_load((DOCS / "protocol.asyncapi.yaml").read_text(encoding="utf-8"))


def names(operation):
    return {one["$ref"].rsplit("/", 1)[1] for one in operation["messages"]}


def events_of(kind):
    for one in kind.__subclasses__():
        if "name" in vars(one) and not one.__module__.startswith("tests."):
            yield one.name
        yield from events_of(one)


def test_every_command_is_described(spec, page):
    commands = set(registry) - PARLOUR
    assert names(spec["operations"]["ask"]) == commands | {"ping", "you"}
    assert [name for name in commands if f"| `{name}` |" not in page] == []


def test_every_message_is_described(spec):
    told = names(spec["operations"]["tell"])
    assert told == {"hello", "state", "you_again", "receipt", "refused", "pong", "mine"}
    assert set(spec["components"]["messages"]) == told | names(spec["operations"]["ask"])
    assert set(spec["channels"]["meeting"]["messages"]) == set(spec["components"]["messages"])


def test_every_section_and_personal_part_is_described(spec):
    schemas = spec["components"]["schemas"]
    assert set(schemas["State"]["properties"]) == set(live.sections["meeting"])
    assert set(schemas["You"]["properties"]) == {"person", *live.personals["meeting"]}


def test_every_event_is_described(spec, page):
    autodiscover_modules("events")
    events = set(events_of(Event))
    assert set(spec["x-events"]) == events
    assert [name for name in events if f"| `{name}` |" not in page] == []


def test_every_close_code_is_described(spec, page):
    codes = {int(code) for code in Close}
    assert set(spec["x-close-codes"]) == codes
    assert [code for code in codes if f"| {code} |" not in page] == []


def test_a_real_state_has_the_described_shape(spec, cabinet):
    meeting = cabinet.in_session("Dự toán ngân sách")
    cabinet.open_item(meeting)
    schemas = spec["components"]["schemas"]
    for audience in live.AUDIENCES:
        fits(live.state_of("meeting", meeting.pk, audience), schemas["State"], "state")
    fits(live.you_of("meeting", meeting.pk, cabinet.finance), schemas["You"], "you")


def fits(value, schema, where):
    """Compare a value with as much of JSON Schema as the page uses."""
    kinds = schema.get("type", "object")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    assert kind_of(value) in kinds, f"{where} is {value!r}"
    if isinstance(value, dict) and "properties" in schema:
        assert set(value) <= set(schema["properties"]), where
        for key, one in value.items():
            fits(one, schema["properties"][key], f"{where}.{key}")
    if isinstance(value, list):
        for one in value:
            fits(one, schema["items"], f"{where}[]")
    if "enum" in schema:
        assert value in schema["enum"], where


def kind_of(value):
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}
    return "null" if value is None else kinds[type(value)]
