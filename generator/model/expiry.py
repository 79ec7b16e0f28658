"""What time takes from a meeting that may be shown: names when the time for appeal is over, and at last the whole text."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from generator.model.meeting import Section
from generator.model.redacted import EndedItem, HeldItem, PublicItem, RedactedMeeting, ShownItem
from generator.model.text import Block, Heading, Inline, ItemList, Mask, Named, Paragraph, Table, Withheld

DAY_AFTER = timedelta(days=1)
# _expiry/2026-11-02/PATH takes the place of PATH in the site from that day on.
FOLDER = "_expiry"


def at(meeting: RedactedMeeting, day: date) -> RedactedMeeting:
    """Return *meeting* as it may be shown on *day*."""
    return ended(meeting) if _is_over(meeting, day) else depersonalised(meeting, day)


def depersonalised(meeting: RedactedMeeting, day: date) -> RedactedMeeting:
    """Return *meeting* with a mask for each private person's name whose time is over on *day*, or is not known.

    K 140 § 1 mom.: personal data is removed from the web when the time for rectification or appeal ends.
    """
    return replace(meeting, items=tuple(_without_names(item) if _is_due(item, day) else item for item in meeting.items))


def timeless(meeting: RedactedMeeting) -> RedactedMeeting:
    """Return *meeting* without anything that ends, and without when: what two of its versions are compared by."""
    return replace(depersonalised(meeting, date.max), page_until=None)


def ended(meeting: RedactedMeeting) -> RedactedMeeting:
    """Return the mention of *meeting*, whose time on the site is over: its addresses answer, and nothing else is left."""
    return replace(
        meeting,
        place=None,
        attendance=(),
        items=tuple(
            EndedItem(id=i.id, source_id=i.source_id, order=i.order, language=i.language, number=i.number)
            for i in meeting.items
            if not isinstance(i, HeldItem)
        ),
        attachments=(),
        recording=None,
        is_ended=True,
    )


def dates(meeting: RedactedMeeting) -> tuple[date, ...]:
    """Return the days on which *meeting* changes by itself, each the day after a last one, in order."""
    last = {item.personal_data_until for item in meeting.items if is_timed(item) and isinstance(item, PublicItem)}
    page = () if meeting.is_ended else (meeting.page_until,)
    return tuple(sorted(day + DAY_AFTER for day in {*last, *page} if day and _is_within(day, meeting.page_until)))


def end_of_page(meeting: RedactedMeeting) -> date | None:
    """Return the day on which the text of *meeting* leaves the site, None where no end is set, or it is past."""
    return None if meeting.is_ended or meeting.page_until is None else meeting.page_until + DAY_AFTER


def prepared(day: date) -> str:
    """Return the folder of the site in which the files of *day* wait."""
    return f"{FOLDER}/{day.isoformat()}"


def is_timed(item: ShownItem) -> bool:
    """Tell whether *item* names a private person for a time."""
    return isinstance(item, PublicItem) and any(_names(item))


def names(item: PublicItem) -> tuple[Named, ...]:
    """Return the names in *item* that stand for a time and must stand nowhere else."""
    return tuple(name for name in _names(item) if not name.is_approved)


def _is_over(meeting: RedactedMeeting, day: date) -> bool:
    return meeting.is_ended or (meeting.page_until is not None and meeting.page_until < day)


def _is_within(day: date, page_until: date | None) -> bool:
    """Tell whether *day* comes before the whole text goes, or with it."""
    return page_until is None or day <= page_until


def _is_due(item: ShownItem, day: date) -> bool:
    if not isinstance(item, PublicItem) or not is_timed(item):
        return False
    return item.personal_data_until is None or item.personal_data_until < day


def _without_names(item: ShownItem) -> ShownItem:
    if not isinstance(item, PublicItem):
        return item
    return replace(item, sections=tuple(map(_section, item.sections)), personal_data_until=None)


def _section(section: Section) -> Section:
    return replace(section, blocks=tuple(map(_block, section.blocks)))


def _block(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, content=_masked(block.content))
        case ItemList():
            return replace(block, items=tuple(tuple(map(_block, item)) for item in block.items))
        case Table():
            rows = tuple(tuple(replace(cell, content=_masked(cell.content)) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=_masked(block.caption))
        case Withheld():
            return block


def _masked(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(Mask(kind=piece.kind, ground=piece.ground) if isinstance(piece, Named) else piece for piece in content)


def _names(item: PublicItem) -> Iterator[Named]:
    for section in item.sections:
        for block in section.blocks:
            yield from _in_block(block)


def _in_block(block: Block) -> Iterator[Named]:
    match block:
        case Paragraph() | Heading():
            yield from _in_text(block.content)
        case ItemList():
            for item in block.items:
                for inner in item:
                    yield from _in_block(inner)
        case Table():
            yield from _in_text(block.caption)
            for row in block.rows:
                for cell in row:
                    yield from _in_text(cell.content)
        case Withheld():
            return


def _in_text(content: tuple[Inline, ...]) -> Iterator[Named]:
    return (piece for piece in content if isinstance(piece, Named))
