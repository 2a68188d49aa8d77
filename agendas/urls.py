"""The doors of agendas."""

from django.urls import path

from agendas.views import access, copying, desk, items, templates

app_name = "agendas"

urlpatterns = [
    path("meetings/<int:pk>/agenda/", desk.agenda, name="agenda"),
    path("meetings/<int:pk>/agenda/lines/", desk.lines, name="lines"),
    path("meetings/<int:pk>/agenda/versions/", desk.publish, name="publish"),
    path("meetings/<int:pk>/agenda/template/", templates.fill, name="template_apply"),
    path("meetings/<int:pk>/agenda/keeping/", templates.keep, name="template_keep"),
    path("meetings/<int:pk>/copy/", copying.copy, name="copy"),
    path("agenda-templates/", templates.listing, name="templates"),
    path("agenda-templates/new/", templates.new, name="template_new"),
    path("agenda-templates/<int:pk>/", templates.edit, name="template"),
    path("agenda-templates/<int:pk>/removal/", templates.remove, name="template_remove"),
    path("meetings/<int:pk>/agenda/items/new/", items.new, name="item_new"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/edit/", items.edit, name="item_edit"),
    path("items/<int:pk>/place/", desk.place, name="item_place"),
    path("items/<int:pk>/withdrawal/", items.withdraw, name="item_withdraw"),
    path("items/<int:pk>/objection/", items.objection, name="item_object"),
    path("items/<int:pk>/room/", items.room, name="item_room"),
    path("items/<int:pk>/access/", access.access, name="item_access"),
    path("items/<int:pk>/access/<slug:kind>/<int:key>/", access.revoke, name="item_access_end"),
    path("items/<int:pk>/guests/", access.invite, name="guest_new"),
    path("guests/<int:pk>/end/", access.uninvite, name="guest_end"),
    path("items/<int:pk>/restriction/", access.restriction, name="item_restrict"),
]
