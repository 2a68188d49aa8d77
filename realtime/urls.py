"""The doors for who has no socket."""

from django.urls import path

from realtime import views

app_name = "realtime"
urlpatterns = [
    path(
        "rooms/meetings/<int:thing_id>/commands/",
        views.commands,
        {"kind": "meeting"},
        name="commands",
    ),
    path("rooms/meetings/<int:thing_id>/state/", views.state, {"kind": "meeting"}, name="state"),
]
