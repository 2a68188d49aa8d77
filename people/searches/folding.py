"""Words of a list found in the database, with or without their marks."""

from typing import Any, TypeVar, cast

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import CharField, F, Func, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.dispatch import receiver

from core.text import fold

M = TypeVar("M", bound=Model)
LETTERS = {
    chr(code): bare
    for code in range(0xC0, 0x1F00)
    if len(bare := fold(chr(code))) == 1 and bare.isascii()
}


class Folded(Func):
    """Text as ``core.text.fold`` makes it, on both databases."""

    function = "FOLDED"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **facts: Any) -> Any:
        """Let the database translate letter by letter what has marks."""
        pairs = f"'{''.join(LETTERS)}', '{''.join(LETTERS.values())}'"
        form = f"TRANSLATE(LOWER(NORMALIZE(%(expressions)s, NFC)), {pairs})"
        return super().as_sql(compiler, connection, template=form, **facts)


@receiver(connection_created)
def teach(connection: BaseDatabaseWrapper, **facts: Any) -> None:
    """Teach SQLite to fold."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("FOLDED", 1, _folded, deterministic=True)


def holding(things: QuerySet[M], words: str, *fields: str) -> QuerySet[M]:
    """Keep what holds every word somewhere in these fields."""
    asked = fold(words.replace("\0", " ")).split()
    if not asked:
        return things
    spaced = [part for name in fields for part in (_text(name), Value(" "))]
    text = Folded(Concat(*spaced, output_field=TextField()))
    every: QuerySet[M] = cast("QuerySet[M]", things.alias(folded=text))
    return every.filter(*(Q(folded__contains=word) for word in asked))


def _text(name: str) -> Cast:
    return Cast(F(name), CharField())


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text)
