"""The doors of the demonstration. Outside demo mode there is none."""

from django.conf import settings
from django.urls import URLPattern, path

from config.demo import views

app_name = "demo"

doors = [
    path("", views.page, name="page"),
    path("status/", views.status, name="status"),
    path("simulation/", views.start, name="start"),
    path("simulation/end/", views.stop, name="stop"),
    path("session/", views.renew, name="renew"),
]
urlpatterns: list[URLPattern] = doors if settings.DEMO else []
