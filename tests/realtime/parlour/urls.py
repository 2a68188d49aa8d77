from django.urls import include, path

from realtime import views

parlour = {"kind": "parlour"}
urlpatterns = [
    path("", include("realtime.urls")),
    path("rooms/parlours/<int:thing_id>/commands/", views.commands, parlour),
    path("rooms/parlours/<int:thing_id>/state/", views.state, parlour),
]
