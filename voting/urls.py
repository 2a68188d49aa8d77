from django.urls import path

from voting import views

app_name = "voting"

urlpatterns = [
    path("items/<int:item_id>/votes/", views.item_votes, name="item_votes"),
    path("votes/<int:vote_id>/", views.vote, name="vote"),
    path("votes/<int:vote_id>/ballot/", views.ballot, name="ballot"),
    path("meetings/<int:meeting_id>/votes/running/", views.running, name="running"),
]
