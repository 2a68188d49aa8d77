"""The page on which an agency answers shows the papers that its people may read, and no others."""

from datetime import timedelta

from django.urls import reverse

from agendas.actions import ask_advice, place_submission
from core.clock import at
from papers.actions import replace_paper, restrict_paper, table_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf
from tests.submitting import agency


def test_no_restricted_paper_is_named_to_an_agency_that_is_asked(cabinet, register, client):
    submission, meeting = register.routed(), cabinet.meeting()
    (advice,) = ask_advice(cabinet.secretary, submission, agencies=[agency("health")], question="")
    item = place_submission(cabinet.secretary, submission, meeting)
    for number, title in enumerate(("Tờ trình", "Hồ sơ nhân sự")):
        file = read_pdf(paper_pdf(text=f"Trang {number}"), name="a.pdf")
        paper = table_paper(cabinet.secretary, item, title=title, file=file)
    restrict_paper(cabinet.secretary, paper)
    client.force_login(register.clerk("health"))

    page = client.get(reverse("papers:answer", args=[advice.pk])).content.decode()

    assert "Tờ trình" in page
    assert "Hồ sơ nhân sự" not in page


def test_of_a_version_that_waits_for_the_chair_no_other_agency_reads_why(cabinet, register, client):
    submission, meeting = register.routed(), cabinet.meeting()
    ask_advice(cabinet.secretary, submission, agencies=[agency("health")], question="")
    item = place_submission(cabinet.secretary, submission, meeting)
    first, second = (read_pdf(paper_pdf(text=f"Bản {number}"), name="a.pdf") for number in range(2))
    paper = table_paper(cabinet.secretary, item, title="Tờ trình", file=first)
    with at(meeting.starts_at - timedelta(hours=2)):
        replace_paper(cabinet.secretary, paper, file=second, reason="Sửa mức thuế", late_for="Bão")

    def words(person):
        client.force_login(person)
        return client.get(reverse("papers:of_submission", args=[submission.pk])).content.decode()

    assert "Sửa mức thuế" in words(register.clerk("finance"))
    assert "Tờ trình" in words(register.clerk("health"))
    assert "Sửa mức thuế" not in words(register.clerk("health"))
