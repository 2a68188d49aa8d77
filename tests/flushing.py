"""Between stories with real commits Django empties every table; the journal refuses that.

So the flush takes the journal's guards down and puts them up again, in its own transaction, as
only the owner of the tables can. Nothing in the product does this.
"""

from importlib import import_module

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

migration = import_module("realtime.migrations.0002_append_only_journal")


@pytest.fixture(scope="session", autouse=True)
def _the_journal_may_be_flushed():
    flush = BaseDatabaseOperations.execute_sql_flush

    def unguarded(self, sql_list):
        vendor = connection.vendor
        flush(self, [*migration.no_guards(vendor), *sql_list, *migration.guards(vendor)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", unguarded)
        yield
