"""SMS through a gateway. The one that is here writes files; a real one is named in SMS_GATEWAY."""

import json
from pathlib import Path
from typing import Protocol, cast

from django.conf import settings
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from people.notices.letters import line_of
from people.notices.models import Notice, NoticeSetting

LONGEST = 300


class Gateway(Protocol):
    """What carries short messages. Raises whatever says that the message was not taken."""

    def send(self, phone: str, text: str, *, reference: str) -> None:
        """Hand over one message; the same reference again is the same message."""


class FileGateway:
    """Writes each message into ``DATA_DIR/sms``: for trying out and for tests."""

    def send(self, phone: str, text: str, *, reference: str) -> None:
        folder = Path(settings.DATA_DIR) / "sms"
        folder.mkdir(mode=0o700, exist_ok=True)
        told = {"to": phone, "text": text, "at": timezone.now().isoformat()}
        path = folder / f"{reference}.json"
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


class NoGateway(Exception):
    """No gateway is set up, or the person has no number any more."""


def gateway() -> Gateway | None:
    """Return the installation's gateway, if it has one."""
    name: str = settings.SMS_GATEWAY
    return cast("Gateway", import_string(name)()) if name else None


def send(notice: Notice) -> None:
    """Send a notice as one short message."""
    setting = NoticeSetting.objects.filter(person=notice.person_id).first()
    carrier = gateway()
    if carrier is None or setting is None or not setting.phone:
        raise NoGateway
    with translation.override(notice.person.language):
        line = line_of(notice)
    text = f"Nghị Sự: {line['title']}"[:LONGEST]
    carrier.send(setting.phone, text, reference=f"notice-{notice.pk}")
