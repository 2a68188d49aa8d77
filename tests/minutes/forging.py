"""What somebody might try with a sealed file."""

import io
import re
from datetime import UTC, datetime

import pikepdf
from pyhanko.pdf_utils import generic, writer
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from minutes.pdf.press import ATTACHMENT
from minutes.signing.authority import Authority, Holder
from minutes.workshop import sign_pdf

STAMP = "<html lang=vi><title>x</title><p>x"


def flipped_page(pdf):
    """Turn a bit in the middle of the signed pages."""
    return _flip(pdf, len(pdf) // 4)


def flipped_signature(pdf):
    """Turn a digit near the end of the last signature's value."""
    start, end = _last_signature(pdf)
    return _other_digit(pdf, start + len(pdf[start:end].rstrip(b"0")) - 40)


def flipped_certificate(pdf):
    """Turn a digit in a certificate that the last signature carries."""
    return _other_digit(pdf, _last_signature(pdf)[0] + 400)


def added_bytes(pdf):
    """Write something behind the end."""
    return pdf + b"\n% more\n"


def changed_title(pdf):
    """Give the file another title, as an update behind the signatures."""
    update = _update(pdf)
    info = update.trailer_view["/Info"]
    info["/Title"] = generic.pdf_string("Biên bản khác")
    update.mark_update(update.trailer_view.raw_get("/Info"))
    return _written(update)


def rewritten(pdf):
    """Let a tool write the same pages afresh."""
    new = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(new)
    return new.getvalue()


def rolled_back(pdf):
    """Cut the file off behind the first signature: a valid file, but not the whole."""
    ends = [m.end() for m in re.finditer(rb"%%EOF\s*", pdf)]
    return pdf[: ends[1]]


def replaced_record(pdf):
    """Exchange the attached record for another one."""
    update = _update(pdf)
    names = update.root["/Names"]["/EmbeddedFiles"]["/Names"]
    place = next(n for n, name in enumerate(names) if name == ATTACHMENT)
    spec = names[place + 1]
    stream = generic.StreamObject(dict_data={"/Type": generic.pdf_name("/EmbeddedFile")})
    stream._data = b'{"form":"nghisu.minutes.v1","title":"forged"}'
    spec["/EF"]["/F"] = spec["/EF"]["/UF"] = update.add_object(stream)
    update.update_container(spec["/EF"])
    return _written(update)


def added_note(pdf):
    """Lay a note over the first page."""
    update = _update(pdf)
    page = update.root["/Pages"]["/Kids"][0]
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                generic.NumberObject(n) for n in (100, 700, 400, 740)
            ),
            generic.pdf_name("/Contents"): generic.pdf_string("Không thông qua"),
            generic.pdf_name("/DA"): generic.pdf_string("/Helv 14 Tf"),
        }
    )
    page["/Annots"] = generic.ArrayObject([*page.get("/Annots", []), update.add_object(note)])
    update.update_container(page)
    return _written(update)


def signed_by_a_stranger(pdf, folder):
    """Add a third signature, by an authority nobody trusts."""
    update = _update(pdf)
    append_signature_field(update, SigFieldSpec("sig-stranger"))
    return _sign(_written(update), folder, "sig-stranger", "Người lạ")


def signed_in_a_false_name(pdf, folder):
    """Sign in the chair's field and name, with a certificate of an authority nobody trusts."""
    return _sign(rolled_back(pdf), folder, "sig-chair", "Trần Minh Khôi")


def _sign(pdf, folder, field, name):
    authority = Authority(folder)
    holder = Holder(key="chair", name=name, title="Thủ tướng", organisation="Chính phủ")
    done = sign_pdf(
        pdf,
        stamp=STAMP,
        at=datetime(2020, 2, 6, 4, tzinfo=UTC),
        field=field,
        key_file=authority.key_file(holder),
        passphrase=authority.passphrase,
        reason="",
        location="",
        is_first=False,
        timestamps="",
    )
    return done["pdf"]


def _last_signature(pdf):
    found = list(re.finditer(rb"/Contents <([0-9A-Fa-f]+)>", pdf))[-1]
    return found.span(1)


def _other_digit(pdf, place):
    other = b"0" if pdf[place : place + 1] != b"0" else b"1"
    return pdf[:place] + other + pdf[place + 1 :]


def _flip(pdf, place):
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def _update(pdf):
    return IncrementalPdfFileWriter(io.BytesIO(pdf))


def _written(update: writer.BasePdfFileWriter):
    out = io.BytesIO()
    update.write(out)
    return out.getvalue()
