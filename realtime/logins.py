"""Who a session cookie belongs to, asked for many sockets at once."""

import asyncio
import hashlib
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from realtime.workers import Workers

if TYPE_CHECKING:
    from people.models import Person


class Logins:
    """Looks sessions up in batches: those that ask while one look-up runs are the next."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self.waiting: dict[str, asyncio.Future[Person | None]] = {}
        self.task: asyncio.Task[None] | None = None

    async def find(self, session_key: str) -> "Person | None":
        """Return the person signed in with this session, or None."""
        if session_key not in self.waiting:
            self.waiting[session_key] = asyncio.get_running_loop().create_future()
        future = self.waiting[session_key]
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._look_up())
        return await asyncio.shield(future)

    async def _look_up(self) -> None:
        while self.waiting:
            batch, self.waiting = self.waiting, {}
            try:
                found = await self.workers.call(people_of, list(batch))
            except Exception as problem:
                _tell_all(batch.values(), problem)
                continue
            for key, future in batch.items():
                future.set_result(found.get(key))


def people_of(session_keys: Iterable[str]) -> "dict[str, Person]":
    """Return the persons whose sessions are valid now, each checked as a page view would."""
    rows = Session.objects.filter(session_key__in=session_keys, expire_date__gt=timezone.now())
    sessions = {row.session_key: row.get_decoded() for row in rows}
    ids = {data[SESSION_KEY] for data in sessions.values() if SESSION_KEY in data}
    persons: dict[Any, Person] = {
        str(pk): p for pk, p in get_user_model().objects.in_bulk(ids).items()
    }
    return {
        key: person
        for key, data in sessions.items()
        if (person := persons.get(data.get(SESSION_KEY))) and _is_valid(person, data)
    }


def fingerprint(session_key: str) -> str:
    """Name a session without giving it away."""
    return hashlib.sha256(session_key.encode()).hexdigest()


def _is_valid(person: "Person", data: dict[str, Any]) -> bool:
    """Tell whether the login still stands: active, known backend, password not changed since."""
    known = data.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
    if not (person.is_active and known):
        return False
    hashes = [person.get_session_auth_hash(), *person.get_session_auth_fallback_hash()]
    return any(map(partial(constant_time_compare, data.get(HASH_SESSION_KEY, "")), hashes))


def _tell_all(futures: "Iterable[asyncio.Future[Person | None]]", problem: Exception) -> None:
    for future in futures:
        future.set_exception(problem)
