"""Telling people: a notice is written with the deed; what goes out of the system waits its turn."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from core.clock import now
from people.models import Person
from people.notices import postman
from people.notices.kinds import kinds
from people.notices.models import Channel, Delivery, MailChoice, Notice, NoticeChoice, NoticeSetting
from people.notices.timing import next_at, past_quiet
from realtime import live

Words = tuple[str, str]
LONG_PAST = timedelta(days=1)


@transaction.atomic
def notify(
    persons: Iterable[Person],
    *,
    kind: str,
    say: Callable[[], Words],
    url: str = "",
    room: str = "",
    facts: Callable[[Person], Mapping[str, Any]] | None = None,
    restricted: bool = False,
) -> list[Notice]:
    """Tell each person once. ``say`` gives title and text in the language that is active.

    Of what is restricted, mail and SMS say no more than that there is something to read.
    """
    told = {person.pk: person for person in persons if person.is_active}
    words = _in_languages(say) if told else {}
    moment = now()
    notices = [
        Notice(
            person=person,
            kind=kind,
            title=words[person.language][0],
            body=words[person.language][1],
            words=words,
            url=url,
            room=room,
            facts=facts(person) if facts else {},
            restricted=restricted,
            created_at=moment,
        )
        for person in told.values()
    ]
    _hand_out(Notice.objects.bulk_create(notices), kind, moment)
    return notices


def unread_of(person: Person) -> int:
    """Count what a person has not read."""
    return Notice.objects.filter(person=person, read_at__isnull=True).count()


def _in_languages(say: Callable[[], Words]) -> dict[str, Words]:
    """Say it in every language of the house, so that a reader may change to another one."""
    words = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            title, body = say()
            words[language] = (str(title)[:400], str(body))
    return words


def _hand_out(notices: list[Notice], kind: str, moment: datetime) -> None:
    """Ring at the persons' pages; queue what goes out. Of the long past nothing goes out."""
    for notice in notices:
        live.tell(notice.person, "notice", {"title": notice.title, "url": notice.url})
    if timezone.now() - moment > LONG_PAST:
        return
    wishes = Wishes(kind, [notice.person_id for notice in notices])
    Delivery.objects.bulk_create(
        delivery for notice in notices for delivery in wishes.ways_out(notice)
    )
    transaction.on_commit(postman.wake)


@dataclass
class Wishes:
    """What some persons want of one kind of notice."""

    kind: str
    persons: list[int]

    @cached_property
    def settings(self) -> dict[int, NoticeSetting]:
        found = NoticeSetting.objects.filter(person__in=self.persons)
        return {setting.person_id: setting for setting in found}

    @cached_property
    def choices(self) -> dict[int, NoticeChoice]:
        found = NoticeChoice.objects.filter(person__in=self.persons, kind=self.kind)
        return {choice.person_id: choice for choice in found}

    def ways_out(self, notice: Notice) -> Iterator[Delivery]:
        """Give the deliveries of a notice, each with the moment when it is due."""
        choice = self.choices.get(notice.person_id) or self._default()
        setting = self.settings.get(notice.person_id) or NoticeSetting(person=notice.person)
        moment = timezone.localtime(notice.created_at)
        if choice.mail != MailChoice.NO and notice.person.email:
            in_digest = choice.mail == MailChoice.DIGEST
            due = next_at(moment, setting.digest_at) if in_digest else _awake(moment, setting)
            yield Delivery(notice=notice, channel=Channel.MAIL, in_digest=in_digest, due_at=due)
        if choice.sms and setting.phone and settings.SMS_GATEWAY:
            yield Delivery(notice=notice, channel=Channel.SMS, due_at=_awake(moment, setting))

    def _default(self) -> NoticeChoice:
        known = kinds[self.kind]
        return NoticeChoice(kind=self.kind, mail=known.mail, sms=known.sms)


def _awake(moment: datetime, setting: NoticeSetting) -> datetime:
    return past_quiet(moment, setting.quiet_from, setting.quiet_until)
