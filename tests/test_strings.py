"""Every sentence shown to a person exists in Vietnamese, in every app, and none is left behind."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override

from core.management.commands.build_messages import build

ROOT = Path(__file__).resolve().parent.parent
APPS = [
    "core",
    "realtime",
    "people",
    "meetings",
    "agendas",
    "papers",
    "voting",
    "minutes",
    "exchange",
    "config",
]
CATALOGUES = sorted((ROOT / "locale").rglob("*.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_catalogue_is_complete(path):
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]

    left = [e.msgid for e in entries if not e.translated() or "fuzzy" in e.flags]

    assert left == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_gaps_of_a_sentence_are_kept(path):
    import re

    gap = re.compile(r"%\(\w+\)s|%s|%d")
    broken = [
        entry.msgid
        for entry in polib.pofile(str(path))
        if entry.msgstr and set(gap.findall(entry.msgid)) != set(gap.findall(entry.msgstr))
    ]

    assert broken == []


def test_a_sentence_is_translated_one_way():
    """All catalogues become one: of two translations of a sentence only one would be shown."""
    ways = {}
    for path in CATALOGUES:
        for entry in polib.pofile(str(path)):
            if entry.msgstr and not entry.obsolete:
                key = (path.name, entry.msgctxt, entry.msgid)
                ways.setdefault(key, set()).add(entry.msgstr)

    assert {key: told for key, told in ways.items() if len(told) > 1} == {}


def test_a_catalogue_built_late_is_spoken(tmp_path, settings):
    """A first start in a fresh clone speaks before its catalogues are built."""
    shelf = tmp_path / "locale" / "app" / "vi" / "LC_MESSAGES"
    shelf.mkdir(parents=True)
    shutil.copy(ROOT / "locale/core/vi/LC_MESSAGES/django.po", shelf)
    settings.LOCALE_PATHS = [tmp_path / "locale" / "app"]
    with override("vi"):
        assert gettext("Sign out") == "Sign out"

    build(shelf / "django.po")

    with override("vi"):
        assert gettext("Sign out") == "Đăng xuất"


@pytest.mark.slow
@pytest.mark.parametrize("app", APPS)
def test_no_string_is_missing_from_the_catalogue(app, tmp_path):
    """Collects the strings afresh and compares with what is committed."""
    assert shutil.which("xgettext"), "install the package gettext"
    committed = known(app)
    copy = tmp_path / "locale" / app
    subprocess.run(
        ["script/messages", app],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={"PATH": path_of_tools(), "LOCALE_DIR": str(copy.parent)},
    )

    assert strings(copy) - committed == set()


def path_of_tools():
    import os
    import sys

    return f"{Path(sys.executable).parent}:{os.environ['PATH']}"


def known(app):
    return strings(ROOT / "locale" / app)


def strings(folder):
    return {
        (path.name, entry.msgctxt, entry.msgid)
        for path in folder.rglob("*.po")
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    }
