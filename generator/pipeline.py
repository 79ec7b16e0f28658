"""The whole run on one screen: import → redact → render → audit → decide → render what is shared → audit → scan → release."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from generator import audit, importers, media, redaction, rendering, reports
from generator.audit.findings import Audit
from generator.config import Settings, Source
from generator.errors import AuditError, ExportError, ReleaseError
from generator.importers import ReadExport
from generator.model.identifiers import identified
from generator.model.meeting import Meeting
from generator.model.message import Level, Message
from generator.model.redacted import RedactedMeeting
from generator.progress import Say
from generator.publishing import gate, release
from generator.publishing.gate import Decision
from generator.redaction import Policy, Redaction, leaks
from generator.rendering.site import Site
from generator.store import Store


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run. *withheld* counts by ground; *audit* is of every page that the site holds."""

    decision: Decision
    messages: tuple[Message, ...]
    withheld: dict[str, int]
    audit: Audit
    released: bool
    report: Path | None


def publish(settings: Settings, day: date, say: Say) -> Outcome:
    """Run every stage, and put the result on the site if the gate lets it.

    Raises:
        PykalaError: the configuration, the audit or the release failed as a whole; the old site stands.
    """
    store = Store(settings.private_dir)
    with store.locked():
        release.recover(settings.site_dir)
