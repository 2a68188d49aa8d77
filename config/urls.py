"""Every door of the house."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

urlpatterns = [
    path("jsi18n/", login_not_required(JavaScriptCatalog.as_view()), name="jsi18n"),
    path("", include("core.urls")),
    path("", include("realtime.urls")),
    path("", include("people.urls")),
    path("", include("meetings.urls")),
    path("", include("agendas.urls")),
    path("", include("papers.urls")),
    path("", include("voting.urls")),
    path("", include("minutes.urls")),
    path("demo/", include("config.demo.urls")),
]
