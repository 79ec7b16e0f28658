"""What some texts of a case withhold and others say: agenda and minutes, board and council, one language and another."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model import expiry
from generator.model.meeting import Section, SectionKind
from generator.model.redacted import HeldItem, PublicAttachment, PublicItem, RedactedMeeting, ShownItem
from generator.model.text import Block, Heading, ItemList, Paragraph, Run, Table, Withheld, inline_text
from generator.redaction import Redaction
from generator.redaction.folding import runs, words
from generator.redaction.masking import address_words
from generator.redaction.needles import NeedleKind
from generator.redaction.places import case_of
from generator.redaction.register import Register, grown
from generator.redaction.withheld import WITHHELD_IN_CASE, withheld


def with_what_is_withheld(register: Register, redactions: Sequence[Redaction]) -> Register:
    """Return *register* with what *redactions* withhold; a run of words that another case says in public is nobody's secret."""
    needles = [needle for redaction in redactions for needle in redaction.needles]
    sought = {needle.text for needle in needles if needle.kind is NeedleKind.PASSAGE}
    said: dict[str, set[str]] = {}
    for meeting in (redaction.meeting for redaction in redactions if sought):
        for item in (item for item in meeting.items if isinstance(item, PublicItem)):
            for run in {" ".join(run) for text in texts_of(item) for run in runs(words(text))} & sought:
                said.setdefault(run, set()).add(_scope(item, meeting))
    return grown(register, [needle for needle in needles if not said.get(needle.text, set()) - {needle.case or needle.meeting}])


def concerns(register: Register, redaction: Redaction) -> bool:
    """Tell whether what *redaction* shows says something that *register* withholds, or asks a person about it."""
    if any(doubt.reason == WITHHELD_IN_CASE for doubt in (*redaction.doubts, *redaction.decided)):
        return True
    meeting = redaction.meeting
    items = [item for item in meeting.items if isinstance(item, PublicItem)]
    spoken = withheld(register, [*(_scope(item, meeting) for item in items), meeting.id])
    tracks = meeting.recording.captions if meeting.recording else ()
    said = ["\n".join(cue.text for track in tracks for cue in track.cues), *_of_attachments(meeting.attachments)]
    if any(spoken.marks(text) or spoken.chances(text) for text in said):
        return True
    return any(_concerns(register, item, meeting) for item in items)


def without_repeated(meeting: RedactedMeeting, register: Register) -> RedactedMeeting:
    """Return *meeting*, as it was last published, with the mention of each item that says what is withheld in its case now.

    Its source is not there any more, so no mask can be put into it.
    """
    # A name that stands for a time is looked for nowhere but where it must not stand.
    later = {item.id: item for item in expiry.timeless(meeting).items}
    items = tuple(_held(item) if _says(register, later[item.id], meeting) else item for item in meeting.items)
    spoken = withheld(register, [*(_scope(i, meeting) for i in meeting.items if isinstance(i, PublicItem)), meeting.id])
    attachments = tuple(a for a in meeting.attachments if not any(map(spoken.holds_names, _of_attachments([a]))))
    if (items, attachments) == (meeting.items, meeting.attachments):
        return meeting
    return replace(meeting, items=items, attachments=attachments, recording=None)


def texts_of(item: PublicItem) -> Iterator[str]:
    """Yield every text of *item* as shown, a heading, paragraph or table row each."""
    yield item.title
    for section in (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections)):
        yield from _of_section(section)
    for event in item.votes:
        yield from (event.text, *(words for _, words in event.meaning))
    yield from _of_attachments(item.attachments)


def _concerns(register: Register, item: PublicItem, meeting: RedactedMeeting) -> bool:
    own = withheld(register, [_scope(item, meeting), meeting.id], item.id)
    return any(own.marks(text) or own.chances(text) for text in texts_of(item)) or bool(own.repeats(_whole(item)))


def _says(register: Register, item: ShownItem, meeting: RedactedMeeting) -> bool:
    if not isinstance(item, PublicItem):
        return False
    own = withheld(register, [_scope(item, meeting), meeting.id], item.id)
    return any(map(own.holds_names, texts_of(item))) or bool(own.repeats(_whole(item)))


def _held(item: ShownItem) -> HeldItem:
    return HeldItem(
        id=item.id,
        source_id=item.source_id,
        order=item.order,
        language=item.language,
        reasons=(WITHHELD_IN_CASE,),
        number=item.number,
    )


def _scope(item: PublicItem, meeting: RedactedMeeting) -> str:
    return case_of(item.register_number) or meeting.id


def _whole(item: PublicItem) -> str:
    """Return the running text of *item*, but for what is the same in every case."""
    sections = (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))
    return "\n\n".join(text for section in sections if section.kind is not SectionKind.APPEAL for text in _of_section(section))


def _of_attachments(attachments: Iterable[PublicAttachment]) -> Iterator[str]:
    for attachment in attachments:
        yield attachment.title
        yield from _of_blocks(attachment.text.blocks if attachment.text else ())


def _of_section(section: Section) -> Iterator[str]:
    yield inline_text(section.heading)
    yield from _of_blocks(section.blocks)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield inline_text(block.content)
                yield from (address_words(run.href) for run in block.content if isinstance(run, Run) and run.href)
            case ItemList():
                for item in block.items:
                    yield from _of_blocks(item)
            case Table():
                yield inline_text(block.caption)
                yield from ("\t".join(inline_text(cell.content) for cell in row) for row in block.rows)
            case Withheld():
                pass
