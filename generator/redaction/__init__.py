"""Turns a meeting as its source tells it into one that may be shown; nothing else makes a `RedactedMeeting`."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.model.attachment import Attachment
from generator.model.decision import Doubt
from generator.model.meeting import AgendaItem, Attendance, Meeting
from generator.model.message import Message
from generator.model.publicity import Publicity, PublicityClass
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem
from generator.redaction.attachments import Files, Reader, is_appeal_instruction, public_attachments
from generator.redaction.cases import Cases, Memory, all_cases
from generator.redaction.items import shown_item
from generator.redaction.ledger import Ledger, LedgerEntry, Spot
from generator.redaction.masking import IDENTIFIERS, masked_message, masked_text
from generator.redaction.matter import of_item, of_meeting, twins
from generator.redaction.minutes import as_decided
from generator.redaction.named import named_kinds
from generator.redaction.names import Field
from generator.redaction.needles import Needle, names_of, needles, public_texts
from generator.redaction.places import case_of
from generator.redaction.policy import NamedDecisions, Names, Policy, Unmarked
from generator.redaction.recognizers.street_address import KIND as STREET_ADDRESS
from generator.redaction.recordings import is_wholly_shown, moments, public_recording
from generator.redaction.register import NOTHING as NOTHING_WITHHELD
from generator.redaction.register import Ended, Register
from generator.redaction.repeating import without_repeating_files
from generator.redaction.withheld import withheld

__all__ = [
    "Cases", "LedgerEntry", "Memory", "NamedDecisions", "Names", "Needle", "Policy", "Redaction", "Unmarked", "all_cases",
    "masked_message", "names_of", "public_texts", "redact",
]  # fmt: skip


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """What redaction makes of one meeting.

    *needles* are what must not be in any file: in memory only. *withheld* counts by ground, recognizer or reason.
    *files* are {address in the site: bytes} of cleaned attachments, *copies* {address: file} of the recording. *doubts* are
    what waits for a person, *decided* what one has decided on; *doubtful_texts* are their texts by id, in memory only. *ended*
    is what a person has called public after all, though the case withheld it.
    """

    meeting: RedactedMeeting
    needles: tuple[Needle, ...]
    withheld: dict[str, int]
    ledger: tuple[LedgerEntry, ...]
    messages: tuple[Message, ...]
    files: dict[str, bytes]
    copies: dict[str, Path]
    doubts: tuple[Doubt, ...]
    decided: tuple[Doubt, ...]
    doubtful_texts: dict[str, str]
    ended: tuple[Ended, ...] = ()


def redact(
    meeting: Meeting, policy: Policy, read: Reader, cases: Cases | None = None, register: Register = NOTHING_WITHHELD
) -> Redaction:
    """Return *meeting* as it may be shown under *policy*; *read* gives the bytes of a file of its export.

    *cases* tell who is named in all meetings; without them, only the texts of this one tell of each other. *register* holds
    what other texts of its cases withhold, or have withheld.
    """
    cases = cases or all_cases([meeting], policy.names)
    ledger = Ledger()
    files = Files(read=read, out={}, copies={})
    matter = of_meeting(meeting, policy.decided)
    meeting = as_decided(meeting, matter, ledger)
    spot = Spot(
        ledger,
        meeting.id,
        meeting.language,
        IDENTIFIERS,
        matter=matter,
        people=cases.of_meeting(meeting),
        withheld=withheld(register, [*(case_of(item.register_number) for item in meeting.items), meeting.id]),
    )
    shown = without_repeating_files(_shown(meeting, policy, files, spot, cases=cases, register=register), files, spot)
    return Redaction(
        meeting=shown,
        needles=needles(ledger.secrets, meeting.id, public_texts(shown), {i.id: i.register_number for i in meeting.items}),
        withheld=ledger.counts(),
        ledger=tuple(ledger.entries),
        messages=tuple(ledger.messages),
        files=files.out,
        copies=files.copies,
        doubts=tuple(noted.doubt for noted in ledger.doubts.values() if noted.doubt.verdict is None),
        decided=tuple(noted.doubt for noted in ledger.decided_doubts.values()),
        doubtful_texts={noted.doubt.id: noted.text for noted in ledger.doubts.values()},
        ended=tuple(ledger.ended),
    )


def _shown(
    meeting: Meeting, policy: Policy, files: Files, spot: Spot, *, cases: Cases, register: Register
) -> RedactedMeeting:
    items = tuple(
        shown_item(
            item,
            policy,
            files,
            _spot_of(item, twin, meeting, policy, spot)._replace(
                people=cases.of(item), withheld=withheld(register, [case_of(item.register_number), meeting.id], item.id)
            ),
        )
        for item, twin in zip(meeting.items, twins(meeting.items), strict=True)
    )
    spoken = spot._replace(field=Field.ASSEMBLY)
    recording = public_recording(meeting.recording, items, files, spoken) if meeting.recording else None
    starts = moments(meeting.recording, items) if meeting.recording and recording else {}
    # Where it meets is no home, and must be told (K 94 §).
    place = spot._replace(kinds=spot.kinds - {STREET_ADDRESS}).at("place")
    return RedactedMeeting(
        id=meeting.id,
        source_id=meeting.source_id,
        organization=replace(meeting.organization, name=masked_text(meeting.organization.name, spot.at("organization"))),
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        place=masked_text(meeting.place, place) if meeting.place else None,
        stage=meeting.stage,
        state=meeting.state,
        number=masked_text(meeting.number, spot.at("number")) if meeting.number else None,
        language=meeting.language,
        languages=tuple(sorted({item.language for item in items} or {meeting.language})),
        attendance=tuple(_attendance(who, spot.at(f"attendance/{n}")) for n, who in enumerate(meeting.attendance, 1)),
        items=tuple(replace(i, moment=starts.get(i.id)) if isinstance(i, PublicItem) else i for i in items),
        attachments=public_attachments(_of_whole_meeting(meeting.attachments, items), Publicity(), policy, files, spoken),
        recording=recording,
    )


def _spot_of(item: AgendaItem, twin: int, meeting: Meeting, policy: Policy, spot: Spot) -> Spot:
    return spot._replace(
        subject=item.id,
        language=item.language,
        field=Field.MATTER,
        named=named_kinds(item, meeting, policy),
        matter=of_item(item, spot.matter, twin),
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
