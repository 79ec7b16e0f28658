"""What the reports are made from: the audit of one day, what was published then, what persons said, and what came before."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from generator.audit.findings import Audit, to_json
from generator.errors import AuditError
from generator.reports.history import NOTHING_BEFORE, Entry, Past
from generator.review.assessments import NOTHING_SAID, Standing

FOLDER = "4-findings"  # of the work folder
FINDINGS = "findings.json"


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """A recording of *meeting* that is published since the day *published*, shown on *page*."""

    meeting: str
    page: str
    published: date
    has_captions: bool


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is published, by its address from the root of the site."""

    path: str
    media_type: str


class DatedAudit(Audit, frozen=True, kw_only=True):
    """What findings.json holds: an audit, its day, the SHA-256 of mkdocs.yml, and what else was published."""

    date: date
    configuration: str = ""
    recordings: tuple[Recording, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Publisher(msgspec.Struct, frozen=True, kw_only=True):
    """Whose site it is: *names* by language, the site's own *url* and an *email* address, empty where they are not known.

    *reviewed* is the day on which the municipality last looked through its accessibility statement.
    """

    names: Mapping[str, str]
    url: str = ""
    email: str = ""
    reviewed: date | None = None

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names[min(self.names)]

    def address(self, path: str) -> str:
        """Return the address of *path*; where the site has none of its own, the one at which the audit saw it."""
        return f"{self.url.rstrip('/') or 'http://localhost'}{path}"


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """All that the reports tell. *past* is of the audits before this one, and *entry* what it leaves for the next.

    *idle* are the names of waivers that meet nothing any more.
    """

    audit: DatedAudit
    publisher: Publisher
    entry: Entry
    said: Standing = NOTHING_SAID
    past: Past = NOTHING_BEFORE
    idle: tuple[str, ...] = ()


def write(audit: DatedAudit, folder: Path) -> None:
    """Write findings.json into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FINDINGS).write_text(to_json(audit), encoding="utf-8")


def last(work_dir: Path) -> DatedAudit:
    """Return the audit of the last run.

    Raises:
        AuditError: there is none.

    """
    try:
        return msgspec.json.decode((work_dir / FOLDER / FINDINGS).read_bytes(), type=DatedAudit)
    except (OSError, msgspec.DecodeError) as error:
        raise AuditError("report.no_findings", where=FINDINGS) from error
