"""The pages of a submission's papers, and the page on which an agency answers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agendas.actions import ask_advice
from papers.models import Paper
from tests.papers import files
from tests.papers.folder import Folder
from tests.submitting import agency


@pytest.fixture
def folder(register):
    return Folder(register)


def test_the_pages_of_a_submissions_papers(client, folder):
    submission = folder.submission
    client.force_login(folder.clerk)
    shown = client.get(reverse("papers:of_submission", args=[submission.pk])).content.decode()
    assert "Thiếu tờ trình." in shown
    upload = reverse("papers:attach", args=[submission.pk])
    assert client.get(upload).status_code == 200
    sent = {"title": "Tờ trình", "role": "submission", "file": _file()}
    answer = client.post(upload, sent)
    assert answer.url == reverse("agendas:submission", args=[submission.pk])
    assert client.post(upload, {"title": "Thiếu tệp", "role": "draft"}).status_code == 422
    assert client.post(upload, {**sent, "role": "advice", "file": _file()}).status_code == 422

    paper = Paper.objects.get()
    for name in ("paper", "reader", "replace", "withdraw"):
        assert client.get(reverse(f"papers:{name}", args=[paper.pk])).status_code == 200
    got = client.get(reverse("papers:file", args=[paper.pk]))
    assert b"".join(got.streaming_content).startswith(b"%PDF")
    answer = client.post(reverse("papers:withdraw", args=[paper.pk]), {"reason": "Nhầm"})
    assert answer.url == reverse("agendas:submission", args=[submission.pk])


def test_the_page_of_an_answer(client, register, folder):
    (advice,) = ask_advice(folder.clerk, folder.submission, agencies=[agency("health")])
    client.force_login(register.clerk("health"))
    url = reverse("papers:answer", args=[advice.pk])
    assert client.get(url).status_code == 200
    answer = client.post(url, {"answer": "disagree", "text": ""})
    assert answer.status_code == 422
    answer = client.post(url, {"answer": "remarks", "text": "Sửa", "attached": [_file(), _other()]})
    assert answer.status_code == 302
    assert Paper.objects.filter(advice=advice).count() == 2
    assert client.post(url, {"answer": "agree"}).status_code == 409
    wrong = {"answer": "agree", "attached": [_file(b"no paper")]}
    assert client.post(url, wrong).status_code == 422


def _file(content=None):
    return SimpleUploadedFile("a.pdf", content or files.good(1, "Tờ trình"), "application/pdf")


def _other():
    return _file(files.good(2, "Phụ lục"))
