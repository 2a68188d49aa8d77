"""Files of every kind that somebody may try to upload, made here."""

import io
import zlib
from functools import cache

import pikepdf

from tests.cabinet import paper_pdf


@cache
def good(pages=2, text="Tờ trình về dự toán ngân sách"):
    return paper_pdf(pages, text)


def stored(field):
    """Return the bytes of a stored file."""
    with field.open("rb") as file:
        return file.read()


def saved(pdf, **options):
    buffer = io.BytesIO()
    pdf.save(buffer, **options)
    return buffer.getvalue()


def encrypted():
    with pikepdf.open(io.BytesIO(good())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))


def locked_against_printing():
    """Opens for everybody; only its owner may print it."""
    with pikepdf.open(io.BytesIO(good())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user="", owner="secret"))


def cut_short():
    return good()[: len(good()) // 2]


def scrambled():
    """A header and an end, and between them nothing that holds together."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\nstartxref\n9\n%%EOF\n"


def blank(count=1, size=(595, 842)):
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page(page_size=size)
    return saved(pdf)


def huge_page():
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.pages[0].mediabox = [0, 0, 595, 200_000]
    return saved(pdf)


@cache
def bomb(gigabytes=1):
    """A page whose drawing unpacks, twice, to gigabytes."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    packer = zlib.compressobj(1)
    line = b"0 0 m 1 1 l S\n" * 80_000
    once = b"".join(packer.compress(line) for _ in range(gigabytes * 1000)) + packer.flush()
    stream = pikepdf.Stream(pdf, zlib.compress(once, 9))
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    pdf.pages[0].Contents = stream
    return saved(pdf, compress_streams=False)


def armed():
    """Runs a script when opened and carries another file."""
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('hello')")
        )
        pdf.attachments["tool.exe"] = b"MZ"
        return saved(pdf)


def typed_on_an_old_machine():
    """Uses a font from before Unicode, whose letters are not what they look like."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name("/.VnTime")
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    return saved(pdf)
