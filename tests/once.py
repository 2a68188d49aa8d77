"""What need not be told on each database, and what is told first.

Stories that never meet the database are told once, on SQLite: elsewhere they would be the same. So are the
long walks marked ``once``: they ask what pages say, while doors and sight are asked on each database.
Long stories begin first, so that no process waits for another at the end.
"""

from django.db import connection

OF_THE_DATABASE = {"db", "transactional_db", "django_db_setup", "world", "cabinet"}


def meets_the_database(item):
    """Tell whether a story uses the database of this run, or is about what lies between processes."""
    if item.get_closest_marker("once"):
        return False
    marked = item.get_closest_marker("django_db") is not None
    return marked or bool(OF_THE_DATABASE & set(item.fixturenames)) or "realtime" in item.path.parts


def pytest_collection_modifyitems(config, items):
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    if connection.vendor == "sqlite":
        return
    elsewhere = [item for item in items if not meets_the_database(item)]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if meets_the_database(item)]
