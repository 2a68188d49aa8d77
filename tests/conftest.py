"""What every story needs: built catalogues, a cabinet, a world with doors."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as trials

from tests.cabinet import Cabinet
from tests.doors_world import World
from tests.flushing import _the_journal_may_be_flushed  # noqa: F401 - used by every story
from tests.once import pytest_collection_modifyitems  # noqa: F401 - a hook
from tests.submitting import Register

# A story never fails because the machine is slow.
trials.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
trials.load_profile("house")


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


@pytest.fixture
def register(cabinet):
    return Register(cabinet)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Make one of everything, for the walk along the doors of a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = World()
        made.sign_in()
        yield made
        transaction.set_rollback(True)
