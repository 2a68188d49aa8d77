"""The design language keeps its own promises: contrast, icons, files, words."""

import re
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.utils import translation

from core.clock import at
from core.dates import clock_seconds, formal_day, formal_time, in_minutes, near
from core.design import colours, icon_names
from core.tones import LOOKS

ROOT = Path(__file__).resolve().parent.parent.parent
CSS = ROOT / "core" / "static" / "core" / "css"
GROUNDS = ("paper", "sheet", "well")
WORDS = [
    *[("ink", ground, 12) for ground in GROUNDS],
    *[("ink-2", ground, 4.5) for ground in (*GROUNDS, "accent-wash")],
    *[("accent", ground, 4.5) for ground in (*GROUNDS, "accent-wash")],
    *[("lacquer", ground, 4.5) for ground in ("paper", "sheet", "lacquer-wash")],
    *[("silent", ground, 4.5) for ground in ("paper", "sheet")],
    *[
        (tone, ground, 4.5)
        for tone in ("for", "against", "other", "warn")
        for ground in ("paper", "sheet", f"{tone}-wash")
    ],
    *[("sheet", tone, 4.5) for tone in ("for", "against", "other")],
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-2", 4.5),
    ("on-lacquer", "lacquer", 4.5),
    ("on-lacquer", "against", 4.5),
    ("paper", "ink", 12),
    *[("edge", ground, 3) for ground in ("paper", "sheet")],
]


def light_of(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    bent = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * bent[0] + 0.7152 * bent[1] + 0.0722 * bent[2]


def contrast(one, other):
    dark, bright = sorted((light_of(one), light_of(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground", "least"), WORDS)
def test_words_can_be_read_by_day_and_by_night(word, ground, least, theme):
    tokens = colours()

    assert contrast(tokens[word][theme], tokens[ground][theme]) >= least


def sources(*endings):
    folders = ("templates", *(str(p.parent.relative_to(ROOT)) for p in ROOT.glob("*/apps.py")))
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in endings and not {"vendor", "pdfjs"} & set(path.parts):
                yield path, path.read_text(encoding="utf-8")


def test_every_icon_that_is_drawn_exists():
    drawn = re.compile(
        r"""\{% icon "([^"]+)"|drawIcon\("([^"]+)"|<ns-icon name="([a-z-]+)"|nav_link "[^"]+" "([^"]+)\""""
    )
    known = set(icon_names())
    wanted = {
        (str(path.relative_to(ROOT)), name)
        for path, text in sources(".html", ".js")
        for found in drawn.findall(text)
        for name in found
        if name
    }

    assert {(path, name) for path, name in wanted if name not in known} == set()
    assert {look.icon for look in LOOKS.values()} <= known


def test_every_tone_of_a_state_has_a_style():
    styled = set(re.findall(r"\.chip\.([a-z]+)", (CSS / "chip.css").read_text(encoding="utf-8")))

    assert {look.tone for look in LOOKS.values() if look.tone} <= styled


def test_every_token_in_use_is_defined():
    texts = dict(sources(".css"))
    defined = {name for text in texts.values() for name in re.findall(r"(--[a-z0-9-]+)\s*:", text)}
    used = {
        (path.name, name)
        for path, text in texts.items()
        for name in re.findall(r"var\((--[a-z0-9-]+)\)", text)
    }

    assert {(path, name) for path, name in used if name not in defined} == set()


def test_every_style_sheet_is_brought_in():
    entry = (CSS / "app.css").read_text(encoding="utf-8")

    assert set(re.findall(r'url\("(.+?)"\)', entry)) == {
        path.name for path in CSS.glob("*.css") if path.name != "app.css"
    }


def test_every_static_file_a_template_names_exists():
    named = {
        name
        for _, text in sources(".html")
        for name in re.findall(r"""\{% static ['"]([^'"]+)['"] %\}""", text)
    }

    assert {name for name in named if not finders.find(name)} == set()


def test_what_is_not_ours_is_as_it_was_taken():
    done = subprocess.run(["script/vendor", "--check"], cwd=ROOT, check=False)

    assert done.returncode == 0


def test_a_day_is_written_as_in_documents():
    morning = datetime(2020, 2, 3, 2, 41, 7, tzinfo=UTC)
    with translation.override("vi"):
        assert formal_day(morning) == "thứ Hai, ngày 03 tháng 02 năm 2020"
        assert formal_day(date(2020, 3, 15)) == "Chủ nhật, ngày 15 tháng 3 năm 2020"
        assert formal_time(morning) == "09 giờ 41"
    with translation.override("en"):
        assert formal_day(morning) == "Monday, 3 February 2020"
        assert formal_time(morning) == "09:41"
        assert in_minutes(1) == "1 minute"
    assert clock_seconds(morning) == "09:41:07"
    assert formal_day(None) == clock_seconds(None) == in_minutes(None) == ""


def test_a_near_day_is_called_by_its_name():
    here = datetime(2020, 2, 3, 2, 0, tzinfo=UTC)
    with at(here), translation.override("vi"):
        assert near(here) == "hôm nay, 09:00"
        assert near(here + timedelta(days=1)) == "ngày mai, 09:00"
        assert near(here - timedelta(days=1)) == "hôm qua, 09:00"
        assert near(here + timedelta(days=3)) == "thứ Năm 06/02, 09:00"
        assert near(datetime(2021, 2, 3, 2, 0, tzinfo=UTC)) == "09:00, 03/02/2021"
    with at(here), translation.override("en"):
        assert near(here) == "today, 09:00"
        assert near(here + timedelta(days=3)) == "Thursday 06/02, 09:00"


def render(text, **facts):
    return engines["django"].from_string("{% load faces %}" + text).render(facts)


def test_a_state_is_an_icon_a_word_and_a_tone():
    chip = render('{% chip "sealed" word %}', word="<Đã niêm phong>")

    assert 'class="chip sealed"' in chip
    assert "#seal" in chip
    assert "&lt;Đã niêm phong&gt;" in chip


def test_a_bar_needs_no_style_attribute():
    bar = render('{% meter 19 27 14 "yes" %}')

    assert 'viewBox="0 0 27 1"' in bar
    assert 'width="19"' in bar
    assert 'x1="14"' in bar
    assert "style=" not in bar


def test_a_person_is_known_by_family_and_given_name():
    assert ">NQ<" in render("{% avatar name %}", name="Nguyễn Minh Quân")
    assert "Bộ trưởng" in render('{% person name "Bộ trưởng" %}', name="Đặng Quốc Hưng")


@pytest.mark.django_db
def test_the_living_page_shows_every_icon(client):
    page = client.get("/styleguide/").content.decode()

    assert all(f"#{name}" in page for name in icon_names())


@pytest.mark.django_db
def test_what_is_not_there_is_told_with_a_way_back(client):
    response = client.get("/nothing/here/")

    assert response.status_code == 404
    assert 'href="/"' in response.content.decode()
