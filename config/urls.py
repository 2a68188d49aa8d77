"""Every door of the house."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from django.views.i18n import JavaScriptCatalog

# Kept by the browser and asked after each time: the words change with a release only.
kept = cache_control(private=True, no_cache=True)
words = login_not_required(kept(conditional_page(JavaScriptCatalog.as_view())))

urlpatterns = [
    path("jsi18n/", words, name="jsi18n"),
    path("", include("core.urls")),
    path("", include("realtime.urls")),
    path("", include("people.urls")),
    path("", include("meetings.urls")),
    path("", include("agendas.urls")),
    path("", include("papers.urls")),
    path("", include("voting.urls")),
    path("", include("minutes.urls")),
    path("", include("exchange.urls")),
    path("demo/", include("config.demo.urls")),
]
