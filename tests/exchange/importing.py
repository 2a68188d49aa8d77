"""What every story of an import needs: a small set, the command, all that it wrote."""

import io
import json

from django.core.management import call_command

from agendas.models import Item
from exchange.models import Imported
from meetings.models import Meeting, Participant
from papers.models import Paper, PaperVersion
from people.models import Agency, Membership, Person
from realtime.models import Entry

SMALL = {"meetings": 4, "items": 12, "papers": 6, "persons": 4}
MODELS = (
    Meeting,
    Item,
    Paper,
    PaperVersion,
    Person,
    Agency,
    Membership,
    Participant,
    Imported,
    Entry,
)


def run(source, *more, **options):
    """Run the import and return what it says, and its report."""
    said = io.StringIO()
    call_command("import_oparl", str(source), *more, stdout=said, **options)
    return said.getvalue()


def everything():
    """Return every row of every table an import writes to, but for the moment of importing."""
    told = {}
    for model in MODELS:
        fields = [f.attname for f in model._meta.concrete_fields if f.name != "imported_at"]
        told[model.__name__] = list(model.objects.order_by("pk").values_list(*fields))
    return told


def put(folder, name, *things):
    (folder / f"{name}.json").write_text(json.dumps(list(things)), encoding="utf-8")


def reported(folder, tmp_path, *more):
    run(folder, *more, report=tmp_path / "report.json")
    return json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))


def reasons(report):
    return {(one["kind"], one["reason"]) for one in report["skipped"]}
