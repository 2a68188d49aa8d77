"""Working off what is due. Each delivery is claimed first, so that two postmen send it once."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from people.notices import letters, sms
from people.notices.models import Channel, Delivery
from people.notices.timing import back_off
from realtime.workers import turn

log = logging.getLogger(__name__)

PORTION = 20
CLAIM = timedelta(minutes=10)
MOST_TRIES = 10


def send_due(portion: int = PORTION) -> int:
    """Send a portion of what is due; returns how many deliveries were looked at."""
    with turn():
        claimed = _claim(portion)
    for bundle in _bundles(claimed):
        _send(bundle)
    return len(claimed)


@transaction.atomic
def _claim(portion: int) -> list[Delivery]:
    """Take what is due out of others' reach for a while; whoever dies meanwhile sends nothing."""
    moment = timezone.now()
    waiting = Delivery.objects.filter(
        sent_at__isnull=True, given_up_at__isnull=True, due_at__lte=moment
    )
    locked = waiting.select_for_update(skip_locked=True, of=("self",))
    keys = list(locked.order_by("due_at", "pk").values_list("pk", flat=True)[:portion])
    Delivery.objects.filter(pk__in=keys).update(due_at=moment + CLAIM)
    found = Delivery.objects.filter(pk__in=keys).select_related("notice__person")
    return list(found.order_by("notice__person", "pk"))


def _bundles(claimed: Iterable[Delivery]) -> Iterable[list[Delivery]]:
    """Put what belongs in one daily mail together; all else goes out by itself."""

    def belongs(delivery: Delivery) -> tuple[int, int]:
        return delivery.notice.person_id, 0 if delivery.in_digest else delivery.pk

    return [list(bundle) for _key, bundle in groupby(sorted(claimed, key=belongs), belongs)]


def _send(bundle: list[Delivery]) -> None:
    """Send, and write down how it went. Trouble outside never reaches the deed that told."""
    try:
        _carry(bundle)
    except Exception as problem:
        log.warning("A notice could not be sent: %s", problem)
        with turn():
            _failed(bundle, f"{type(problem).__name__}: {problem}")
        return
    with turn():
        keys = [delivery.pk for delivery in bundle]
        Delivery.objects.filter(pk__in=keys).update(sent_at=timezone.now(), error="")


def _carry(bundle: list[Delivery]) -> None:
    notices = [delivery.notice for delivery in bundle]
    if bundle[0].channel == Channel.SMS:
        sms.send(notices[0])
    elif bundle[0].in_digest:
        letters.digest(notices).send()
    else:
        letters.letter(notices[0]).send()


def _failed(bundle: list[Delivery], why: str) -> None:
    moment = timezone.now()
    for delivery in bundle:
        delivery.tries += 1
        delivery.error = why[:300]
        delivery.due_at = moment + back_off(delivery.tries)
        delivery.given_up_at = moment if delivery.tries >= MOST_TRIES else None
        delivery.save(update_fields=["tries", "error", "due_at", "given_up_at"])
