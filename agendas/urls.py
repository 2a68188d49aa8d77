"""The doors of agendas."""

from django.urls import path

from agendas.views import access, desk, items, positions, routing, submissions

app_name = "agendas"

urlpatterns = [
    path("meetings/<int:pk>/agenda/", desk.agenda, name="agenda"),
    path("meetings/<int:pk>/agenda/lines/", desk.lines, name="lines"),
    path("meetings/<int:pk>/agenda/versions/", desk.publish, name="publish"),
    path("meetings/<int:pk>/agenda/items/new/", items.new, name="item_new"),
    path("meetings/<int:pk>/positions/", positions.board, name="positions"),
    path("meetings/<int:pk>/positions/table.csv", positions.table, name="positions_table"),
    path("meetings/<int:pk>/positions/rest/", positions.rest, name="positions_rest"),
    path("meetings/<int:pk>/positions/prepared/", positions.drafts, name="positions_prepared"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/edit/", items.edit, name="item_edit"),
    path("items/<int:pk>/place/", desk.place, name="item_place"),
    path("items/<int:pk>/withdrawal/", items.withdraw, name="item_withdraw"),
    path("items/<int:pk>/objection/", items.objection, name="item_object"),
    path("items/<int:pk>/position/", positions.position, name="position"),
    path("items/<int:pk>/room/", items.room, name="item_room"),
    path("items/<int:pk>/access/", access.access, name="item_access"),
    path("items/<int:pk>/access/<slug:kind>/<int:key>/", access.revoke, name="item_access_end"),
    path("items/<int:pk>/guests/", access.invite, name="guest_new"),
    path("guests/<int:pk>/end/", access.uninvite, name="guest_end"),
    path("items/<int:pk>/restriction/", access.restriction, name="item_restrict"),
    path("submissions/", submissions.register, name="submissions"),
    path("submissions/new/", submissions.new, name="submission_new"),
    path("submissions/<int:pk>/", submissions.submission, name="submission"),
    path("submissions/<int:pk>/edit/", submissions.edit, name="submission_edit"),
    path("submissions/<int:pk>/lodging/", submissions.lodge, name="submission_lodge"),
    path("submissions/<int:pk>/withdrawal/", submissions.withdraw, name="submission_withdraw"),
    path("submissions/<int:pk>/check/", routing.check, name="submission_check"),
    path("submissions/<int:pk>/route/", routing.route, name="submission_route"),
    path("submissions/<int:pk>/place/", routing.place, name="submission_place"),
    path("submissions/<int:pk>/advices/new/", routing.ask, name="submission_ask"),
    path("advices/<int:pk>/again/", routing.again, name="advice_again"),
    path("meetings/<int:pk>/agenda/submissions/", routing.to_place, name="to_place"),
]
