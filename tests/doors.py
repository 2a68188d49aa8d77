"""The words of the table of doors."""

from dataclasses import dataclass, field

from tests.doors_world import KINDS

EVERYBODY = frozenset(KINDS) - {"anonymous"}
ROOM = frozenset({"finance", "health", "chair", "secretary", "substitute", "invitee"})
HALL = ROOM | {"guest"}  # those who may enter the meeting, guests of a single item among them
READ = ROOM | {"assistant"}  # those who may read it, assistants of members among them
HOUSE = HALL | READ
DESK = frozenset({"chair", "secretary"})
ADMIN = frozenset({"admin"})


@dataclass(frozen=True)
class Door:
    """One URL: who may enter, what the others hear, how one knocks.

    ``otherwise`` is a status for everybody else, or a table by kind (``room`` for all in the
    room and their assistants, who see the meeting); whoever is not in that table hears 404.
    """

    who: frozenset[str]
    otherwise: int | dict = 404
    method: str = "get"
    args: tuple[str, ...] = ()
    data: dict = field(default_factory=dict)
    open_to_all: bool = False

    def answer_for(self, kind: str) -> int | str:
        """Return what somebody of that kind hears."""
        if kind == "anonymous":
            closed = self.otherwise if self.open_to_all else "sign in"
            return "in" if self.open_to_all and self.who else closed
        if kind in self.who:
            return "in"
        if isinstance(self.otherwise, int):
            return self.otherwise
        room = self.otherwise.get("room", 404) if kind in HOUSE else 404
        return self.otherwise.get(kind, room)
