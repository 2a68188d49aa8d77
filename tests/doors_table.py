"""The table of doors. Read it as: this URL, for this thing, lets these people in."""

from tests.doors import ADMIN, CHAIR, DESK, EVERYBODY, HALL, HOUSE, READ, ROOM, Door

SEES_HIDDEN = DESK | {"finance"}
READERS = DESK | {"finance", "health", "archivist", "auditor"}
NOT_THE_DESK = {"finance": 403, "health": 403}
MEMBERS = frozenset({"finance", "health", "chair"})
SPONSOR = frozenset({"finance", "clerk"})
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

DOORS = {
    "jsi18n": Door(EVERYBODY, open_to_all=True),
    "core:healthz": Door(EVERYBODY, open_to_all=True),
    "core:styleguide": Door(EVERYBODY, open_to_all=True),
    # --- people -------------------------------------------------------------------------------
    "people:home": Door(EVERYBODY),
    "people:sign_in": Door(EVERYBODY, open_to_all=True),
    "people:sign_out": Door(EVERYBODY, method="post", open_to_all=True),
    "people:language": Door(EVERYBODY, method="post", data={"language": "vi"}, open_to_all=True),
    "people:notices": Door(EVERYBODY),
    "people:notices_read": Door(EVERYBODY, method="post"),
    "people:notice_settings": Door(EVERYBODY),
    "people:notice_read": Door(frozenset({"finance"}), method="post", args=("notice",)),
    "people:bodies": Door(ADMIN, 403),
    "people:body": Door(ADMIN, args=("body",)),
    "people:person_new": Door(ADMIN, args=("body",)),
    "people:person": Door(ADMIN, args=("body", "person")),
    "people:password": Door(ADMIN, args=("body", "person")),
    "people:seat_new": Door(ADMIN, args=("body",)),
    "people:role_new": Door(ADMIN, args=("body",)),
    "people:seat_end": Door(ADMIN, args=("seat",)),
    "people:substitute_new": Door(ADMIN | {"finance"}, args=("seat",)),
    "people:assistant_new": Door(ADMIN | {"finance"}, args=("seat",)),
    "people:role_end": Door(ADMIN, args=("grant",)),
    "people:post_new": Door(ADMIN, args=("body",)),
    "people:post_end": Door(ADMIN, args=("body", "post")),
    "people:assistant_end": Door(ADMIN, args=("assistance",)),
    "people:circle_new": Door(ADMIN, args=("body",)),
    "people:circle": Door(ADMIN, args=("circle",)),
    # --- live rooms ---------------------------------------------------------------------------
    "realtime:state": Door(HALL | {"operator"}, args=("meeting",)),
    "realtime:commands": Door(HALL, 404, "json", ("meeting",), CHECK_OUT),
    # --- meetings -----------------------------------------------------------------------------
    "meetings:list": Door(EVERYBODY),
    "meetings:new": Door(DESK, 403),
    "meetings:page": Door(HOUSE, args=("meeting",)),
    "meetings:edit": Door(DESK, {"room": 403}, args=("meeting",)),
    "meetings:move": Door(DESK, {"room": 403}, "post", ("meeting",), {"to": "suspended"}),
    "meetings:chair": Door(DESK, {"room": 403}, "post", ("meeting",), {"to": "place"}),
    "meetings:invitations": Door(READ, {"guest": 403}, args=("meeting",)),
    "meetings:roll": Door(DESK, {"room": 403}, "post", ("meeting",)),
    "meetings:letter": Door(HALL, {"assistant": 403}, args=("meeting",)),
    "meetings:letter_edit": Door(DESK, {"room": 403}, args=("meeting",)),
    "meetings:sites": Door(DESK | {"operator"}, args=("meeting",)),
    "meetings:site": Door(DESK | {"operator"}, args=("meeting", "remote_site")),
    "meetings:reply": Door(DESK | {"finance"}, {"room": 403}, args=("place",)),
    "meetings:consent": Door(DESK, {"room": 403}, "post", ("place",), {"decision": "granted"}),
    "meetings:own_calendar": Door(EVERYBODY),
    "meetings:calendar_renew": Door(EVERYBODY, method="post"),
    "meetings:feed": Door(EVERYBODY, args=("feed",), open_to_all=True),
    "meetings:uninvite": Door(DESK, {"room": 403}, "post", ("place",)),
    "meetings:attendance": Door(DESK, {"room": 403}, args=("meeting",)),
    "meetings:confirm_all": Door(DESK, {"room": 403}, "post", ("meeting",)),
    "meetings:presence": Door(HALL, {"room": 403}, "post", ("meeting",), {"to": "checked_in"}),
    "meetings:take": Door(DESK, {"room": 403}, "post", ("place",), {"to": "left"}),
    "meetings:live": Door(HALL, {"room": 403}, args=("meeting",)),
    "meetings:console": Door(DESK, {"room": 403}, args=("meeting",)),
    "meetings:wall": Door(ROOM | {"operator"}, args=("meeting",)),
    "meetings:record": Door(DESK, {"room": 403}, args=("meeting",)),
    "meetings:seats": Door(ROOM, {"guest": 403}, args=("meeting",)),
    "meetings:seats_order": Door(DESK, {"room": 403}, "post", ("meeting",), {"room": "room"}),
    "meetings:seats_change": Door(
        DESK, {"room": 403}, "post", ("meeting",), {"place": "place", "seat": ""}
    ),
    "meetings:rooms": Door(DESK, 403),
    "meetings:room_new": Door(DESK, 403),
    "meetings:room": Door(DESK, args=("room",)),
    "meetings:series_list": Door(DESK, 403),
    "meetings:series_new": Door(DESK, 403),
    "meetings:series": Door(DESK, args=("series",)),
    "meetings:series_edit": Door(DESK, args=("series",)),
    "meetings:series_plan": Door(DESK, 404, "post", ("series",), {"until": "2020-01-01"}),
    "meetings:calendar": Door(ADMIN, args=("body",)),
    "meetings:calendar_day_new": Door(ADMIN, 404, "post", ("body",), {"name": "?"}),
    "meetings:calendar_day_removal": Door(ADMIN, 404, "post", ("body", "day")),
    "meetings:calendar_fill": Door(ADMIN, 404, "post", ("body",), {"year": 2027}),
    "meetings:calendar_choice": Door(ADMIN, 404, "post", ("body",), {"calendar": "calendar"}),
    "meetings:calendar_own": Door(ADMIN, 404, "post", ("body",)),
    "meetings:deadline_new": Door(ADMIN, 404, "post", ("body",)),
    # --- agendas ------------------------------------------------------------------------------
    "agendas:agenda": Door(HOUSE, args=("meeting",)),
    "agendas:lines": Door(HOUSE, args=("meeting",)),
    "agendas:versions": Door(HOUSE, args=("meeting",)),
    "agendas:publish": Door(DESK, {"room": 403}, "post", ("meeting",)),
    "agendas:arrange": Door(DESK, {"room": 403}, "post", ("meeting",)),
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
    "agendas:programme": Door(MEMBERS | DESK),
    "agendas:programme_export": Door(MEMBERS | DESK),
    "agendas:entry_new": Door(DESK, 403),
    "agendas:entry": Door(MEMBERS | DESK, args=("entry",)),
    "agendas:entry_edit": Door(DESK, NOT_THE_DESK, args=("entry",)),
    "agendas:entry_confirm": Door(DESK, NOT_THE_DESK, "post", ("entry",)),
    "agendas:entry_move": Door(DESK, NOT_THE_DESK, "post", ("entry",)),
    "agendas:entry_drop": Door(DESK, NOT_THE_DESK, "post", ("entry",)),
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
    # --- papers -------------------------------------------------------------------------------
    "papers:list": Door(SEES_HIDDEN, args=("hidden",)),
    "papers:consent": Door(CHAIR, {"finance": 403, "secretary": 403}, "post", ("hidden",)),
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

DRAW = {"annotation": MARK}
ITEM = {"item": "item"}
# Every command of the socket: who may give it, and what it is given with. Everybody else is refused.
COMMANDS = {
    "attendance.check_in": (HALL, {}),
    "attendance.check_out": (HALL, {}),
    "attendance.confirm": (DESK, {"p": "place"}),
    "attendance.confirm_all": (DESK, {}),
    "attendance.excuse": (DESK, {"p": "place", "reason": "Công tác"}),
    "attendance.leave": (DESK, {"p": "place"}),
    "meeting.move": (DESK, {"to": "suspended"}),
    "chair.hand_over": (DESK, {"to": "place", "p": "place", "reason": "Bận"}),
    "item.open": (DESK, ITEM),
    "item.close": (DESK, ITEM),
    "item.object": (MEMBERS | DESK, ITEM),
    "agenda.adopt": (DESK, {"items": ["item"]}),
    "adoption.call": (DESK, {"items": ["second"]}),
    "adoption.end_call": (DESK, {}),
    "adoption.object": (MEMBERS, {"item": "second"}),
    "position.give": (MEMBERS, {"item": "second", "stance": "no_objection"}),
    "position.withdraw": (MEMBERS, {"item": "second"}),
    "speech.request": (ROOM - {"secretary"}, {}),
    "speech.withdraw": (HALL - {"secretary"}, {}),
    "speech.call": (DESK, {"id": "speech"}),
    "speech.end": (DESK | {"finance"}, {"id": "speech"}),
    "timer.start": (DESK, {"label": "Báo cáo", "seconds": 60}),
    "timer.pause": (DESK, {}),
    "timer.resume": (DESK, {}),
    "timer.stop": (DESK, {}),
    "vote.open": (DESK, {"item": "item", "question": "Thông qua?"}),
    "vote.close": (DESK, {"vote": "vote"}),
    "vote.void": (DESK, {"vote": "vote", "reason": "Nhầm"}),
    "ballot.cast": (MEMBERS, {"vote": "vote", "choice": "yes"}),
    "annotation.save": (SEES_HIDDEN, DRAW),
    "annotation.delete": (frozenset({"finance"}), {"uuid": "own_mark", "rev": 64}),
}
