"""A meeting put together from its page and the pages of its items, or from the latter alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from generator.importers import _dynasty_item as item_page
from generator.importers import _dynasty_meeting as meeting_page
from generator.importers._dynasty_attachments import Entry
from generator.importers._dynasty_meeting import Group, Row
from generator.importers._dynasty_pages import KEY, Header, Page
from generator.importers._language import language_of
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, Attendance, Meeting, Organization, Stage, State
from generator.model.message import Level, Message


@dataclass
class Source:
    """The pages of one meeting, and what was found while they were read.

    *files* are {folded name: name in the export}; *aside* the keys of pages that could not be read, which were told of;
    *used* the folded names of files that the meeting names.
    """

    key: str
    page: Page | None
    items: Sequence[Page]
    files: dict[str, str]
    aside: frozenset[str] = frozenset()
    messages: list[Message] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def say(self, level: Level, key: str, where: str, **arguments: str | int) -> None:
        self.messages.append(Message(level=level, code=f"dynasty.{key}", where=where, arguments=arguments))

    @property
    def name(self) -> str:
        return self.page.name if self.page else self.items[0].name


def meeting(source: Source) -> Meeting | None:
    """Return the meeting of *source*, or None when its organization or day is not told; that is among its messages."""
    header = source.page.header if source.page else source.items[0].header
    if not header.day or not header.organization or not header.stage:
        lacking = "meeting_without_day" if not header.day else "meeting_without_header"
        source.say(Level.ERROR, lacking, source.name, items=len(source.items))
        return None
    groups = meeting_page.groups(source.page) if source.page else ()
    for group in groups:
        if not meeting_page.is_read(group):
            source.say(Level.WARNING, "part_unknown", source.name, rows=len(group.rows))
    items = tuple(_items(source, header))
    return Meeting(
        source_id=source.key,
        organization=Organization(name=header.organization),
        day=header.day,
        start=header.start,
        end=meeting_page.end_of(groups, header.day),
        place=meeting_page.place_of(groups),
        stage=header.stage,
        state=_state(header),
        language="sv" if header.is_swedish else language_of(header.organization, "fi"),
        attendance=tuple(_attendance(groups, header)),
        items=items,
        attachments=tuple(_appeals(source)),
    )


def _state(header: Header) -> State:
    if header.stage is Stage.AGENDA:
        return State.AGENDA
    if header.is_corrected:
        return State.CORRECTED
    return State.CHECKED if header.is_checked else State.DECIDED


def _attendance(groups: Sequence[Group], header: Header) -> Iterator[Attendance]:
    for group in groups:
        if header.day and not meeting_page.is_about_meeting(group) and meeting_page.is_read(group):
            yield from meeting_page.attendance(group, header.day)


def _appeals(source: Source) -> Iterator[Attachment]:
    """Yield the appeal instructions of the meeting, each with the source's words on which items it is for."""
    for appeal in meeting_page.appeals(source.page) if source.page else ():
        source.used.add(appeal.file)
        title = f"{appeal.title} (§ {appeal.items})" if appeal.items else appeal.title
        yield item_page.attachment(Entry(title, file=appeal.file), source.files)


def _items(source: Source, header: Header) -> Iterator[AgendaItem]:
    pages = {page.key: page for page in source.items}
    rows = meeting_page.rows(source.page) if source.page else ()
    missing = 0
    for order, row in enumerate(rows, start=1):
        page = pages.pop(row.key, None)
        if page:
            yield _read(source, page, row, header, order)
            continue
        missing += row.key not in source.aside
        yield _named(source, row, order, header)
    if missing:
        source.say(Level.WARNING, "items_without_page", source.name, count=missing)
    for order, page in enumerate(pages.values(), start=len(rows) + 1):
        yield _unlisted(source, page, header, order)


def _read(source: Source, page: Page, row: Row | None, header: Header, order: int) -> AgendaItem:
    result = item_page.read(page, row, header, order, source.files)
    source.messages += result.messages
    source.used |= result.files
    return result.item


def _named(source: Source, row: Row, order: int, header: Header) -> AgendaItem:
    return AgendaItem(
        source_id=row.key or f"{source.key}-row-{order}",
        order=order,
        title=row.title,
        language=language_of(row.title, "sv" if header.is_swedish else "fi"),
        number=row.number,
        has_text=False,
    )


def _unlisted(source: Source, page: Page, header: Header, order: int) -> AgendaItem:
    """Return an item whose meeting has no page, or whose meeting's page does not list it: then a person must look."""
    if not source.page:
        found = KEY.fullmatch(page.key)
        place = int(found["item"]) if found and found["item"] else order
        return _read(source, page, None, header, place)
    source.say(Level.WARNING, "item_unlisted", page.name)
    item = _read(source, page, None, header, order)
    return replace(item, holds=(*item.holds, "dynasty.item_unlisted"))
