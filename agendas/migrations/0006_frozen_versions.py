"""The database itself refuses to change, delete or truncate the published versions of an agenda."""

from django.db import migrations

TABLE = "agendas_agendaversion"
SQLITE = {
    "agendas_version_no_update": "BEFORE UPDATE",
    "agendas_version_no_delete": "BEFORE DELETE",
}
POSTGRESQL = {
    "agendas_version_no_change": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW",
    "agendas_version_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT",
}
REFUSAL = "A published version of an agenda stays as it is."
FUNCTION = f"""
CREATE OR REPLACE FUNCTION agendas_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def guards(vendor):
    """Return the statements that put the guards up."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} {event} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for name, event in SQLITE.items()
        ]
    return [FUNCTION] + [
        f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION agendas_version_is_kept()"
        for name, event in POSTGRESQL.items()
    ]


def no_guards(vendor):
    """Return the statements that take the guards down."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE]
    return [f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in POSTGRESQL]


def put_up(apps, schema_editor):
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_down(apps, schema_editor):
    for statement in no_guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("agendas", "0005_order_and_kept_versions")]
    operations = [
        migrations.RemoveField(model_name="agenda", name="snapshot"),
        migrations.RunPython(put_up, take_down),
    ]
