"""What a person does with notices: reads them, and says how to be told."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from core.clock import now
from people.models import Person
from people.notices.kinds import kinds
from people.notices.models import Notice, NoticeChoice, NoticeSetting


def notices_of(person: Person) -> QuerySet[Notice]:
    """Return one's own notices; nobody reads another's."""
    return Notice.objects.filter(person=person)


def mark_read(notice: Notice) -> None:
    """Note that a notice was read; the first time counts."""
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=now())


def mark_all_read(person: Person) -> int:
    """Note that everything was read."""
    return notices_of(person).filter(read_at__isnull=True).update(read_at=now())


@transaction.atomic
def save_wishes(person: Person, setting: Mapping[str, Any], choices: Mapping[str, Any]) -> None:
    """Keep when one may be disturbed, and by which ways each kind of notice comes."""
    NoticeSetting.objects.update_or_create(person=person, defaults=dict(setting))
    for code, (mail, by_sms) in choices.items():
        NoticeChoice.objects.update_or_create(
            person=person, kind=code, defaults={"mail": mail, "sms": by_sms}
        )


def wishes_of(person: Person) -> dict[str, tuple[str, bool]]:
    """Return for every kind by which ways it comes: mail, and whether by SMS."""
    chosen = {choice.kind: choice for choice in NoticeChoice.objects.filter(person=person)}
    return {
        code: (chosen[code].mail, chosen[code].sms) if code in chosen else (known.mail, known.sms)
        for code, known in kinds.items()
    }
