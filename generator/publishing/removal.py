"""What must go from a meeting that stays as last published: removal always wins (rule 6)."""

from collections.abc import Collection

from msgspec.structs import replace

from generator.model.redacted import HeldItem, PublicAttachment, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.model.text import Block, Heading, Inline, ItemList, Mask, Paragraph, Table, Withheld

# Reasons given by redaction concern publicity; an item that was public before and has one now must go at once.
PUBLICITY_REASONS = "redaction."
# These say nothing of publicity: the bytes never came, or could not be carried over.
NEVER_CAME = {None, "not_in_export", "lost"}


def without_what_must_go(old: RedactedMeeting, now: RedactedMeeting, bad_pages: Collection[str]) -> RedactedMeeting:
    """Return *old* without what *now* withholds.

    An item that is secret now, or in doubt, is only mentioned. One of which a part is withheld is shown as it now is, or
    not at all when its page is among *bad_pages*.
    """
    by_key = {key: item for item in now.items for key in (item.source_id, item.id)}
    withholding = [item for item in now.items if _withholds(item)]
    if not withholding and not _hidden(now.attachments):
        return old
    items: list[ShownItem] = []
    for item in old.items:
        current = by_key.get(item.source_id) or by_key.get(item.id)
        if current is None or not _withholds(current):
            items.append(item)
        elif not isinstance(current, PublicItem) or current.id not in bad_pages:
            items.append(current)
    if _is_any_unknown(withholding, old):
        # Nobody can tell which of the old items it is that is withheld now.
        items = [item for item in items if item.source_id in by_key or item.id in by_key]
    # The recording and its captions may hold what the item's page no longer says.
    recording = now.recording if withholding else old.recording
    return replace(old, items=tuple(items), attachments=_attachments(old.attachments, now.attachments), recording=recording)


def only_waits(item: ShownItem) -> bool:
    """Tell whether *item* waits for a reason that says nothing of its publicity."""
    return isinstance(item, HeldItem) and not any(reason.startswith(PUBLICITY_REASONS) for reason in item.reasons)


def _is_any_unknown(withholding: list[ShownItem], old: RedactedMeeting) -> bool:
    known = {key for item in old.items for key in (item.source_id, item.id)}
    return any(item.source_id not in known and item.id not in known for item in withholding)


def _withholds(item: ShownItem) -> bool:
    """Tell whether anything of *item* is withheld for a reason of publicity."""
    if not isinstance(item, PublicItem):
        return isinstance(item, SecretItem) or not only_waits(item)
    sections = (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))
    return bool(_hidden(item.attachments)) or any(
        _is_masked(section.heading) or any(map(_is_cut, section.blocks)) for section in sections
    )


def _hidden(attachments: tuple[PublicAttachment, ...]) -> tuple[PublicAttachment, ...]:
    return tuple(a for a in attachments if a.reason not in NEVER_CAME)


def _is_cut(block: Block) -> bool:
    match block:
        case Paragraph() | Heading():
            return _is_masked(block.content)
        case ItemList():
            return any(_is_cut(inner) for item in block.items for inner in item)
        case Table():
            return _is_masked(block.caption) or any(_is_masked(cell.content) for row in block.rows for cell in row)
        case Withheld():
            return True


def _is_masked(content: tuple[Inline, ...]) -> bool:
    return any(isinstance(piece, Mask) for piece in content)


def _attachments(old: tuple[PublicAttachment, ...], now: tuple[PublicAttachment, ...]) -> tuple[PublicAttachment, ...]:
    """Return *old* without the files that are not going out now, when any of *now* is withheld."""
    if not _hidden(now):
        return old
    going = {attachment.file.sha256 for attachment in now if attachment.file}
    return tuple(attachment for attachment in old if attachment.file and attachment.file.sha256 in going)
