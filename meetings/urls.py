"""The doors of meetings."""

from django.urls import path

from meetings.views import (
    attendance,
    calendars,
    invitations,
    live,
    meetings,
    record,
    rooms,
    seats,
    series,
)

app_name = "meetings"

urlpatterns = [
    path("meetings/", meetings.listing, name="list"),
    path("meetings/new/", meetings.new, name="new"),
    path("meetings/<int:pk>/", meetings.page, name="page"),
    path("meetings/<int:pk>/edit/", meetings.edit, name="edit"),
    path("meetings/<int:pk>/moves/", meetings.move, name="move"),
    path("meetings/<int:pk>/chair/", meetings.chair, name="chair"),
    path("meetings/<int:pk>/invitations/", invitations.invitations, name="invitations"),
    path("meetings/<int:pk>/roll/", invitations.roll, name="roll"),
    path("participants/<int:pk>/withdrawal/", invitations.uninvite, name="uninvite"),
    path("meetings/<int:pk>/attendance/", attendance.attendance, name="attendance"),
    path("meetings/<int:pk>/attendance/all/", attendance.confirm_all, name="confirm_all"),
    path("meetings/<int:pk>/presence/", attendance.presence, name="presence"),
    path("participants/<int:pk>/attendance/", attendance.take, name="take"),
    path("meetings/<int:pk>/live/", live.live, name="live"),
    path("meetings/<int:pk>/console/", live.console, name="console"),
    path("meetings/<int:pk>/wall/", live.wall, name="wall"),
    path("meetings/<int:pk>/record/", record.record, name="record"),
    path("meetings/<int:pk>/seats/", seats.page, name="seats"),
    path("meetings/<int:pk>/seats/order/", seats.order, name="seats_order"),
    path("meetings/<int:pk>/seats/change/", seats.change, name="seats_change"),
    path("rooms/", rooms.listing, name="rooms"),
    path("rooms/new/", rooms.new, name="room_new"),
    path("rooms/<int:pk>/", rooms.edit, name="room"),
    path("series/", series.listing, name="series_list"),
    path("series/new/", series.new, name="series_new"),
    path("series/<int:pk>/", series.page, name="series"),
    path("series/<int:pk>/edit/", series.edit, name="series_edit"),
    path("series/<int:pk>/sessions/", series.plan, name="series_plan"),
    path("bodies/<int:pk>/calendar/", calendars.page, name="calendar"),
    path("bodies/<int:pk>/calendar/days/", calendars.day_new, name="calendar_day_new"),
    path(
        "bodies/<int:pk>/calendar/days/<int:day_pk>/removal/",
        calendars.day_removal,
        name="calendar_day_removal",
    ),
    path("bodies/<int:pk>/calendar/years/", calendars.fill, name="calendar_fill"),
    path("bodies/<int:pk>/calendar/choice/", calendars.choice, name="calendar_choice"),
    path("bodies/<int:pk>/calendar/own/", calendars.own, name="calendar_own"),
    path("bodies/<int:pk>/deadlines/", calendars.deadline_new, name="deadline_new"),
]
