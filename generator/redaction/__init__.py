"""Turns a meeting as its source tells it into one that may be shown; nothing else makes a `RedactedMeeting`."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.model.meeting import Attendance, Meeting
from generator.model.message import Message
from generator.model.publicity import Publicity
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.redaction.attachments import Files, Reader, public_attachments
from generator.redaction.items import shown_item
from generator.redaction.ledger import Ledger, LedgerEntry, Spot
from generator.redaction.masking import EVERYTHING, masked_text
from generator.redaction.needles import Needle, needles, public_texts
from generator.redaction.policy import Policy, Unmarked
from generator.redaction.recordings import moments, public_recording

__all__ = ["LedgerEntry", "Needle", "Policy", "Redaction", "Unmarked", "public_texts", "redact"]


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """What redaction makes of one meeting.

    *needles* are what must not be in any file: in memory only. *withheld* counts by ground, recognizer or reason.
    *files* are {address in the site: bytes} of cleaned attachments, *copies* {address: file} of the recording.
    """

    meeting: RedactedMeeting
    needles: tuple[Needle, ...]
    withheld: dict[str, int]
    ledger: tuple[LedgerEntry, ...]
    messages: tuple[Message, ...]
    files: dict[str, bytes]
    copies: dict[str, Path]


def redact(meeting: Meeting, policy: Policy, read: Reader) -> Redaction:
    """Return *meeting* as it may be shown under *policy*; *read* gives the bytes of a file of its export."""
    ledger = Ledger()
    files = Files(read=read, out={}, copies={})
    shown = _shown(meeting, policy, files, Spot(ledger, meeting.id, meeting.language, EVERYTHING))
    return Redaction(
        meeting=shown,
        needles=needles(ledger.secrets, meeting.id, public_texts(shown)),
        withheld=ledger.counts(),
        ledger=tuple(ledger.entries),
        messages=tuple(ledger.messages),
        files=files.out,
        copies=files.copies,
    )


def _shown(meeting: Meeting, policy: Policy, files: Files, spot: Spot) -> RedactedMeeting:
    items = tuple(
        shown_item(item, policy, files, spot._replace(subject=item.id, language=item.language)) for item in meeting.items
    )
    recording = public_recording(meeting.recording, items, files, spot) if meeting.recording else None
    starts = moments(meeting.recording, items) if meeting.recording and recording else {}
    return RedactedMeeting(
        id=meeting.id,
        source_id=meeting.source_id,
        organization=meeting.organization,
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        place=masked_text(meeting.place, spot.at("place")) if meeting.place else None,
        stage=meeting.stage,
        state=meeting.state,
        number=meeting.number,
        language=meeting.language,
        languages=tuple(sorted({item.language for item in items} or {meeting.language})),
        attendance=tuple(_attendance(who, spot.at(f"attendance/{n}")) for n, who in enumerate(meeting.attendance, 1)),
        items=tuple(replace(i, moment=starts.get(i.id)) if isinstance(i, PublicItem) else i for i in items),
        attachments=public_attachments(meeting.attachments, Publicity(), policy, files, spot),
        recording=recording,
    )


def _attendance(who: Attendance, spot: Spot) -> Attendance:
    return replace(
        who,
        name=masked_text(who.name, spot.at("name")),
        role=masked_text(who.role, spot.at("role")) if who.role else who.role,
        group=masked_text(who.group, spot.at("group")) if who.group else who.group,
    )
