"""The doors of agendas and submissions: this URL, for this thing, lets these people in."""

from tests.doors import CHAIR, DESK, EVERYBODY, HOUSE, Door
from tests.doors_named import (
    DESK_NOT,
    MEMBERS,
    NOT_AT_THE_DESK,
    NOT_THE_DESK,
    SEES_HIDDEN,
    SEES_LODGED,
    SPONSOR,
)

AGENDAS = {
    # --- agendas ------------------------------------------------------------------------------
    "agendas:agenda": Door(HOUSE, args=("meeting",)),
    "agendas:lines": Door(HOUSE, args=("meeting",)),
    "agendas:versions": Door(HOUSE, args=("meeting",)),
    "agendas:publish": Door(DESK, {"room": 403}, "post", ("meeting",)),
    "agendas:arrange": Door(DESK, {"room": 403}, "post", ("meeting",)),
    "agendas:items_deed": Door(
        DESK, {"room": 403}, "post", ("meeting", "deed"), {"row": ["hidden"]}
    ),
    "agendas:section_new": Door(DESK, {"room": 403}, args=("meeting",)),
    "agendas:section_edit": Door(DESK, {"room": 403}, args=("heading",)),
    "agendas:section_place": Door(DESK, {"room": 403}, "post", ("heading",), {"to": 1}),
    "agendas:section_remove": Door(DESK, {"room": 403}, "post", ("heading",)),
    "agendas:item_urgent": Door(CHAIR, {"room": 403}, args=("meeting",)),
    "agendas:item_nest": Door(DESK, {"finance": 403}, "post", ("hidden",)),
    "agendas:item_head": Door(DESK, {"finance": 403}, "post", ("hidden",)),
    "agendas:item_check": Door(DESK, {"finance": 403}, "post", ("hidden",), {"checked": "yes"}),
    "agendas:item_ask": Door(DESK, {"finance": 403}, args=("hidden",)),
    "agendas:item_consent": Door(CHAIR, {"finance": 403, "secretary": 403}, "post", ("hidden",)),
    "agendas:item_refuse": Door(CHAIR, {"finance": 403, "secretary": 403}, args=("hidden",)),
    "agendas:item_take_up": Door(CHAIR, {"finance": 403, "secretary": 403}, args=("hidden",)),
    "agendas:item_defer": Door(DESK, {"finance": 403}, args=("hidden",)),
    "agendas:copy": Door(DESK, {"room": 403}, args=("meeting",)),
    "agendas:templates": Door(DESK, 403),
    "agendas:template_new": Door(DESK, 403),
    "agendas:template": Door(DESK, args=("template",)),
    "agendas:template_remove": Door(DESK, 404, "post", ("template",)),
    "agendas:template_apply": Door(
        DESK, {"room": 403}, "post", ("meeting",), {"template": "template"}
    ),
    "agendas:template_keep": Door(DESK, {"room": 403}, "post", ("meeting",), {"name": "Mẫu"}),
    "agendas:programme": Door(MEMBERS | DESK | {"clerk"}),
    "agendas:programme_export": Door(MEMBERS | DESK | {"clerk"}),
    "agendas:entry_new": Door(DESK, 403),
    "agendas:entry": Door(MEMBERS | DESK | {"clerk"}, args=("entry",)),
    "agendas:entry_edit": Door(DESK, {**NOT_THE_DESK, "clerk": 403}, args=("entry",)),
    "agendas:entry_confirm": Door(DESK, {**NOT_THE_DESK, "clerk": 403}, "post", ("entry",)),
    "agendas:entry_move": Door(DESK, {**NOT_THE_DESK, "clerk": 403}, "post", ("entry",)),
    "agendas:entry_drop": Door(DESK, {**NOT_THE_DESK, "clerk": 403}, "post", ("entry",)),
    "agendas:item_new": Door(DESK, {"room": 403}, args=("meeting",)),
    "agendas:item": Door(SEES_HIDDEN, args=("hidden",)),
    "agendas:item_edit": Door(DESK, {"finance": 403}, args=("hidden",)),
    "agendas:item_place": Door(DESK, {"finance": 403}, "post", ("hidden",), {"to": 1}),
    "agendas:item_withdraw": Door(DESK, {"finance": 403}, args=("hidden",)),
    "agendas:item_object": Door(SEES_HIDDEN, {}, "post", ("hidden",)),
    "agendas:positions": Door(DESK, {"room": 403}, args=("meeting",)),
    "agendas:positions_table": Door(DESK, {"room": 403}, args=("meeting",)),
    "agendas:positions_rest": Door(
        MEMBERS, {"room": 403}, "post", ("meeting",), {"item": "second"}
    ),
    "agendas:positions_prepared": Door(
        MEMBERS, {"room": 403}, "post", ("meeting",), {"up_to": "2020-01-01T08:00:00.000000+0700"}
    ),
    "agendas:positions_confirm": Door(
        MEMBERS,
        {"room": 403},
        "post",
        ("meeting",),
        {"item": "second", "up_to": "2020-01-01T08:00:00.000000+0700"},
    ),
    "agendas:position": Door(
        MEMBERS & SEES_HIDDEN, {"secretary": 403}, "post", ("hidden",), {"stance": "speak"}
    ),
    "agendas:item_room": Door(SEES_HIDDEN, args=("hidden",)),
    "agendas:item_access": Door(DESK, {"finance": 403}, args=("hidden",)),
    "agendas:item_access_end": Door(
        DESK, {"finance": 403}, "post", ("hidden", "by_name", "person")
    ),
    "agendas:guest_new": Door(
        DESK, {"finance": 403}, "post", ("hidden",), {"person": "guest", "office": "Chuyên gia"}
    ),
    "agendas:guest_end": Door(DESK, {"room": 403}, "post", ("guest_place",)),
    "agendas:item_restrict": Door(
        DESK, {"finance": 403}, "post", ("hidden",), {"restricted": "no"}
    ),
    # --- submissions --------------------------------------------------------------------------
    "agendas:submissions": Door(EVERYBODY),
    "agendas:submissions_route": Door(CHAIR, 403, "post", (), {"row": ["lodged"]}),
    "agendas:submissions_place": Door(DESK, 403, "post", (), {"row": ["lodged"]}),
    "agendas:advices": Door(EVERYBODY),
    "agendas:advices_again": Door(SPONSOR | {"secretary"}, 404, "post", (), {"row": ["advice"]}),
    "agendas:submission_new": Door(SPONSOR | {"health"}, 403),
    "agendas:submission": Door(SEES_LODGED, args=("lodged",)),
    "agendas:submission_edit": Door(SPONSOR, {"health": 403, **DESK_NOT}, args=("lodged",)),
    "agendas:submission_lodge": Door(SPONSOR, 404, "post", ("own_draft",)),
    "agendas:submission_withdraw": Door(SPONSOR, {"health": 403, **DESK_NOT}, args=("lodged",)),
    "agendas:submission_check": Door(
        frozenset({"secretary"}), {"chair": 403, **NOT_AT_THE_DESK}, args=("lodged",)
    ),
    "agendas:submission_route": Door(
        frozenset({"chair"}), {"secretary": 403, **NOT_AT_THE_DESK}, args=("lodged",)
    ),
    "agendas:submission_place": Door(DESK, NOT_AT_THE_DESK, args=("lodged",)),
    "agendas:submission_ask": Door(
        SPONSOR | {"secretary"}, {"health": 403, "chair": 403}, args=("lodged",)
    ),
    "agendas:advice_again": Door(
        SPONSOR | {"secretary"}, {"health": 403, "chair": 403}, args=("advice",)
    ),
    "agendas:to_place": Door(DESK, {"room": 403}, args=("meeting",)),
    "papers:of_submission": Door(SEES_LODGED, args=("lodged",)),
    "papers:attach": Door(SPONSOR, {"health": 403, **DESK_NOT}, args=("lodged",)),
    "papers:answer": Door(
        frozenset({"health"}), {"finance": 403, "clerk": 403, **DESK_NOT}, args=("advice",)
    ),
}
