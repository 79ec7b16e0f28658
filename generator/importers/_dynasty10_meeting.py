"""A meeting of Dynasty 10 put together from its page and the pages of its items, or from the latter alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element
from msgspec.structs import replace

from generator.importers import _dynasty_item as item_page
from generator.importers import _headings
from generator.importers._dynasty10_item import read_item
from generator.importers._dynasty10_pages import Page, target
from generator.importers._dynasty_meeting import TITLE_COLUMNS, Row
from generator.importers._dynasty_pages import Header, links
from generator.importers._dynasty_preamble import own_number
from generator.importers._language import language_of
from generator.importers._markup import plain
from generator.model.identifiers import slug
from generator.model.meeting import AgendaItem, Meeting, Organization, Stage, State
from generator.model.message import Level, Message

NUMBER_COLUMNS = frozenset({"asianro", "pykälä", "§", "nro", "paragraf", "ärendenr", "nr"})


@dataclass
class Source:
    """The pages of one meeting, and what was found while they were read.

    *files* are {folded name: name in the export}; *used* the folded names of those that the meeting names.
    """

    key: str
    page: Page | None
    items: Sequence[Page]
    files: dict[str, str]
    messages: list[Message] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def say(self, level: Level, code: str, where: str, **arguments: str | int) -> None:
        self.messages.append(Message(level=level, code=code, where=where, arguments=arguments))

    @property
    def lead(self) -> Page:
        return self.page or self.items[0]


def meeting(source: Source) -> Meeting | None:
    """Return the meeting of *source*, or None when its organization or day is not told; that is among its messages."""
    header = source.lead.header
    if not header.day or not header.organization or not header.stage:
        lacking = "meeting_without_header" if header.day else "meeting_without_day"
        source.say(Level.ERROR, f"dynasty.{lacking}", source.lead.name, items=len(source.items))
        return None
    listed = rows(source.page) if source.page else ()
    if source.page and not listed:
        source.say(Level.ERROR, "dynasty10.meeting_without_items", source.page.name)
        return None
    checked = State.CHECKED if header.is_checked else State.DECIDED
    entries = item_page.appeal_links(list(source.page.tree.iter("a"))) if source.page else ()
    source.used |= {entry.file for entry in entries}
    return Meeting(
        source_id=f"dynasty10:{source.key or f'{slug(header.organization)}/{header.day}'}",
        organization=Organization(name=header.organization),
        day=header.day,
        start=header.start,
        place=source.lead.place,
        stage=header.stage,
        state=State.AGENDA if header.stage is Stage.AGENDA else checked,
        language="sv" if header.is_swedish else language_of(header.organization, "fi"),
        items=tuple(_items(source, header, listed)),
        attachments=tuple(item_page.attachment(entry, source.files) for entry in entries),
    )


def rows(page: Page) -> tuple[Row, ...]:
    """Return the items that the page of a meeting lists, each once, with or without a link to its text."""
    found: dict[str, Row] = {}
    for table in page.tree.iter("table"):
        if table.find(".//table") is None:
            for row in _table_rows(table):
                found.setdefault(row.key or f"{row.number} {row.title}", row)
    return tuple(found.values())


def _table_rows(table: _Element) -> Iterator[Row]:
    columns: dict[str, int] = {}
    for line in table.iter("tr"):
        cells = [cell for cell in line if cell.tag in {"td", "th"}]
        words = [_headings.folded(plain(cell)) for cell in cells]
        heads = {"title": TITLE_COLUMNS, "number": NUMBER_COLUMNS}
        columns = {name: words.index(word) for name, known in heads.items() for word in words if word in known} or columns
        if not {"title", "number"} <= columns.keys() or any(word in TITLE_COLUMNS for word in words):
            continue
        row = _row(cells, columns)
        if row:
            yield row


def _row(cells: Sequence[_Element], columns: dict[str, int]) -> Row | None:
    if len(cells) <= max(columns.values()):
        return None
    cell = cells[columns["title"]]
    keys = [found.key for link in links(cell) if (found := target(link)).page == "meetingitem"]
    number = own_number(plain(cells[columns["number"]]))
    title = plain(cell)
    return Row(keys[0] if keys else "", number, title) if title and (keys or number) else None


def _items(source: Source, header: Header, listed: Sequence[Row]) -> Iterator[AgendaItem]:
    pages = list(source.items)
    missing = 0
    for order, row in enumerate(listed, start=1):
        page = next((page for page in pages if _is_of(page, row)), None)
        if page:
            pages.remove(page)
            yield _read(source, page, row, header, order)
            continue
        missing += 1
        yield _named(source, row, order, header)
    if missing:
        source.say(Level.WARNING, "dynasty.items_without_page", source.lead.name, count=missing)
    for order, page in enumerate(pages, start=len(listed) + 1):
        item = _read(source, page, None, header, order)
        if source.page:
            source.say(Level.WARNING, "dynasty.item_unlisted", page.name)
            item = replace(item, holds=(*item.holds, "dynasty.item_unlisted"))
        yield item


def _is_of(page: Page, row: Row) -> bool:
    """Tell whether *page* shows what *row* names: by its key, or, where nothing on the page tells one, by its number."""
    return page.key == row.key if page.key and row.key else page.header.number is not None and page.header.number == row.number


def _read(source: Source, page: Page, row: Row | None, header: Header, order: int) -> AgendaItem:
    key = page.key or (row.key if row else "") or f"{source.key}#{page.header.number or order}"
    result = read_item(page._replace(key=key), row, header, order, source.files)
    source.messages += result.messages
    source.used |= result.files
    if result.item.title:
        return result.item
    # A page without its meeting's list may not tell its title; the number stands for it until a person has given one.
    source.say(Level.WARNING, "dynasty10.item_without_title", page.name)
    holds = (*result.item.holds, "dynasty10.item_without_title")
    return replace(result.item, title=result.item.number or key, holds=holds)


def _named(source: Source, row: Row, order: int, header: Header) -> AgendaItem:
    return AgendaItem(
        source_id=row.key or f"{source.key}#{row.number or order}",
        order=order,
        title=row.title,
        language=language_of(row.title, "sv" if header.is_swedish else "fi"),
        number=row.number,
        has_text=False,
    )
