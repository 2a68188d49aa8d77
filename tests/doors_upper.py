"""The doors of the floors above the agendas: papers, votes, minutes, the exchange."""

from tests.doors import CHAIR, DESK, EVERYBODY, HALL, HOUSE, ROOM, Door
from tests.doors_named import (
    AGENCIES,
    COMMAND,
    MARK,
    MEMBERS,
    NOT_THE_DESK,
    READERS,
    SEES_HIDDEN,
)

UPPER = {
    # --- papers -------------------------------------------------------------------------------
    "papers:list": Door(SEES_HIDDEN, args=("hidden",)),
    "papers:consent": Door(CHAIR, {"finance": 403, "secretary": 403}, "post", ("hidden",)),
    "papers:refuse": Door(CHAIR, {"finance": 403, "secretary": 403}, args=("hidden",)),
    "papers:upload": Door(DESK, {"finance": 403}, args=("hidden",)),
    "papers:openings": Door(DESK, {"room": 403}, args=("meeting",)),
    "papers:paper": Door(SEES_HIDDEN, args=("hidden_paper",)),
    "papers:reader": Door(SEES_HIDDEN, args=("hidden_paper",)),
    "papers:file": Door(SEES_HIDDEN, args=("hidden_paper",)),
    "papers:replace": Door(DESK, {"finance": 403}, args=("hidden_paper",)),
    "papers:withdraw": Door(DESK, {"finance": 403}, args=("hidden_paper",)),
    "papers:access": Door(DESK, {"finance": 403}, args=("hidden_paper",)),
    "papers:access_end": Door(
        DESK, {"finance": 403}, "post", ("hidden_paper", "by_name", "person")
    ),
    "papers:restrict": Door(
        DESK, {"finance": 403}, "post", ("hidden_paper",), {"restricted": "yes"}
    ),
    "papers:as_seen": Door(DESK, {"room": 403}, args=("meeting",)),
    "papers:annotations": Door(SEES_HIDDEN, args=("hidden_paper",)),
    "papers:annotation": Door(SEES_HIDDEN, 404, "put", ("mark",), MARK),
    # --- voting -------------------------------------------------------------------------------
    "voting:item_votes": Door(SEES_HIDDEN, args=("hidden",)),
    "voting:vote": Door(ROOM, args=("vote",)),
    "voting:ballot": Door(
        MEMBERS,
        {"room": 403, "guest": 404, "assistant": 404},
        "post",
        ("vote",),
        {"choice": "yes", "command": COMMAND},
    ),
    "voting:running": Door(HALL, args=("meeting",)),
    # --- minutes and archive ------------------------------------------------------------------
    "minutes:minutes": Door(DESK | {"finance", "health"}, args=("over",)),
    "minutes:draft": Door(DESK, NOT_THE_DESK, "post", ("over",)),
    "minutes:approve": Door(DESK, method="post", args=("over",)),
    "minutes:reopen": Door(DESK, method="post", args=("over",)),
    "minutes:sign": Door(DESK, method="post", args=("over",)),
    "minutes:seal": Door(DESK, NOT_THE_DESK, "post", ("over",)),
    "minutes:file": Door(DESK, args=("over",)),
    "minutes:block": Door(DESK, args=("block",)),
    "minutes:sheet": Door(EVERYBODY, args=("layout",), open_to_all=True),
    "minutes:archive": Door(EVERYBODY),
    "minutes:archived": Door(READERS, args=("archived",)),
    "minutes:verify": Door(READERS, args=("archived",)),
    "minutes:archived_file": Door(READERS, args=("archived",)),
    "minutes:record": Door(READERS, args=("archived",)),
    # --- exchange -----------------------------------------------------------------------------
    "exchange:agenda_pdf": Door(HOUSE, args=("meeting",)),
    "exchange:agenda_docx": Door(HOUSE, args=("meeting",)),
    "exchange:agenda_xml": Door(HOUSE, args=("meeting",)),
    "exchange:agenda_json": Door(HOUSE, args=("meeting",)),
    "exchange:release": Door(DESK, {"room": 403}, args=("meeting",)),
    "exchange:release_confirm": Door(DESK, {"room": 403}, "post", ("gate",)),
    "exchange:release_take_back": Door(DESK, {"room": 403}, args=("gate",)),
    "exchange:decisions": Door(DESK | MEMBERS, args=("decided",)),
    "exchange:released": Door(AGENCIES),
    "exchange:released_meeting": Door(AGENCIES, args=("decided",)),
    "exchange:released_paper": Door(AGENCIES, args=("decided", "released_version")),
    "exchange:released_file": Door(AGENCIES, args=("decided", "released_version")),
    "exchange:oparl": Door(EVERYBODY, open_to_all=True),
    "exchange:oparl_bodies": Door(EVERYBODY, open_to_all=True),
    "exchange:oparl_list": Door(EVERYBODY, args=("body", "meetings"), open_to_all=True),
    "exchange:oparl_organization_list": Door(
        EVERYBODY, args=("main_organization", "meetings"), open_to_all=True
    ),
    "exchange:oparl_access": Door(EVERYBODY, args=("public_file",), open_to_all=True),
    "exchange:oparl_download": Door(EVERYBODY, args=("public_file",), open_to_all=True),
    "exchange:oparl_object": Door(EVERYBODY, args=("kind", "public_meeting"), open_to_all=True),
    "exchange:oparl_nowhere": Door(frozenset(), args=("nowhere",), open_to_all=True),
}
