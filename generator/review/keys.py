"""A person's key: an Ed25519 pair of which the public half stands in mkdocs.yml and the secret half with the person."""

import base64
import binascii
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from generator.errors import ConfigurationError

OTHERS = 0o077


def new_key() -> bytes:
    """Return a new secret key in PEM, as other tools read it too (PKCS #8)."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_key(path: Path) -> bytes:
    """Return the secret key in the file *path*.

    Raises:
        ConfigurationError: there is no such file, it is no key, or others than its owner may read it.
    """
    if not path.is_file():
        raise ConfigurationError("review.key_missing", where=path.name)
    if path.stat().st_mode & OTHERS:
        raise ConfigurationError("review.key_open_to_others", where=path.name)
    content = path.read_bytes()
    if _secret(content) is None:
        raise ConfigurationError("review.key_unreadable", where=path.name)
    return content


def public_half(key: bytes) -> str:
    """Return the public half of the secret *key*, as mkdocs.yml holds it: 32 bytes in Base64."""
    raw = _known(key).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode("ascii")


def is_public_half(text: str) -> bool:
    """Tell whether *text* is a public key as mkdocs.yml holds it."""
    return _public(text) is not None


def signature(key: bytes, content: bytes) -> str:
    """Return the signature of *content* by the secret *key*, in hexadecimal."""
    return _known(key).sign(content).hex()


def is_signed(public: str, signed: str, content: bytes) -> bool:
    """Tell whether *signed* is the signature of *content* by the key whose public half is *public*."""
    key = _public(public)
    if key is None:
        return False
    try:
        key.verify(bytes.fromhex(signed), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _known(key: bytes) -> Ed25519PrivateKey:
    secret = _secret(key)
    if secret is None:
        raise ConfigurationError("review.key_unreadable")
    return secret


def _secret(content: bytes) -> Ed25519PrivateKey | None:
    try:
        key = load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, Ed25519PrivateKey) else None


def _public(text: str) -> Ed25519PublicKey | None:
    try:
        raw = base64.b64decode(text, validate=True)
        # One way to write each key, so that a person cannot stand there twice.
        return Ed25519PublicKey.from_public_bytes(raw) if base64.b64encode(raw).decode("ascii") == text else None
    except (ValueError, binascii.Error):
        return None
