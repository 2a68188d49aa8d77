"""An authority for demonstrations: a root, an issuer below it, and a key file for each person.

It certifies nobody in earnest. Production has its roots and key files from outside.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

SINCE = datetime(2015, 1, 1, tzinfo=UTC)
UNTIL = datetime(2045, 1, 1, tzinfo=UTC)
ROOT = "Nghị Sự – Chứng thực gốc (trình diễn)"
ISSUER = "Nghị Sự – Chứng thực chữ ký số (trình diễn)"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Whom a certificate names."""

    key: str
    name: str
    title: str
    organisation: str


class Authority:
    """The folder of the demonstration's authority; it is founded on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "roots" / "root.pem"
        self.issuer = folder / "issuer.p12"
        self.secret = folder / "passphrase"

    @property
    def passphrase(self) -> bytes:
        return self.secret.read_bytes()

    def key_file(self, holder: Holder) -> bytes:
        """Return the holder's PKCS#12 file, issued on first asking."""
        path = self.folder / "persons" / f"{holder.key}.p12"
        if not path.exists():
            with self._alone():
                self._found()
                if not path.exists():
                    self._issue(path, holder)
        return path.read_bytes()

    def root_certificate(self) -> bytes:
        """Return the root in PEM."""
        if not self.root.exists():
            with self._alone():
                self._found()
        return self.root.read_bytes()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _found(self) -> None:
        if self.root.exists():
            return
        _write(self.secret, secrets.token_urlsafe(24).encode())
        root_key, issuer_key = _new_key(), _new_key()
        root = _certificate(
            _authority_name(ROOT), root_key, _authority_name(ROOT), root_key, depth=1
        )
        issuer = _certificate(_authority_name(ISSUER), issuer_key, root.subject, root_key, depth=0)
        _write(self.issuer, self._packed("issuer", issuer_key, issuer, [root]))
        _write(self.root, root.public_bytes(Encoding.PEM))

    def _issue(self, path: Path, holder: Holder) -> None:
        key, issuer, others = pkcs12.load_key_and_certificates(
            self.issuer.read_bytes(), self.passphrase
        )
        if not isinstance(key, rsa.RSAPrivateKey) or issuer is None:
            raise TypeError("The issuer's key file holds no RSA key with its certificate.")
        own_key = _new_key()
        own = _certificate(_person_name(holder), own_key, issuer.subject, key, depth=None)
        _write(path, self._packed(holder.key, own_key, own, [issuer, *others]))

    def _packed(
        self,
        name: str,
        key: rsa.RSAPrivateKey,
        own: x509.Certificate,
        chain: list[x509.Certificate],
    ) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            name.encode(), key, own, chain, BestAvailableEncryption(self.passphrase)
        )


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _authority_name(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Nghị Sự"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _person_name(holder: Holder) -> x509.Name:
    facts = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, holder.organisation[:64]),
        (NameOID.TITLE, holder.title[:64]),
        (NameOID.COMMON_NAME, holder.name[:64]),
        (NameOID.USER_ID, holder.key[:64]),
    )
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in facts if value])


def _certificate(
    subject: x509.Name,
    key: rsa.RSAPrivateKey,
    issuer: x509.Name,
    issuer_key: rsa.RSAPrivateKey,
    *,
    depth: int | None,
) -> x509.Certificate:
    """Certify ``key``; ``depth`` is how many authorities may follow, None for a person."""
    is_authority = depth is not None
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(SINCE)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=depth), critical=True)
        .add_extension(_usage(is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
        .sign(issuer_key, hashes.SHA256())
    )


def _usage(is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_suffix(".half")
    half.touch(mode=0o600)
    half.write_bytes(content)
    os.replace(half, path)
