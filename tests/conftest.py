"""What every story needs: built catalogues, a cabinet."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from tests.cabinet import Cabinet
from tests.flushing import _the_journal_may_be_flushed  # noqa: F401 - used by every story


@pytest.fixture(scope="session", autouse=True)
def _catalogues():
    call_command("build_messages")


@pytest.fixture(autouse=True)
def _the_language_of_the_house():
    """Let no story inherit the language that a page of the one before was read in."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def cabinet(db):
    return Cabinet()
