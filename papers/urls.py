"""The doors of papers."""

from django.urls import path

from papers.views import marks, reading, tabling

app_name = "papers"

urlpatterns = [
    path("items/<int:pk>/papers/", reading.under_item, name="list"),
    path("items/<int:pk>/papers/new/", tabling.new, name="upload"),
    path("items/<int:pk>/papers/consent/", tabling.consent, name="consent"),
    path("papers/<int:pk>/", reading.paper, name="paper"),
    path("papers/<int:pk>/reader/", reading.reader, name="reader"),
    path("papers/<int:pk>/file/", reading.file, name="file"),
    path("papers/<int:pk>/versions/new/", tabling.new_version, name="replace"),
    path("papers/<int:pk>/withdrawal/", tabling.withdraw, name="withdraw"),
    path("papers/<int:pk>/annotations/", marks.annotations, name="annotations"),
    path("annotations/<uuid:uuid>/", marks.annotation, name="annotation"),
]
