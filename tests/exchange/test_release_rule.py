"""The rule that lets papers wait: its day of effect, what its pages ask, and how it is given."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from exchange.models import ReleaseRule
from exchange.states import Audience, What
from papers.actions import table_paper
from papers.policies import papers_visible_to
from tests.cabinet import SINCE
from tests.exchange.agencies import asked
from tests.exchange.conftest import Told, read_once


def reads(person):
    return papers_visible_to(person).filter(restricted=False).exists()


def test_the_rule_of_the_day_of_the_session_counts(cabinet):
    told = Told(cabinet)
    day = told.meeting.starts_at.date()
    rule = ReleaseRule.objects.create(
        body=cabinet.body, starts=day + timedelta(days=3), source="Quy chế mới"
    )
    assert reads(cabinet.health)

    rule.starts = day - timedelta(days=3)
    rule.save()
    assert not reads(cabinet.health)

    ReleaseRule.objects.create(
        body=cabinet.body, starts=day - timedelta(days=1), papers_wait=False, source="Bãi bỏ"
    )
    assert reads(cabinet.health)


def test_the_pages_ask_the_same_few_questions(client, cabinet, waiting):
    client.force_login(cabinet.health)
    pages = [
        reverse("agendas:agenda", args=[waiting.meeting.pk]),
        reverse("papers:list", args=[waiting.law.pk]),
    ]

    def counted(url):
        client.get(url)
        return asked(client, url)

    before = [counted(url) for url in pages]
    for number in range(3):
        title = f"Phụ lục {number}"
        table_paper(cabinet.secretary, waiting.law, title=title, file=read_once(title))
    assert [counted(url) for url in pages] == before
    client.force_login(cabinet.secretary)
    openings = reverse("papers:openings", args=[waiting.meeting.pk])
    before = counted(openings)
    table_paper(cabinet.secretary, waiting.law, title="Phụ lục khác", file=read_once("Khác"))
    assert counted(openings) == before <= 24


def test_the_release_page_says_what_it_will_cause(client, cabinet, waiting):
    waiting.open(What.AGENDA, Audience.MEMBERS)
    waiting.plan(What.PAPERS, Audience.MEMBERS)
    waiting.plan(What.PAPERS, Audience.AGENCIES)
    client.force_login(cabinet.secretary)

    page = client.get(reverse("exchange:release", args=[waiting.meeting.pk])).content.decode()

    assert "Sau bước này, 5 thành viên sẽ đọc được 2 tài liệu." in page
    assert "Sau bước này, 4 bộ, cơ quan (4 người) sẽ đọc được 2 tài liệu." in page


def test_the_rule_is_given_from_a_day_on(cabinet):
    def given(papers, starts, body="chinh-phu"):
        out = StringIO()
        facts = {"starts": starts, "source": "Quy chế", "stdout": out}
        call_command("set_release_rule", body, papers, **facts)
        return out.getvalue()

    assert "wait for their release" in given("wait", date(2020, 1, 1))
    assert "as soon as they are tabled" in given("at-once", date(2021, 1, 1))
    with pytest.raises(CommandError, match="already"):
        given("wait", date(2020, 1, 1))
    with pytest.raises(CommandError, match="no body"):
        given("wait", date(2022, 1, 1), body="nowhere")
    facts = {"body": cabinet.body, "source": "Quy chế"}
    for wrong in ({"starts": date(2020, 1, 1)}, {"starts": SINCE, "ends": date(2000, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReleaseRule.objects.create(**facts, **wrong)
