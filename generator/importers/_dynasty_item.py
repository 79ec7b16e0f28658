"""The page of an item read into an agenda item: the table of attachments above, the Word-filtered body below."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element
from msgspec.structs import replace

from generator.importers import _dynasty_sections as sections
from generator.importers import _headings
from generator.importers._dynasty_attachments import Entry, joined, linked
from generator.importers._dynasty_meeting import Row
from generator.importers._dynasty_pages import KEY, Header, Page, content, file_of, is_header, key_of
from generator.importers._dynasty_preamble import handlings, squeezed
from generator.importers._language import language_of
from generator.importers._markup import blocks, plain
from generator.importers._markup_inline import Piece, events, raw
from generator.importers._markup_lines import GAP, WIDE_GAP, bold_length
from generator.importers._markup_tree import is_shown
from generator.importers._people import unique, written
from generator.importers._votes import vote_events
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem
from generator.model.message import Level, Message
from generator.model.text import Paragraph, Run

WORD_SECTION = re.compile(r"(?:word)?section\d*", re.IGNORECASE)
INDENT = re.compile(r"text-indent\s*:\s*(?P<points>-?\d+(?:\.\d+)?)", re.IGNORECASE)
HANGING = -50.0
MAX_HEAD = 60
NO_TEXT = frozenset({"td", "img"})


class Read(NamedTuple):
    """An item and what there is to say of it; *files* are the names, folded, of the files that it names."""

    item: AgendaItem
    messages: tuple[Message, ...]
    files: frozenset[str]


class Parts(NamedTuple):
    """An item's page taken apart: what its header says, the files that it links to beside its text, and the text itself."""

    name: str
    key: str
    header: Header
    links: tuple[Entry, ...]
    body: _Element


def read(page: Page, row: Row | None, header: Header, order: int, files: dict[str, str]) -> Read:
    """Return the item of *page*, which the meeting's list names in *row*. *files* are {folded name: name in the export}."""
    above, body = _parts(page)
    return read_parts(
        Parts(page.name, page.key, page.header, (*appeal_links(above), *linked(above)), body), row, header, order, files
    )


def read_parts(parts: Parts, row: Row | None, header: Header, order: int, files: dict[str, str]) -> Read:
    """Return the item in *parts* of its page, as `read` does; *header* is the meeting's."""
    language = language_of(plain(parts.body), "sv" if header.is_swedish else "fi")
    unknown = frozenset(_unknown_heads(parts.body))
    found = blocks(parts.body, language=language, is_heading=lambda text: sections.is_section_heading(text, unknown))
    titles = frozenset(squeezed(entry.title) for entry in parts.links)
    body = sections.read(sections.Body(header, row.title if row else "", unknown, titles), found)
    entries = joined(parts.links, body.entries)
    number = parts.header.number or (row.number if row else None) or body.number
    item = AgendaItem(
        source_id=parts.key,
        order=order,
        title=body.title or (row.title if row else ""),
        other_title=row.title if row and body.title and row.title != body.title else None,
        language=language,
        number=number,
        register_number=body.register_number,
        function_class=body.function_class,
        sections=body.sections,
        people=unique(written(body.sections)),
        votes=vote_events(body.sections, language),
        earlier_handlings=body.earlier_handlings,
        attachments=tuple(attachment(entry, files) for entry in entries),
        has_text=bool(found),
    )
    conflicts = tuple(_conflicts(parts, row, header, body))
    remarks = tuple(_remarks(parts, body))
    return Read(
        replace(item, holds=tuple(message.code for message in conflicts)),
        (*conflicts, *remarks),
        frozenset(entry.file for entry in entries if entry.file),
    )


def attachment(entry: Entry, files: dict[str, str]) -> Attachment:
    """Return the attachment of *entry*, with its file where the export has it."""
    return Attachment(
        title=entry.title,
        source_id=key_of(entry.file) or None,
        number=entry.number,
        file=files.get(entry.file),
        supporting=entry.supporting,
    )


def appeal_links(above: list[_Element]) -> tuple[Entry, ...]:
    """Return the appeal instructions that the navigation above the body links to."""
    found = {}
    for link in above:
        key = KEY.fullmatch(key_of(link.get("href", ""))) if link.tag == "a" else None
        if key and key["item"] == "0" and key["file"] and plain(link):
            found[file_of(link.get("href", ""))] = plain(link)
    return tuple(Entry(title, file=file) for file, title in found.items())


def _parts(page: Page) -> tuple[list[_Element], _Element]:
    """Return the elements above the body, and the body in one element."""
    elements = content(page.tree)
    found = [e for e in elements if e.tag == "div" and any(WORD_SECTION.fullmatch(c) for c in e.get("class", "").split())]
    outer = [e for e in found if not any(other in found for other in e.iterancestors())]
    inside = {node for e in outer for node in e.iter()}
    if outer:
        return [e for e in elements if e not in inside], _without_navigation(together(outer))
    return _parts_without_marks(elements)


def together(parts: list[_Element]) -> _Element:
    """Return copies of *parts* in one element."""
    whole = etree.Element("div")
    for part in parts:
        copied = deepcopy(part)
        copied.tail = None
        whole.append(copied)
    return whole


def _parts_without_marks(elements: list[_Element]) -> tuple[list[_Element], _Element]:
    """Part a body that no element of its own holds from the links and the header around it."""
    around = {e for e in elements if e.tag == "a" and _is_navigation(e)}
    around |= {e for link in around for e in link.iterancestors()}
    kept = [
        e for e in elements if e not in around and e.getparent() in around and e.tag not in NO_TEXT and not is_header(plain(e))
    ]
    inside = {node for e in kept for node in e.iter()}
    return [e for e in elements if e not in inside], _with_bare_text(kept if around else elements[:1])


def _with_bare_text(parts: list[_Element]) -> _Element:
    """Return copies of *parts* in one element, each with the text that stands after it in no element of its own."""
    whole = etree.Element("div")
    whole.extend(deepcopy(part) for part in parts)
    return whole


def _without_navigation(body: _Element) -> _Element:
    """Empty the system's links below the text, which a table that was never closed has swallowed."""
    for part in list(body.iter("div")):
        if "tcdat" in part.get("class", "").casefold().split() and any(map(_is_navigation, part.iter("a"))):
            part.text = None
            part[:] = []
    return body


def _is_navigation(link: _Element) -> bool:
    address = link.get("href", "")
    return bool(key_of(address)) or file_of(address).startswith("teli") or "drequest" in address.casefold()


def _unknown_heads(body: _Element) -> Iterator[str]:
    """Yield the bold starts of hanging lines that the vocabulary does not know: headings of another municipality's own."""
    for line in body.iter("p"):
        pieces = [event for event in events(line) if isinstance(event, Piece)]
        text = raw(pieces)
        head = GAP.split(text[: bold_length(pieces)].strip())[0]
        rest = text[text.find(head) + len(head) :] if head else ""
        is_head = 0 < len(head) <= MAX_HEAD and any(map(str.isalpha, head)) and (not rest.strip() or GAP.match(rest))
        names_handling = handlings(Paragraph(content=(Run(text=head),)))
        if is_head and _hangs(line) and not WIDE_GAP.match(text) and not names_handling:
            yield _headings.folded(head)


def _hangs(line: _Element) -> bool:
    """Tell whether a line starts left of its text, where side headings stand."""
    indent = INDENT.search(line.get("style", ""))
    if indent:
        return float(indent["points"]) <= HANGING
    return "sivuotsikko" in line.get("class", "").casefold()


def _conflicts(page: Parts, row: Row | None, header: Header, body: sections.Body) -> Iterator[Message]:
    """Yield what the page says otherwise than the meeting: until a person has looked, the item waits."""
    numbers = {number.replace(" ", "") for number in (page.header.number, row.number if row else None, body.number) if number}
    titles = [squeezed(title) for title in (row.title if row else "", body.title) if title]
    if len(numbers) > 1:
        yield Message(level=Level.WARNING, code="dynasty.number_conflict", where=page.name)
    if len(titles) > 1 and titles[0] not in titles[1] and titles[1] not in titles[0]:
        yield Message(level=Level.WARNING, code="dynasty.title_conflict", where=page.name)
    if page.header.day and page.header.day != header.day:
        yield Message(level=Level.WARNING, code="dynasty.day_conflict", where=page.name)


def _remarks(page: Parts, body: sections.Body) -> Iterator[Message]:
    for place in body.unknown_places:
        yield Message(level=Level.WARNING, code="dynasty.heading_unknown", where=f"{page.name}:{place}")
    images = sum(1 for image in page.body.iter("img") if is_shown(image))
    counts = {"headings_inside": body.inner_headings, "images_left_out": images}
    for key, count in counts.items():
        if count:
            level = Level.WARNING if key == "images_left_out" else Level.INFO
            yield Message(level=level, code=f"dynasty.{key}", where=page.name, arguments={"count": count})
    if not plain(page.body):
        yield Message(level=Level.WARNING, code="dynasty.page_without_text", where=page.name)
