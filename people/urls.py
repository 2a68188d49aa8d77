from django.urls import path

from people.views import agencies, directory, entrance, notices, posts, searches

app_name = "people"

urlpatterns = [
    path("", entrance.home, name="home"),
    path("sign-in/", entrance.SignIn.as_view(), name="sign_in"),
    path("sign-out/", entrance.SignOut.as_view(), name="sign_out"),
    path("language/", entrance.language, name="language"),
    path("notices/", notices.listing, name="notices"),
    path("notices/read/", notices.read_all, name="notices_read"),
    path("notices/settings/", notices.wishes, name="notice_settings"),
    path("notices/<int:pk>/read/", notices.read, name="notice_read"),
    path("searches/", searches.listing, name="searches"),
    path("searches/new/", searches.keep, name="search_new"),
    path("searches/<int:pk>/", searches.opened, name="search"),
    path("searches/<int:pk>/name/", searches.rename, name="search_name"),
    path("searches/<int:pk>/place/", searches.place, name="search_place"),
    path("searches/<int:pk>/removal/", searches.drop, name="search_drop"),
    path("bodies/", directory.bodies, name="bodies"),
    path("bodies/<int:pk>/", directory.body, name="body"),
    path("bodies/<int:pk>/persons/new/", directory.person_new, name="person_new"),
    path("bodies/<int:pk>/persons/<int:person_pk>/", directory.person, name="person"),
    path("bodies/<int:pk>/persons/<int:person_pk>/password/", directory.password, name="password"),
    path("bodies/<int:pk>/seats/new/", directory.seat_new, name="seat_new"),
    path("bodies/<int:pk>/roles/new/", directory.role_new, name="role_new"),
    path("seats/<int:pk>/end/", directory.seat_end, name="seat_end"),
    path("seats/<int:pk>/substitutes/new/", directory.substitute_new, name="substitute_new"),
    path("roles/<int:pk>/end/", directory.role_end, name="role_end"),
    path("bodies/<int:pk>/agencies/", agencies.agencies, name="agencies"),
    path("bodies/<int:pk>/agencies/<int:agency_pk>/", agencies.agency, name="agency"),
    path("bodies/<int:pk>/posts/new/", posts.post_new, name="post_new"),
    path("bodies/<int:pk>/posts/<int:post_pk>/end/", posts.post_end, name="post_end"),
    path("seats/<int:pk>/assistants/new/", posts.assistant_new, name="assistant_new"),
    path("assistants/<int:pk>/end/", posts.assistant_end, name="assistant_end"),
    path("bodies/<int:pk>/groups/new/", posts.circle_new, name="circle_new"),
    path("groups/<int:pk>/", posts.circle, name="circle"),
]
