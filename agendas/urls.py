"""The doors of agendas."""

from django.urls import path

from agendas.views import access, desk, items, late, sections, versions

app_name = "agendas"

urlpatterns = [
    path("meetings/<int:pk>/agenda/", desk.agenda, name="agenda"),
    path("meetings/<int:pk>/agenda/lines/", desk.lines, name="lines"),
    path("meetings/<int:pk>/agenda/versions/", versions.versions, name="versions"),
    path("meetings/<int:pk>/agenda/publication/", desk.publish, name="publish"),
    path("meetings/<int:pk>/agenda/order/", desk.arrange, name="arrange"),
    path("meetings/<int:pk>/agenda/items/new/", items.new, name="item_new"),
    path("meetings/<int:pk>/agenda/items/urgent/", late.urgent, name="item_urgent"),
    path("meetings/<int:pk>/agenda/headings/new/", sections.new, name="section_new"),
    path("headings/<int:pk>/edit/", sections.edit, name="section_edit"),
    path("headings/<int:pk>/place/", sections.place, name="section_place"),
    path("headings/<int:pk>/removal/", sections.remove, name="section_remove"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/edit/", items.edit, name="item_edit"),
    path("items/<int:pk>/place/", desk.place, name="item_place"),
    path("items/<int:pk>/above/", desk.nest, name="item_nest"),
    path("items/<int:pk>/heading/", desk.head, name="item_head"),
    path("items/<int:pk>/check/", desk.check, name="item_check"),
    path("items/<int:pk>/consent/", late.consent, name="item_consent"),
    path("items/<int:pk>/consent/request/", late.ask, name="item_ask"),
    path("items/<int:pk>/deferral/", late.defer, name="item_defer"),
    path("items/<int:pk>/withdrawal/", items.withdraw, name="item_withdraw"),
    path("items/<int:pk>/objection/", items.objection, name="item_object"),
    path("items/<int:pk>/room/", items.room, name="item_room"),
    path("items/<int:pk>/access/", access.access, name="item_access"),
    path("items/<int:pk>/access/<int:person_pk>/", access.revoke, name="item_access_end"),
    path("items/<int:pk>/restriction/", access.restriction, name="item_restrict"),
]
