"""Verifying minutes: a chain of plain statements, each of which holds or does not."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.dates import moment
from minutes.files import sha256_of
from minutes.models import ArchivedMinutes, Minutes
from minutes.record import written_out
from minutes.signing.keys import trusted_roots
from minutes.states import FIELDS, SignatureRole
from minutes.workshop import judge_pdf
from realtime import journal
from realtime.models import Entry

A_DAY = 24 * 3600
Findings = dict[str, Any]
Finding = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One sentence about the file, whether it holds, and what it rests on."""

    key: str
    holds: bool
    sentence: str | Promise
    detail: str | Promise = ""


def is_proved(minutes: Minutes, pdf: bytes) -> bool:
    """Tell whether a signed file may be sealed: everything that can be said of it now holds."""
    return all(statement.holds for statement in about_file(minutes, pdf))


def verify(archived: ArchivedMinutes, pdf: bytes) -> list[Statement]:
    """Return the whole chain for a file that claims to be these archived minutes."""
    minutes = archived.minutes
    return [_same_file(archived, pdf), *about_file(minutes, pdf), *_about_journal(archived)]


def about_file(minutes: Minutes, pdf: bytes) -> list[Statement]:
    """Return what the file itself proves."""
    findings = findings_of(pdf)
    if not findings["readable"]:
        return [_unreadable()]
    return [
        _closed(findings),
        _titled(findings),
        *(_signed(minutes, findings, role) for role in SignatureRole),
        _nobody_else(findings),
        _unchanged(findings),
        _trusted(findings),
        _recorded(minutes, findings),
    ]


def findings_of(pdf: bytes) -> Findings:
    """Judge a file, or remember today's judgement of the same bytes under the same roots."""
    roots = trusted_roots()
    trust = hashlib.sha256(b"".join(roots)).hexdigest()[:16]
    key = f"minutes.findings.{sha256_of(pdf)}.{trust}.{timezone.localdate()}"
    known: Findings | None = cache.get(key)
    if known is None:
        known = judge_pdf(pdf, roots)
        cache.set(key, known, A_DAY)
    return known


def _unreadable() -> Statement:
    return Statement(
        key="readable",
        holds=False,
        sentence=_("The file cannot be read as a signed document."),
    )


def _same_file(archived: ArchivedMinutes, pdf: bytes) -> Statement:
    found = sha256_of(pdf)
    same = found == archived.sha256 and len(pdf) == archived.size
    told = (
        _("The file is, bit for bit, the one that was sealed.")
        if same
        else _("The file is not the one that was sealed.")
    )
    return Statement(key="same", holds=same, sentence=told, detail=f"SHA-256 {found}")


def _closed(findings: Findings) -> Statement:
    holds = findings["ends_with_signature"]
    told = (
        _("Nothing was added behind the last signature.")
        if holds
        else _("Something follows the last signature.")
    )
    return Statement(key="closed", holds=holds, sentence=told)


def _titled(findings: Findings) -> Statement:
    holds = findings["info_unchanged"]
    told = (
        _("Title, author and date of the file are as they were when it was signed.")
        if holds
        else _("Title, author or date of the file were changed.")
    )
    return Statement(key="titled", holds=holds, sentence=told)


def _signed(minutes: Minutes, findings: Findings, role: SignatureRole) -> Statement:
    finding = _finding(findings, FIELDS[role])
    kept = next((s for s in minutes.signatures.all() if s.role == role), None)
    if finding is None or kept is None:
        missing = _("The signature of the %(role)s is missing.") % {"role": role.label.lower()}
        return Statement(key=f"signed_{role.value}", holds=False, sentence=missing)
    holds = finding["intact"] and finding["serial"] == kept.serial
    gaps = {"name": finding["name"], "role": role.label.lower(), "at": _moment(finding)}
    told = (
        _("Signed by %(name)s as %(role)s at %(at)s.")
        if holds
        else _("The signature of %(name)s as %(role)s is not valid.")
    )
    return Statement(
        key=f"signed_{role.value}", holds=holds, sentence=told % gaps, detail=finding["subject"]
    )


def _nobody_else(findings: Findings) -> Statement:
    fields = [finding["field"] for finding in findings["signatures"]]
    holds = sorted(fields) == sorted(FIELDS.values())
    told = (
        _("Those who had to sign have signed, and nobody else.")
        if holds
        else _("The signatures are not exactly those that are needed.")
    )
    return Statement(key="complete", holds=holds, sentence=told)


def _unchanged(findings: Findings) -> Statement:
    holds = _each(findings, "unchanged")
    told = (
        _("After the first signature nothing changed but the next signature.")
        if holds
        else _("The content was changed after it was signed.")
    )
    return Statement(key="unchanged", holds=holds, sentence=told)


def _trusted(findings: Findings) -> Statement:
    holds = _each(findings, "trusted")
    told = (
        _("Each certificate leads to a root that this house trusts.")
        if holds
        else _("A certificate does not lead to a root that this house trusts.")
    )
    return Statement(key="trusted", holds=holds, sentence=told)


def _recorded(minutes: Minutes, findings: Findings) -> Statement:
    known = written_out(minutes.record).decode() if minutes.record else None
    holds = known is not None and findings["record"] == known
    told = (
        _("The record attached to the document is the approved one.")
        if holds
        else _("The record attached to the document is not the approved one.")
    )
    return Statement(key="recorded", holds=holds, sentence=told)


def _about_journal(archived: ArchivedMinutes) -> Iterator[Statement]:
    """Tell whether the meeting's journal is unbroken, and is the one that was sealed."""
    key = f"meeting.{archived.minutes.meeting_id}"
    broken = journal.verify(key)
    told = (
        _("The meeting's journal is unbroken: %(count)s entries, each sealing the one before.")
        if broken is None
        else _("The meeting's journal is broken at entry %(broken)s.")
    )
    gaps = {"count": archived.journal_number, "broken": broken}
    yield Statement(key="journal", holds=broken is None, sentence=told % gaps)
    yield _sealed_journal(archived, key)


def _sealed_journal(archived: ArchivedMinutes, key: str) -> Statement:
    last = Entry.objects.filter(room__key=key).order_by("-number").first()
    sealed = (archived.journal_number, archived.journal_hash)
    holds = last is not None and (last.number, last.hash) == sealed
    told = (
        _("The journal ends as it did when the meeting was sealed.")
        if holds
        else _("The journal is not the one that was sealed.")
    )
    return Statement(key="head", holds=holds, sentence=told, detail=archived.journal_hash)


def _each(findings: Findings, quality: str) -> bool:
    found = findings["signatures"]
    return bool(found) and all(finding[quality] for finding in found)


def _finding(findings: Findings, field: str) -> Finding | None:
    return next((one for one in findings["signatures"] if one["field"] == field), None)


def _moment(finding: Finding) -> str:
    return moment(datetime.fromisoformat(finding["at"])) if finding["at"] else ""
