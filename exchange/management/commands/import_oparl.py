"""Take in meetings, persons, agencies, items and papers from an OParl server or set of files."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from exchange.importing.job import Job
from exchange.importing.ledger import Ledger
from exchange.importing.report import Report
from exchange.importing.run import run_import
from exchange.importing.server import Server
from exchange.importing.sources import FileSet, Page, Source, SourceError
from people.models import Body, Membership, Person, Role, RoleGrant

BAR = 28


class Command(BaseCommand):
    """Runs again without harm: what is here already is left as it is, what has changed is renewed."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source", metavar="PATH|URL", help="folder, zip, or address of a system"
        )
        parser.add_argument("--body", help="code of the body; may be left out where there is one")
        parser.add_argument("--chair", help="who is put down as chair; else who has that role")
        parser.add_argument("--secretary", help="who is put down as secretary; likewise")
        parser.add_argument("--name", default="", help="another name for the source")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, only report")
        parser.add_argument("--anew", action="store_true", help="read all again from the beginning")
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report()
        body = self._body(options["body"])
        try:
            source = self._source(options["source"], report, options["name"])
            job = self._job(body, source, report, options)
            run_import(job, source, self._tell, anew=options["anew"])
        except SourceError as problem:
            self._close(report, options)
            raise CommandError(f"{problem} Run again to go on from here.") from problem
        except KeyboardInterrupt:
            self._close(report, options)
            raise CommandError("Interrupted. Run again to go on from here.") from None
        self._close(report, options)

    def _source(self, told: str, report: Report, name: str) -> Source:
        if told.startswith(("http://", "https://")):
            return Server(told, report, name)
        return FileSet(Path(told), report, name)

    def _job(self, body: Body, source: Source, report: Report, options: dict[str, Any]) -> Job:
        return Job(
            body=body,
            chair=self._officer(body, options["chair"], Role.CHAIR),
            secretary=self._officer(body, options["secretary"], Role.SECRETARY),
            ledger=Ledger(source.name, is_dry=options["dry_run"]),
            report=report,
            is_dry=options["dry_run"],
        )

    def _body(self, code: str | None) -> Body:
        bodies = Body.objects.filter(code=code) if code else Body.objects.all()
        if len(bodies) == 1:
            return bodies[0]
        raise CommandError(f"There is no body {code}." if code else "Say which body: --body CODE.")

    def _officer(self, body: Body, name: str | None, role: Role) -> Person:
        """Find who keeps the imported meetings: named, by role, or as head of the body."""
        if name:
            found = Person.objects.filter(username=name).first()
        else:
            today = timezone.localdate()
            grants = RoleGrant.objects.on(today).filter(body=body, role=role)
            seats = Membership.objects.filter(body=body, presides=True, ends=None)
            holders = grants.values("person") if grants.exists() else seats.values("person")
            found = Person.objects.filter(pk__in=holders).order_by("pk").first()
        if found is None:
            raise CommandError(f"Say who is put down as {role.value}: --{role.value} USERNAME.")
        return found

    def _tell(self, page: Page) -> None:
        """Draw a bar on a terminal; elsewhere write a line a page."""
        of = f"/{page.total}" if page.total else ""
        if not sys.stdout.isatty():
            self.stdout.write(f"{page.name}: {page.count or len(page.things)}{of}")
            return
        share = min(page.count / page.total, 1) if page.total else 1
        full = int(BAR * share)
        bar = f"{'█' * full}{'·' * (BAR - full)}"
        end = "\n" if share == 1 else ""
        self.stdout.write(f"\r{page.name:<14}{bar} {page.count}{of}   ", ending=end)
        self.stdout.flush()

    def _close(self, report: Report, options: dict[str, Any]) -> None:
        if options["dry_run"]:
            self.stdout.write("Nothing was written: this was a dry run.")
        for line in report.lines():
            self.stdout.write(line)
        if options["report"]:
            options["report"].write_text(report.written(), encoding="utf-8")
            self.stdout.write(f"The report is in {options['report']}.")
