"""The doors of the exchange."""

from django.urls import path

from exchange.views import agenda, oparl, release, released

app_name = "exchange"

urlpatterns = [
    path("meetings/<int:pk>/agenda.pdf", agenda.pdf, name="agenda_pdf"),
    path("meetings/<int:pk>/agenda.docx", agenda.word, name="agenda_docx"),
    path("meetings/<int:pk>/agenda.xml", agenda.xml, name="agenda_xml"),
    path("meetings/<int:pk>/agenda.json", oparl.agenda, name="agenda_json"),
    path("meetings/<int:pk>/release/", release.page, name="release"),
    path("releases/<int:pk>/confirmation/", release.confirm, name="release_confirm"),
    path("releases/<int:pk>/withdrawal/", release.take_back, name="release_take_back"),
    path("meetings/<int:pk>/decisions/", released.decisions, name="decisions"),
    path("released/", released.released, name="released"),
    path("released/<int:pk>/", released.meeting, name="released_meeting"),
    path("released/<int:pk>/papers/<int:version>/", released.paper, name="released_paper"),
    path("released/<int:pk>/papers/<int:version>/file/", released.file, name="released_file"),
    path("oparl/v1.1/", oparl.system, name="oparl"),
    path("oparl/v1.1/bodies/", oparl.bodies, name="oparl_bodies"),
    path("oparl/v1.1/body/<int:pk>/<slug:name>/", oparl.of_body, name="oparl_list"),
    path(
        "oparl/v1.1/organization/<slug:key>/<slug:name>/",
        oparl.of_organization,
        name="oparl_organization_list",
    ),
    path("oparl/v1.1/file/<int:pk>/access", oparl.access, name="oparl_access"),
    path("oparl/v1.1/file/<int:pk>/download", oparl.download, name="oparl_download"),
    path("oparl/v1.1/<slug:kind>/<slug:key>/", oparl.one, name="oparl_object"),
    path("oparl/v1.1/<path:rest>", oparl.nowhere, name="oparl_nowhere"),
]
