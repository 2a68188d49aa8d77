"""What was told of a thing while all saw it is taken back when it is restricted, mail that waits too."""

import pytest

from agendas.actions import grant_sight, restrict_item, revoke_sight
from papers.actions import hide_paper, restrict_paper, show_paper, table_paper
from papers.ingest.reading import read_pdf
from people.models import Delivery, Notice
from tests.cabinet import paper_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(cabinet):
    for person in cabinet.members():
        person.email = f"{person.username}@example.org"
        person.save()
    item = cabinet.convened("Dự toán ngân sách").items.get()
    Notice.objects.all().delete()
    file = read_pdf(paper_pdf(), name="to-trinh.pdf")
    return table_paper(cabinet.secretary, item, title="Tờ trình", file=file)


def told():
    return set(Notice.objects.values_list("person__username", flat=True))


def test_a_restricted_paper_is_named_in_no_notice_and_no_daily_mail(cabinet, paper):
    assert {"health", "finance"} <= told()
    assert Delivery.objects.filter(notice__person=cabinet.health).exists()

    restrict_paper(cabinet.secretary, paper)

    assert told() <= {"chair", "secretary"}
    assert not Delivery.objects.filter(notice__person=cabinet.health).exists()
    assert not Notice.objects.filter(restricted=False).exists()


def test_a_restricted_item_takes_what_was_told_of_its_papers_along(cabinet, paper):
    item = paper.item

    restrict_item(cabinet.secretary, item)

    assert told() <= {"chair", "secretary"}


def test_whoever_is_no_longer_named_keeps_no_notice(cabinet, paper):
    restrict_paper(cabinet.secretary, paper)
    show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    url = f"/papers/{paper.pk}/"
    for person in (cabinet.finance, cabinet.chair):
        Notice.objects.create(
            person=person,
            kind="paper.tabled",
            title="Tờ trình",
            url=url,
            created_at=paper.tabled_at,
        )

    hide_paper(cabinet.secretary, paper, whom=cabinet.finance)

    assert "finance" not in told()
    assert "chair" in told()


def test_whoever_sees_an_item_no_longer_keeps_no_notice_of_it(cabinet, paper):
    item = restrict_item(cabinet.secretary, paper.item)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    Notice.objects.create(
        person=cabinet.finance,
        kind="agenda.published",
        title="Dự toán",
        url=f"/items/{item.pk}/",
        created_at=paper.tabled_at,
    )

    revoke_sight(cabinet.secretary, item, person=cabinet.finance)

    assert "finance" not in told()
