"""Reading a signed file without trusting it: what is proved, what is not. Pure, offline."""

import asyncio
import io
from dataclasses import asdict, dataclass, field
from typing import Any

import pikepdf
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from minutes.pdf.press import ATTACHMENT
from minutes.signing.names import distinguished_name

SIGNING_CHANGES = frozenset({"/ModDate", "/Producer"})
LEGAL = frozenset({ModificationLevel.NONE, ModificationLevel.LTA_UPDATES})


@dataclass(kw_only=True)
class Finding:
    """What is proved about one signature."""

    field: str
    name: str = ""
    subject: str = ""
    serial: str = ""
    at: str = ""
    timestamped: bool = False
    intact: bool = False
    trusted: bool = False
    unchanged: bool = False


@dataclass(kw_only=True)
class Findings:
    """What is proved about a file."""

    readable: bool = False
    ends_with_signature: bool = False
    info_unchanged: bool = False
    signatures: list[Finding] = field(default_factory=list)
    empty_fields: list[str] = field(default_factory=list)
    record: str | None = None

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def judge(pdf: bytes, roots: list[bytes]) -> Findings:
    """Judge a file. Whatever cannot be read is not proved."""
    findings = Findings()
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        signatures = list(reader.embedded_signatures)
        findings.empty_fields = _empty_fields(reader)
        findings.record = _record(pdf)
        findings.readable = True
    except Exception:
        return findings
    findings.ends_with_signature = _ends_with_signature(pdf, signatures)
    findings.info_unchanged = _info_unchanged(pdf, signatures)
    trust = [_certificate(root) for root in roots]
    findings.signatures = [_judged(signature, trust) for signature in signatures]
    return findings


def _judged(signature: EmbeddedPdfSignature, trust: list[x509.Certificate]) -> Finding:
    finding = Finding(field=signature.field_name)
    try:
        _name_signer(finding, signature)
        context = ValidationContext(
            trust_roots=trust, allow_fetching=False, revocation_mode="soft-fail"
        )
        status = asyncio.run(async_validate_pdf_signature(signature, context, context))
    except Exception:
        return finding
    finding.intact = bool(status.intact and status.valid)
    finding.trusted = bool(status.trusted)
    finding.unchanged = bool(status.docmdp_ok) and _only_signed_since(status)
    finding.timestamped = status.timestamp_validity is not None
    return finding


def _only_signed_since(status: Any) -> bool:
    """Tell whether later revisions only added signatures."""
    if status.modification_level in LEGAL:
        return True
    return bool(status.modification_level == ModificationLevel.FORM_FILLING)


def _name_signer(finding: Finding, signature: EmbeddedPdfSignature) -> None:
    certificate = signature.signer_cert
    finding.subject = distinguished_name(certificate.subject)
    finding.name = str(certificate.subject.native.get("common_name", ""))
    finding.serial = format(certificate.serial_number, "x")
    moment = signature.self_reported_timestamp
    finding.at = moment.isoformat() if moment else ""


def _ends_with_signature(pdf: bytes, signatures: list[EmbeddedPdfSignature]) -> bool:
    """Tell whether the newest signature covers the file to its very last byte."""
    if not signatures:
        return False
    start, first, gap_end, rest = (int(number) for number in signatures[-1].byte_range)
    return start == 0 and first < gap_end and gap_end + rest == len(pdf)


def _info_unchanged(pdf: bytes, signatures: list[EmbeddedPdfSignature]) -> bool:
    """Compare title, author and dates of every signed revision: no signature guards them."""
    ends = [int(s.byte_range[2]) + int(s.byte_range[3]) for s in signatures]
    told = [_info(pdf[:end]) for end in (*ends, len(pdf))]
    return all(one is not None and one == told[0] for one in told)


def _info(pdf: bytes) -> dict[str, str] | None:
    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            facts = {key: str(value) for key, value in file.docinfo.items()}
    except pikepdf.PdfError:
        return None
    return {key: value for key, value in facts.items() if key not in SIGNING_CHANGES}


def _empty_fields(reader: PdfFileReader) -> list[str]:
    from pyhanko.sign.fields import enumerate_sig_fields

    return [name for name, value, _ref in enumerate_sig_fields(reader) if value is None]


def _record(pdf: bytes) -> str | None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        if ATTACHMENT not in file.attachments:
            return None
        return str(file.attachments[ATTACHMENT].get_file().read_bytes(), "utf-8")


def _certificate(content: bytes) -> x509.Certificate:
    if pem.detect(content):
        _kind, _headers, content = pem.unarmor(content)
    return x509.Certificate.load(content)
