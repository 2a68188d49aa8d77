"""Signing a PDF: PAdES, into a field that is there already, with a visible part that we drew."""

import asyncio
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.sign import PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.stamp import StaticStampStyle

from minutes.signing.names import distinguished_name

NO_MARGIN = Margins(0, 0, 0, 0)


class WrongPassphrase(Exception):
    """The key file does not open with this passphrase."""


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One signature to be made: where, with which key, at what moment, how it looks."""

    field: str
    key_file: bytes
    passphrase: bytes
    stamp: bytes
    reason: str
    location: str
    at: datetime
    is_first: bool
    timestamps: str = ""


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The signed file and whom its newest signature names."""

    pdf: bytes
    subject: str
    serial: str


class Pen(PdfSigner):
    """A signer that takes the moment from whoever asks, not from the process."""

    moment: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.moment
        return session


def sign(pdf: bytes, stroke: Stroke) -> Signed:
    """Sign ``pdf``. The first signature certifies: after it only signatures may be added."""
    signer = SimpleSigner.load_pkcs12_data(stroke.key_file, [], stroke.passphrase)
    if signer is None or signer.signing_cert is None:
        raise WrongPassphrase
    signer.embed_roots = False
    with TemporaryDirectory() as folder:
        path = Path(folder, "stamp.pdf")
        path.write_bytes(stroke.stamp)
        pen = Pen(
            _metadata(stroke),
            signer,
            timestamper=HTTPTimeStamper(stroke.timestamps) if stroke.timestamps else None,
            stamp_style=_look(path),
        )
        pen.moment = stroke.at
        signed = asyncio.run(_write(pen, pdf))
    certificate = signer.signing_cert
    return Signed(
        pdf=signed,
        subject=distinguished_name(certificate.subject),
        serial=format(certificate.serial_number, "x"),
    )


async def _write(pen: Pen, pdf: bytes) -> bytes:
    signed = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=True)
    await pen.async_sign_pdf(writer, existing_fields_only=True, output=signed)
    return signed.getvalue()


def _metadata(stroke: Stroke) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=stroke.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=stroke.reason,
        location=stroke.location,
        certify=stroke.is_first,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )


def _look(path: Path) -> StaticStampStyle:
    return StaticStampStyle(
        background=ImportedPdfPage(str(path)),  # type: ignore[no-untyped-call] # pyHanko
        border_width=0,
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MIN,
            margins=NO_MARGIN,
            inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
        ),
    )
