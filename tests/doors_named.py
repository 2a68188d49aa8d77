"""The sets of people the tables of doors speak of, and what is sent through some of them."""

from tests.doors import DESK

SEES_HIDDEN = DESK | {"finance"}
READERS = DESK | {"finance", "health", "archivist", "auditor"}
NOT_THE_DESK = {"finance": 403, "health": 403}
MEMBERS = frozenset({"finance", "health", "chair"})
SPONSOR = frozenset({"finance", "clerk"})
AGENCIES = frozenset({"finance", "health", "clerk"})
SEES_LODGED = SPONSOR | DESK | {"health"}
DESK_NOT = {"chair": 403, "secretary": 403}
NOT_AT_THE_DESK = {"finance": 403, "clerk": 403, "health": 403}

COMMAND = "0a9b1c2d-0000-4000-8000-000000000000"
MARK = {
    "uuid": "mark",
    "version": "hidden_version",
    "page": 0,
    "kind": "note",
    "geometry": {"x": 10, "y": 10},
    "style": {"color": "#cc0000"},
    "text": "Hỏi lại",
    "quote": {},
    "rev": 32,
}
CHECK_OUT = {"id": COMMAND, "do": "attendance.check_out", "with": {}}
