from django.urls import path

from minutes.views import archive, blocks, desk

app_name = "minutes"

urlpatterns = [
    path("meetings/<int:pk>/minutes/", desk.minutes, name="minutes"),
    path("meetings/<int:pk>/minutes/draft/", desk.draft, name="draft"),
    path("meetings/<int:pk>/minutes/approve/", desk.approve, name="approve"),
    path("meetings/<int:pk>/minutes/reopen/", desk.reopen, name="reopen"),
    path("meetings/<int:pk>/minutes/sign/", desk.sign, name="sign"),
    path("meetings/<int:pk>/minutes/seal/", desk.seal, name="seal"),
    path("meetings/<int:pk>/minutes/file/", desk.file, name="file"),
    path("minutes/blocks/<int:pk>/", blocks.block, name="block"),
    path("minutes/sheets/<slug:layout>.css", blocks.sheet, name="sheet"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<int:pk>/", archive.archived, name="archived"),
    path("archive/<int:pk>/verify/", archive.verify, name="verify"),
    path("archive/<int:pk>/file/", archive.file, name="archived_file"),
    path("archive/<int:pk>/record/", archive.record, name="record"),
]
