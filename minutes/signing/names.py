"""Who a certificate names, in the short form of RFC 4514, which needs no translation."""

from asn1crypto import x509

# RFC 4519, section 2: the short names of attributes.
SHORT = {
    "common_name": "CN",
    "country_name": "C",
    "locality_name": "L",
    "organization_name": "O",
    "organizational_unit_name": "OU",
    "serial_number": "serialNumber",
    "state_or_province_name": "ST",
    "title": "title",
    "user_id": "UID",
}


def distinguished_name(name: x509.Name) -> str:
    """Write a name from the person up to the country: ``CN=…, O=…, C=VN``."""
    pairs = [pair for step in reversed(name.chosen) for pair in step]
    return ", ".join(f"{_short(pair['type'])}={pair['value'].native}" for pair in pairs)


def _short(kind: x509.NameType) -> str:
    return str(SHORT.get(kind.native, kind.dotted))
