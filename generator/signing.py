"""Who signs a decision or an assessment, and with which key."""

import os
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.errors import ConfigurationError
from generator.review import keys


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs, by *name* in the configuration, and that person's secret *key*."""

    name: str
    key: bytes


def signer(settings: Settings, name: str | None, key_file: Path | None) -> Signer:
    """Return who signs: the person whose public key in the configuration belongs to the secret one.

    Raises:
        ConfigurationError: nobody is named, there is no such key, or it is another person's.
    """
    if not name and not key_file:
        raise ConfigurationError("review.who")
    key = keys.read_key(key_file or own_file(str(name)))
    public = keys.public_half(key)
    known = next((reviewer for reviewer, half in settings.reviewers.items() if half == public), None)
    if known is None or name not in {None, known}:
        raise ConfigurationError("review.reviewer_unknown", where=settings.config_file.name)
    return Signer(name=known, key=key)


def own_file(name: str) -> Path:
    """Return where a person's key lies: in the person's own folder, never in the site's, which others read and back up."""
    configured = os.environ.get("XDG_CONFIG_HOME")
    return (Path(configured) if configured else Path.home() / ".config") / "pykala" / f"{name}.key"
