"""The doors of the house with those of the demonstration, as demo mode has them."""

from django.urls import include, path

from config.demo.urls import app_name, doors
from config.urls import urlpatterns as house

rest = [pattern for pattern in house if getattr(pattern, "namespace", "") != app_name]
urlpatterns = [*rest, path("demo/", include((doors, app_name)))]
