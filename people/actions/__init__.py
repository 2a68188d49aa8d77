"""The deeds of an administrator of a body, and a member's naming of a substitute."""

from people.actions.agencies import rename_agency
from people.actions.posts import (
    appoint_assistant,
    change_circle,
    end_assistance,
    end_post,
    form_circle,
    give_post,
)
from people.actions.seats import (
    add_person,
    edit_person,
    end_role,
    end_seat,
    grant_role,
    name_substitute,
    seat_person,
    set_password,
)

__all__ = [
    "add_person",
    "appoint_assistant",
    "change_circle",
    "edit_person",
    "end_assistance",
    "end_post",
    "end_role",
    "end_seat",
    "form_circle",
    "give_post",
    "grant_role",
    "name_substitute",
    "rename_agency",
    "seat_person",
    "set_password",
]
