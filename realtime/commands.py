"""Commands: deeds that travel over the socket, or over HTTP when there is none.

Apps register in ``ready()`` by importing their ``commands.py``::

    @command("speech.request")
    def handle(person: Person, meeting_id: int, data: dict[str, Any]) -> dict[str, Any]: ...

    @batch_command("ballot.cast")
    def handle(calls: list[Call]) -> list[dict[str, Any] | Refusal]: ...

A command carries an id made by the client. The receipt is kept in the deed's own transaction, so
a retry with the same id gets the same answer and nothing is done twice. Refusals leave no trace.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.errors import Refusal
from realtime.errors import CommandIdReused, UnknownCommand
from realtime.models import Receipt

if TYPE_CHECKING:
    from people.models import Person

Answer = dict[str, Any]
Handle = Callable[["Person", int, dict[str, Any]], Answer]
SMALL = 16 * 1024
KEEP = """
    INSERT INTO realtime_receipt (person_id, command_id, name, digest, answer, at)
    VALUES (%s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True)
class Call:
    """One command of one person, as a batch sees it."""

    person: "Person"
    meeting_id: int
    data: dict[str, Any]
    command_id: UUID
    name: str

    @property
    def key(self) -> tuple[int, UUID]:
        return self.person.pk, self.command_id

    @property
    def digest(self) -> str:
        """Tell two bodies apart: same id, same digest, same command."""
        body = repr((self.name, self.meeting_id, _sorted(self.data)))
        return hashlib.sha256(body.encode()).hexdigest()


HandleBatch = Callable[[list[Call]], Sequence[Answer | Refusal]]


@dataclass(frozen=True)
class Command:
    """A registered command: its name, the bound of its frame, and whether its calls are gathered."""

    name: str
    size: int
    is_batch: bool = False


registry: dict[str, Command] = {}
_deeds: dict[str, Handle] = {}
_batches: dict[str, HandleBatch] = {}


def command(name: str, *, size: int = SMALL) -> Callable[[Handle], Handle]:
    """Register a command; ``size`` bounds its frame in bytes."""

    def register(handle: Handle) -> Handle:
        registry[name] = Command(name, size)
        _deeds[name] = handle
        return handle

    return register


def batch_command(name: str, *, size: int = SMALL) -> Callable[[HandleBatch], HandleBatch]:
    """Register a command whose calls are gathered: one transaction a batch, one writer thread."""

    def register(handle: HandleBatch) -> HandleBatch:
        registry[name] = Command(name, size, is_batch=True)
        _batches[name] = handle
        return handle

    return register


def find(name: str) -> Command:
    """Return a registered command or refuse."""
    if name not in registry:
        raise UnknownCommand(name=name[:60])
    return registry[name]


def run_command(
    person: "Person", meeting_id: int, name: str, data: dict[str, Any], command_id: UUID | str
) -> Answer:
    """Do one command once, and return its answer; a retry returns the answer of the first time."""
    found = find(name)
    call = Call(person, meeting_id, data, UUID(str(command_id)), name)
    if not found.is_batch:
        return _run_one(call)
    answer = run_batch([call])[0]
    if isinstance(answer, Refusal):
        raise answer
    return answer


def _run_one(call: Call) -> Answer:
    """Do the deed; if it was done before, it cannot be stored again, and the receipt answers."""
    try:
        return _do_and_store(call)
    except (IntegrityError, Refusal):
        receipt = _receipts([call]).get(call.key)
        if receipt is None:
            raise
        return _answer_of(receipt, call)


@transaction.atomic
def _do_and_store(call: Call) -> Answer:
    answer = _deeds[call.name](call.person, call.meeting_id, call.data)
    Receipt.objects.create(**_fields(call), answer=answer)
    return answer


def run_batch(calls: list[Call]) -> list[Answer | Refusal]:
    """Do calls of one command in one transaction; another process may have done some meanwhile."""
    try:
        return _run_batch(calls)
    except IntegrityError:
        return _run_batch(calls)


@transaction.atomic
def _run_batch(calls: list[Call]) -> list[Answer | Refusal]:
    handle = _batches[calls[0].name]
    known = _receipts(calls)
    first = {call.key: call for call in reversed(calls) if call.key not in known}
    new = list(reversed(first.values()))
    answers = dict(zip((call.key for call in new), handle(new) if new else (), strict=True))
    done = [Receipt(**_fields(c), answer=a) for c in new if isinstance(a := answers[c.key], dict)]
    _keep(done)
    known.update({(r.person_id, r.command_id): r for r in done})
    return [_settle(call, known, answers) for call in calls]


def _keep(receipts: list[Receipt]) -> None:
    """Write the receipts of a batch in one statement: model by model would cost more than the deed."""
    text, native = connection.ops.adapt_json_value, connection.features.has_native_uuid_field
    rows = [
        (
            one.person_id,
            one.command_id if native else one.command_id.hex,
            one.name,
            one.digest,
            text(one.answer, None),
            connection.ops.adapt_datetimefield_value(one.at),
        )
        for one in receipts
    ]
    with connection.cursor() as cursor:
        cursor.executemany(KEEP, rows)


def _settle(
    call: Call,
    known: dict[tuple[int, UUID], Receipt],
    answers: dict[tuple[int, UUID], Answer | Refusal],
) -> Answer | Refusal:
    """Find one call's answer: from its receipt, or the refusal of this time."""
    if call.key not in known:
        return answers[call.key]
    try:
        return _answer_of(known[call.key], call)
    except CommandIdReused as refusal:
        return refusal


def _receipts(calls: list[Call]) -> dict[tuple[int, UUID], Receipt]:
    """Read the receipts these ids already have, in one query."""
    wanted = {call.key for call in calls}
    found = Receipt.objects.filter(command_id__in=[call.command_id for call in calls])
    return {key: r for r in found if (key := (r.person_id, r.command_id)) in wanted}


def _answer_of(receipt: Receipt, call: Call) -> Answer:
    """Return the stored answer, if the command is the same one."""
    if receipt.digest != call.digest:
        raise CommandIdReused
    answer: Answer = receipt.answer
    return answer


def _fields(call: Call) -> dict[str, Any]:
    return {
        "person": call.person,
        "command_id": call.command_id,
        "name": call.name,
        "digest": call.digest,
        "at": timezone.now(),
    }


def _sorted(value: Any) -> Any:
    """Put dictionaries in order, so that equal bodies look equal."""
    if isinstance(value, dict):
        return sorted((key, _sorted(item)) for key, item in value.items())
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    return value
