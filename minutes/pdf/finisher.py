"""What WeasyPrint leaves to be done: the UA mark, signature fields, one list of attachments."""

from typing import Any

import pydyf

UA_MARK = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that is met</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
CHECKBOX_KEYS = ("AS", "V", "MK", "Border", "DA", "Ff")
PRINT_AND_LOCK = 132


def finish(document: Any, pdf: Any) -> None:
    """Make the pages WeasyPrint drew into a file that can be archived and signed."""
    _mark_as_accessible(pdf)
    _list_attachments_once(pdf)
    for thing in list(pdf.objects):
        if isinstance(thing, dict) and thing.get("Subtype") == "/Widget":
            _make_signature_field(pdf, thing)
        if isinstance(thing, dict) and thing.get("S") == "/Form":
            _point_at_the_field_itself(thing)
    _prepare_form(pdf)


def _mark_as_accessible(pdf: Any) -> None:
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", UA_MARK + b"</rdf:RDF>", 1)


def _list_attachments_once(pdf: Any) -> None:
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _make_signature_field(pdf: Any, field: Any) -> None:
    x1, y1, x2, y2 = field["Rect"]
    left, low, right, high = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    for key in CHECKBOX_KEYS:
        field.pop(key, None)
    nothing = pydyf.Stream(
        extra={
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array((0, 0, right - left, high - low)),
        }
    )
    pdf.add_object(nothing)
    field["FT"], field["F"] = "/Sig", PRINT_AND_LOCK
    field["Rect"] = pydyf.Array((left, low, right, high))
    field["AP"] = pydyf.Dictionary({"N": nothing.reference})


def _point_at_the_field_itself(element: Any) -> None:
    """pyHanko knows a tagged field only where /K is the reference, not a list of one."""
    kids = element.get("K")
    if isinstance(kids, list) and len(kids) == 1:
        element["K"] = kids[0]


def _prepare_form(pdf: Any) -> None:
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    form.pop("NeedAppearances", None)
    form.pop("DR", None)
    form["SigFlags"] = 3
