"""The doors of papers."""

from django.urls import path

from papers.views import access, advice, marks, openings, reading, tabling

app_name = "papers"

urlpatterns = [
    path("items/<int:pk>/papers/", reading.under_item, name="list"),
    path("items/<int:pk>/papers/new/", tabling.new, name="upload"),
    path("meetings/<int:pk>/openings/", openings.openings, name="openings"),
    path("submissions/<int:pk>/papers/", reading.in_submission, name="of_submission"),
    path("submissions/<int:pk>/papers/new/", tabling.attach, name="attach"),
    path("advices/<int:pk>/answer/", advice.answer, name="answer"),
    path("items/<int:pk>/papers/consent/", tabling.consent, name="consent"),
    path("items/<int:pk>/papers/refusal/", tabling.refuse, name="refuse"),
    path("papers/<int:pk>/", reading.paper, name="paper"),
    path("papers/<int:pk>/reader/", reading.reader, name="reader"),
    path("papers/<int:pk>/file/", reading.file, name="file"),
    path("papers/<int:pk>/versions/new/", tabling.new_version, name="replace"),
    path("papers/<int:pk>/withdrawal/", tabling.withdraw, name="withdraw"),
    path("papers/<int:pk>/access/", access.access, name="access"),
    path("papers/<int:pk>/access/<slug:kind>/<int:key>/", access.revoke, name="access_end"),
    path("papers/<int:pk>/restriction/", access.restriction, name="restrict"),
    path("meetings/<int:pk>/as-seen/", access.as_seen, name="as_seen"),
    path("papers/<int:pk>/annotations/", marks.annotations, name="annotations"),
    path("annotations/<uuid:uuid>/", marks.annotation, name="annotation"),
]
