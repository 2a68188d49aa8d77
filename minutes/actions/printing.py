"""Printing the approved text. Outside any transaction: the press takes its time."""

from django.core.files.base import ContentFile
from django.db import transaction

from core.clock import now
from minutes.errors import FileLost, OutOfTurn
from minutes.files import sha256_of
from minutes.models import Minutes
from minutes.pdf.document import written
from minutes.record import written_out
from minutes.workshop import print_pdf


def print_minutes(minutes: Minutes) -> bytes:
    """Return the newest file of the approved minutes, printed on first asking.

    Printing again gives the same bytes, so that nobody needs to remember whether it was done.
    """
    newest = minutes.signatures.order_by("-at", "-pk").first()
    stored = newest.file if newest else minutes.printed
    if stored:
        return _read(stored)
    if minutes.record is None:
        raise OutOfTurn
    pdf = print_pdf(
        written(minutes.record), written_out(minutes.record), dated=minutes.approved_at or now()
    )
    _keep(minutes, pdf)
    return pdf


def _read(stored: object) -> bytes:
    try:
        with stored.open("rb") as file:  # type: ignore[attr-defined] # Django's field file
            content: bytes = file.read()
    except OSError as problem:
        raise FileLost from problem
    return content


@transaction.atomic
def _keep(minutes: Minutes, pdf: bytes) -> None:
    """Store the print, unless the text was reopened meanwhile."""
    locked = Minutes.objects.select_for_update().get(pk=minutes.pk)
    if locked.record != minutes.record or locked.printed:
        return
    locked.sha256 = minutes.sha256 = sha256_of(pdf)
    locked.printed.save(f"{locked.sha256}.pdf", ContentFile(pdf), save=False)
    locked.save(update_fields=["printed", "sha256"])
    minutes.printed = locked.printed
