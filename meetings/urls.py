"""The doors of meetings."""

from django.urls import path

from meetings.views import attendance, invitations, live, meetings, record

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
]
