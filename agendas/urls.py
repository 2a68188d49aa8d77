"""The doors of agendas."""

from django.urls import path

from agendas.views import access, copying, desk, items, programme, templates

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
    path("programme/", programme.page, name="programme"),
    path("programme/export/", programme.export, name="programme_export"),
    path("programme/entries/new/", programme.new, name="entry_new"),
    path("programme/entries/<int:pk>/", programme.entry, name="entry"),
    path("programme/entries/<int:pk>/edit/", programme.edit, name="entry_edit"),
    path("programme/entries/<int:pk>/confirmation/", programme.confirm, name="entry_confirm"),
    path("programme/entries/<int:pk>/month/", programme.move, name="entry_move"),
    path("programme/entries/<int:pk>/drop/", programme.drop, name="entry_drop"),
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
