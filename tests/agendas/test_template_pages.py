"""The pages of templates of agendas, as the secretary uses them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agendas.actions import make_template, write_template
from agendas.models import AgendaTemplate
from people.models import Agency
from tests.agendas.test_templates import PARTS


@pytest.fixture
def template(cabinet):
    return make_template(cabinet.secretary, cabinet.body, name="Thường kỳ", parts=PARTS)


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


def lines(*rows, initial=0):
    data = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        blank = {"ORDER": number + 1, "title": "", "what": "decision", "minutes": 10}
        for key, value in {**blank, **row}.items():
            data[f"form-{number}-{key}"] = value
    return data


def test_a_template_is_written_and_changed_on_its_page(cabinet, secretary):
    rows = lines(
        {"title": "Dự án luật", "ORDER": 2, "sponsor": Agency.objects.first().pk},
        {"title": "Khai mạc", "what": "heading", "ORDER": 1},
        {},
    )
    answer = secretary.post(reverse("agendas:template_new"), {"name": "Mẫu", **rows})
    template = AgendaTemplate.objects.get()
    assert answer.url == reverse("agendas:template", args=[template.pk])
    assert [line.title for line in template.lines.all()] == ["Khai mạc", "Dự án luật"]

    page = secretary.get(answer.url).content.decode()
    assert page.count('class="template-line"') == 5, "and three empty lines"
    assert page.count("button filled") == 1
    rows = lines(
        {"title": "Khai mạc", "what": "heading", "DELETE": "on"},
        {"title": "Dự án luật", "minutes": 20, "restricted": "on"},
        {"title": "Kết luận"},
        initial=2,
    )
    secretary.post(answer.url, {"name": "Mẫu mới", **rows})
    kept = [(line.title, line.minutes, line.restricted) for line in template.lines.all()]
    assert kept == [("Dự án luật", 20, True), ("Kết luận", 10, False)]
    assert "Mẫu mới" in secretary.get(reverse("agendas:templates")).content.decode()


def test_a_bad_line_saves_nothing_and_keeps_what_was_typed(cabinet, secretary, template):
    door = reverse("agendas:template", args=[template.pk])
    rows = lines({"title": "Phiên {number}"}, {"title": "Kết luận", "minutes": -1})

    answer = secretary.post(door, {"name": "Thường kỳ", **rows})

    assert answer.status_code == 422
    assert "form-0-title_error" in answer.content.decode()
    assert "form-1-minutes_error" in answer.content.decode()
    assert template.lines.count() == len(PARTS)
    make_template(cabinet.secretary, cabinet.body, name="Khác")
    assert secretary.post(door, {"name": "Khác", **lines()}).status_code == 422


def test_an_agenda_is_filled_and_kept_on_its_page(cabinet, secretary, template):
    meeting = cabinet.meeting()
    desk = reverse("agendas:agenda", args=[meeting.pk])
    assert "Điền theo mẫu" in secretary.get(desk).content.decode()

    door = reverse("agendas:template_apply", args=[meeting.pk])
    assert secretary.post(door, {"template": template.pk}).url == desk
    assert secretary.post(door, {"template": 0}).status_code == 422
    assert "Lưu chương trình này làm mẫu" in secretary.get(desk).content.decode()
    door = reverse("agendas:template_keep", args=[meeting.pk])
    assert secretary.post(door, {"name": "Từ phiên họp"}).status_code == 302
    assert AgendaTemplate.objects.get(name="Từ phiên họp").lines.count() == len(PARTS)
    cabinet.publish(meeting)
    assert "Điền theo mẫu" not in secretary.get(desk).content.decode()

    door = reverse("agendas:template_remove", args=[template.pk])
    assert secretary.post(door).url == reverse("agendas:templates")


def test_it_speaks_english(cabinet, secretary, template):
    secretary.cookies["django_language"] = "en"

    page = secretary.get(reverse("agendas:templates")).content.decode()

    assert "Templates of agendas" in page
    assert "5 lines" in page


def test_a_long_template_asks_as_little_as_a_short_one(cabinet, secretary, template):
    door = reverse("agendas:template", args=[template.pk])

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert secretary.get(door).status_code == 200
        return len(queries)

    few = asked()
    write_template(cabinet.secretary, template, name="Dài", parts=PARTS * 6)
    assert asked() == few
