"""What must go from a meeting that stays as last published: removal always wins (rule 6)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model.checking import is_unchecked
from generator.model.redacted import HeldItem, PublicAttachment, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.model.text import Block, Heading, Inline, ItemList, Mask, Paragraph, Table, Withheld

# Reasons given by redaction concern publicity; an item that was public before and has one now must go at once.
PUBLICITY_REASONS = "redaction."
# These say nothing of publicity: the bytes never came, or could not be carried over.
NEVER_CAME = {None, "not_in_export", "lost"}
PASSAGE = "passage"


def without_what_must_go(old: RedactedMeeting, now: RedactedMeeting, bad_pages: Collection[str]) -> RedactedMeeting:
    """Return *old* without what *now* withholds.

    An item that is secret now, or in doubt, is only mentioned. One of which a part is withheld is shown as it now is, or
    not at all when its page is among *bad_pages*. Unchecked minutes show nothing: an item of which they withhold no more than
    *old* does stays, any other goes.
    """
    by_key = {key: item for item in now.items for key in (item.source_id, item.id)}
    withholding = [item for item in now.items if _withholds(item)]
    if not withholding and not _hidden(now.attachments):
        return old
    hidden = {item.id for item in now.items if isinstance(item, PublicItem)} if is_unchecked(now) else bad_pages
    items: list[ShownItem] = []
    for item in old.items:
        current = by_key.get(item.source_id) or by_key.get(item.id)
        if current is None or not _withholds(current) or (current.id in hidden and not _withholds_more(current, item)):
            items.append(item)
        elif not isinstance(current, PublicItem) or current.id not in hidden:
            items.append(current)
    if _is_any_unknown(withholding, old):
        # Nobody can tell which of the old items it is that is withheld now.
        items = [item for item in items if item.source_id in by_key or item.id in by_key]
    # The recording and its captions may hold what the item's page no longer says.
    recording = now.recording if withholding else old.recording
    return replace(old, items=tuple(items), attachments=_attachments(old.attachments, now.attachments), recording=recording)


def shows_what_must_go(old: RedactedMeeting, now: RedactedMeeting) -> bool:
    """Tell whether *old* shows an item, a passage or a file that *now* withholds.

    What is masked inside a text is found by its words, in the files themselves, and not here.
    """
    by_key = {key: item for item in now.items for key in (item.source_id, item.id)}
    pairs = [(item, by_key.get(item.source_id) or by_key.get(item.id)) for item in old.items]
    withholding = [item for item in now.items if not isinstance(item, PublicItem) and _withholds(item)]
    return (
        any(_is_public_no_more(item, current) for item, current in pairs)
        or (_is_any_unknown(withholding, old) and any(current is None for _, current in pairs))
        or _is_file_withdrawn(old.attachments, now.attachments)
    )


def _is_public_no_more(old: ShownItem, now: ShownItem | None) -> bool:
    if now is None or not isinstance(old, PublicItem):
        return False
    if not isinstance(now, PublicItem):
        return _withholds(now)
    return bool(Counter(_passages(now)) - Counter(_passages(old))) or _is_file_withdrawn(old.attachments, now.attachments)


def _is_file_withdrawn(old: tuple[PublicAttachment, ...], now: tuple[PublicAttachment, ...]) -> bool:
    """Tell whether *old* gives a file or a text that is not among *now*, of which more is withheld than of *old*."""
    is_gone = any((attachment.file or attachment.text) and not _is_going(attachment, now) for attachment in old)
    return is_gone and len(_hidden(now)) > len(_hidden(old))


def _withholds_more(now: ShownItem, before: ShownItem) -> bool:
    """Tell whether more of *now* is withheld than of *before*, by kind and ground."""
    if not isinstance(now, PublicItem) or not isinstance(before, PublicItem):
        return True
    return bool(Counter(_withheld_parts(now)) - Counter(_withheld_parts(before)))


def _passages(item: PublicItem) -> Iterator[tuple[str, str]]:
    return (part for part in _withheld_parts(item) if part[0] == PASSAGE)


def _withheld_parts(item: PublicItem) -> Iterator[tuple[str, str]]:
    """Yield kind and ground of each place of *item* where something is withheld."""
    yield from (("file", attachment.reason or "") for attachment in _hidden(item.attachments))
    for attachment in item.attachments:
        yield from _masks_of_text(attachment)
    for section in (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections)):
        yield from _masks(section.heading)
        for block in section.blocks:
            yield from _masks_of(block)


def only_waits(item: ShownItem) -> bool:
    """Tell whether *item* waits for a reason that says nothing of its publicity."""
    return isinstance(item, HeldItem) and not any(reason.startswith(PUBLICITY_REASONS) for reason in item.reasons)


def _is_any_unknown(withholding: Sequence[ShownItem], old: RedactedMeeting) -> bool:
    known = {key for item in old.items for key in (item.source_id, item.id)}
    return any(item.source_id not in known and item.id not in known for item in withholding)


def _withholds(item: ShownItem) -> bool:
    """Tell whether anything of *item* is withheld for a reason of publicity."""
    if not isinstance(item, PublicItem):
        return isinstance(item, SecretItem) or not only_waits(item)
    return any(True for _ in _withheld_parts(item))


def _hidden(attachments: tuple[PublicAttachment, ...]) -> tuple[PublicAttachment, ...]:
    return tuple(a for a in attachments if a.reason not in NEVER_CAME)


def _masks_of_text(attachment: PublicAttachment) -> Iterator[tuple[str, str]]:
    for block in attachment.text.blocks if attachment.text else ():
        yield from _masks_of(block)


def _masks_of(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph() | Heading():
            yield from _masks(block.content)
        case ItemList():
            for item in block.items:
                for inner in item:
                    yield from _masks_of(inner)
        case Table():
            yield from _masks(block.caption)
            for row in block.rows:
                for cell in row:
                    yield from _masks(cell.content)
        case Withheld():
            yield PASSAGE, block.ground


def _masks(content: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    return ((piece.kind, piece.ground) for piece in content if isinstance(piece, Mask))


def _attachments(old: tuple[PublicAttachment, ...], now: tuple[PublicAttachment, ...]) -> tuple[PublicAttachment, ...]:
    """Return *old* without the files and texts that are not going out now, when any of *now* is withheld."""
    if not _hidden(now) and not any(True for attachment in now for _ in _masks_of_text(attachment)):
        return old
    return tuple(attachment for attachment in old if _is_going(attachment, now))


def _is_going(attachment: PublicAttachment, now: tuple[PublicAttachment, ...]) -> bool:
    """Tell whether all that *attachment* shows is among what *now* shows."""
    files = {each.file.sha256 for each in now if each.file}
    texts = [each.text.blocks for each in now if each.text]
    if attachment.file is None and attachment.text is None:
        return False
    is_file_going = attachment.file is None or attachment.file.sha256 in files
    return is_file_going and (attachment.text is None or attachment.text.blocks in texts)
