"""Between stories with real commits Django empties every table; what is kept for good refuses that.

So the flush takes the guards of the journal and of published agendas down and puts them up again,
in its own transaction, as only the owner of the tables can. Nothing in the product does this.
"""

from importlib import import_module

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

migration = import_module("realtime.migrations.0002_append_only_journal")
kept = [migration, import_module("agendas.migrations.0006_frozen_versions")]


@pytest.fixture(scope="session", autouse=True)
def _the_journal_may_be_flushed():
    flush = BaseDatabaseOperations.execute_sql_flush

    def unguarded(self, sql_list):
        vendor = connection.vendor
        down = [statement for one in kept for statement in one.no_guards(vendor)]
        up = [statement for one in kept for statement in one.guards(vendor)]
        flush(self, [*down, *sql_list, *up])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", unguarded)
        yield
