"""The base of every policy: one question, one refusal."""

from django.utils.functional import Promise

from core.errors import NotAllowed


class Forbidden(NotAllowed):
    """A refusal with a sentence of its own."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__()
        self.why = why

    @property
    def code(self) -> str:
        return "not_allowed"

    @property
    def sentence(self) -> str:
        return str(self.why)


def require(allowed: bool, why: str | Promise | None = None) -> None:
    """Raise ``NotAllowed`` unless ``allowed``."""
    if allowed:
        return
    raise Forbidden(why) if why else NotAllowed()
