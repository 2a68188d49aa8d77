"""What every story needs: built catalogues, a cabinet."""

import pytest
from django.core.management import call_command

from tests.cabinet import Cabinet
from tests.flushing import _the_journal_may_be_flushed  # noqa: F401 - used by every story
from tests.submitting import Register


@pytest.fixture(scope="session", autouse=True)
def _catalogues():
    call_command("build_messages")


@pytest.fixture
def cabinet(db):
    return Cabinet()


@pytest.fixture
def register(cabinet):
    return Register(cabinet)
