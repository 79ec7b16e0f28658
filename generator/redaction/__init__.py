"""Turns a meeting as its source tells it into one that may be shown; nothing else makes a `RedactedMeeting`."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.model.attachment import Attachment
from generator.model.meeting import Attendance, Meeting
from generator.model.message import Message
from generator.model.publicity import Publicity, PublicityClass
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem
from generator.redaction.attachments import Files, Reader, is_appeal_instruction, public_attachments
from generator.redaction.items import shown_item
from generator.redaction.ledger import Ledger, LedgerEntry, Spot
from generator.redaction.masking import EVERYTHING, masked_message, masked_text
from generator.redaction.needles import Needle, needles, public_texts
from generator.redaction.policy import Policy, Unmarked
from generator.redaction.recordings import is_wholly_shown, moments, public_recording
from generator.redaction.repeating import without_repeating_files

__all__ = ["LedgerEntry", "Needle", "Policy", "Redaction", "Unmarked", "masked_message", "public_texts", "redact"]


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
    spot = Spot(ledger, meeting.id, meeting.language, EVERYTHING)
    shown = without_repeating_files(_shown(meeting, policy, files, spot), files, spot)
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
        organization=replace(meeting.organization, name=masked_text(meeting.organization.name, spot.at("organization"))),
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        place=masked_text(meeting.place, spot.at("place")) if meeting.place else None,
        stage=meeting.stage,
        state=meeting.state,
        number=masked_text(meeting.number, spot.at("number")) if meeting.number else None,
        language=meeting.language,
        languages=tuple(sorted({item.language for item in items} or {meeting.language})),
        attendance=tuple(_attendance(who, spot.at(f"attendance/{n}")) for n, who in enumerate(meeting.attendance, 1)),
        items=tuple(replace(i, moment=starts.get(i.id)) if isinstance(i, PublicItem) else i for i in items),
        attachments=public_attachments(_of_whole_meeting(meeting.attachments, items), Publicity(), policy, files, spot),
        recording=recording,
    )


def _of_whole_meeting(attachments: tuple[Attachment, ...], items: tuple[ShownItem, ...]) -> tuple[Attachment, ...]:
    """Return *attachments* of the meeting: what may hold every item's text is no more public than the least public item."""
    if all(map(is_wholly_shown, items)):
        return attachments
    unclear = Publicity(classification=PublicityClass.UNKNOWN)
    return tuple(a if is_appeal_instruction(a) else replace(a, publicity=unclear) for a in attachments)


def _attendance(who: Attendance, spot: Spot) -> Attendance:
    return replace(
        who,
        name=masked_text(who.name, spot.at("name")),
        role=masked_text(who.role, spot.at("role")) if who.role else who.role,
        group=masked_text(who.group, spot.at("group")) if who.group else who.group,
    )
