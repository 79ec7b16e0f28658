"""The reports of a run: what they are made from is put together here, and what the next report compares with is kept."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from generator import assessing, reports
from generator.audit.findings import Audit
from generator.config import Settings
from generator.errors import ConfigurationError
from generator.model.redacted import RedactedMeeting, public_attachments
from generator.reports import FOLDER, DatedAudit, Evidence, history
from generator.reports.criteria import LEVELS
from generator.reports.evidence import Attachment, Publisher, Recording
from generator.reports.history import Entry
from generator.store import AUDITS, Store


def write(settings: Settings, store: Store, audit: Audit, meetings: Iterable[RedactedMeeting], day: date) -> Path:
    """Write the reports on *audit*, made of a site that holds *meetings*, and return the one in the first language.

    What the audit found is kept in `private/` for the next one: it cannot be made again from what that day's pages were.
    """
    shown = tuple(meetings)
    dated = DatedAudit(
        **msgspec.structs.asdict(audit),
        date=day,
        configuration=hashlib.sha256(settings.config_file.read_bytes()).hexdigest(),
        recordings=_recordings(shown, store.recordings(), day),
        attachments=_attachments(shown),
    )
    evidence = _evidence(settings, store, dated)
    for entry in (*history.shortened(evidence.past), evidence.entry):
        store.keep_audit(entry.day, msgspec.json.format(msgspec.json.encode(entry), indent=1) + b"\n")
    return reports.write(evidence, settings.work_dir / FOLDER, settings.languages)[0]


def again(settings: Settings) -> tuple[Path, ...]:
    """Write the reports anew from the findings of the last run and what persons said since; return their paths.

    Raises:
        AuditError: there are no findings.
    """
    store, last = Store(settings.private_dir), reports.last(settings.work_dir)
    judged = assessing.judged(last, assessing.said(settings, store), last.date)
    return reports.write(_evidence(settings, store, _dated(last, judged)), settings.work_dir / FOLDER, settings.languages)


def _dated(last: DatedAudit, judged: Audit) -> DatedAudit:
    return msgspec.structs.replace(last, findings=judged.findings)


def _evidence(settings: Settings, store: Store, audit: DatedAudit) -> Evidence:
    said = assessing.said(settings, store)
    past = history.past(_entries(store.audits()), audit.date)
    return Evidence(
        audit=audit,
        publisher=Publisher(
            names=settings.municipality,
            url=settings.url,
            email=settings.feedback.email,
            reviewed=settings.statement.reviewed,
        ),
        entry=history.entry(audit, audit.date, past, recorded=sum(number in said.records for number in LEVELS)),
        said=said,
        past=past,
        idle=assessing.idle(audit, said, audit.date),
    )


def _entries(kept: Iterable[bytes]) -> list[Entry]:
    try:
        return [msgspec.json.decode(content, type=Entry) for content in kept]
    except msgspec.DecodeError as error:
        raise ConfigurationError("publishing.private_damaged", where=AUDITS) from error


def _recordings(meetings: Iterable[RedactedMeeting], published: Mapping[str, date], day: date) -> tuple[Recording, ...]:
    return tuple(
        Recording(
            meeting=meeting.id,
            page=f"/{meeting.id}.html",
            published=published.get(meeting.id, day),
            has_captions=bool(meeting.recording.captions),
        )
        for meeting in meetings
        if meeting.recording
    )


def _attachments(meetings: Iterable[RedactedMeeting]) -> tuple[Attachment, ...]:
    files = (attachment.file for meeting in meetings for attachment in public_attachments(meeting) if attachment.file)
    found = {file.path: file.media_type for file in files}
    return tuple(Attachment(path=path, media_type=kind) for path, kind in sorted(found.items()))
