"""HTML of an export (a property's text, a Word-filtered body) read into blocks of the model; none of the markup survives."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from lxml.etree import _Element

from generator.importers import _markup_tables as tables
from generator.importers._markup_inline import ATOMS, BREAK, Atom, Edge, Event, Piece, Style, events, split_at_breaks
from generator.importers._markup_lines import Line, Reading, entries, is_known, side_heading
from generator.importers._markup_lists import Item, Mark, grouped, listed
from generator.importers._markup_tree import check_shape, is_shown, parse, plain
from generator.model.text import Block, Heading, ItemList

__all__ = ["blocks", "parse", "plain"]

BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
LETTERS = re.compile(r"list-style(?:-type)?\s*:[^;]*lower-(?:alpha|latin)", re.IGNORECASE)
PLAIN = Style()


def blocks(markup: str | _Element, *, language: str, is_heading: Callable[[str], bool] = is_known) -> tuple[Block, ...]:
    """Return the blocks of *markup*, HTML or plain text, whose own language is *language*.

    A bold start of a line that *is_heading* knows ("Päätös   Hyväksyttiin.") becomes a `Heading` before its paragraph.

    Raises:
        ExportError: it is nested deeper, or is larger, than any real page.

    """
    reading = Reading(language, is_heading)
    if not isinstance(markup, str):
        check_shape(markup)
        return _leveled(grouped(_read(events(markup), reading)))
    if not markup.strip():
        return ()
    (body, *_) = parse(markup).iter("body")
    is_text = not any(isinstance(node.tag, str) for node in body.iterdescendants())
    return _leveled(grouped(_read(_text_events(body.text or "") if is_text else events(body), reading)))


def _text_events(text: str) -> list[Event]:
    """Return plain text as events: a paragraph ends at a blank line, or, where there is none, at every line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = BLANK_LINES.split(text) if BLANK_LINES.search(text) else text.split("\n")
    found: list[Event] = []
    for part in parts:
        for line in part.split("\n"):
            found += [Piece(line, PLAIN), BREAK]
        found[-1] = Edge()
    return found


def _read(found: Iterable[Event], reading: Reading) -> Iterator[Block | Item]:
    """Yield the blocks, and the items of fake lists, that *found* makes."""
    pieces: list[Piece] = []
    level: int | None = None
    for event in [*found, Edge()]:
        if isinstance(event, Piece):
            pieces.append(event)
            continue
        for part in _paragraphs(pieces, reading):
            yield from entries(Line(part, level), reading)
        pieces = []
        if isinstance(event, Atom):
            yield from _atom(event, reading)
        else:
            level = event.level


def _paragraphs(pieces: Sequence[Piece], reading: Reading) -> Iterator[tuple[Piece, ...]]:
    """Yield the paragraphs of a line: parted by two breaks, or by one beside an item or before a heading."""
    part: list[Piece] = []
    breaks = 0
    was_item = False
    segments = split_at_breaks(pieces)
    items = listed(segments)
    for place, segment in enumerate(segments):
        if any(piece.text.strip() for piece in segment):
            starts_new = place in items or side_heading(Line(tuple(segment)), reading)
            if breaks > 1 or was_item or starts_new:
                yield tuple(part)
                part = []
            was_item, breaks = place in items, 0
        breaks += 1
        part += [*segment, BREAK]
    yield tuple(part)


def _atom(atom: Atom, reading: Reading) -> Iterator[Block | Item]:
    if atom.element.tag == "table":
        yield from _table(atom, reading)
        return
    items = [grouped(_read(part, reading)) for part in _list_parts(atom)]
    filled = tuple(item for item in items if item)
    if filled:
        start = atom.element.get("start", "1").strip()
        first = int(start) if start.isdecimal() and len(start) <= len("9999") else 1
        has_letters = atom.element.get("type") == "a" or LETTERS.search(atom.element.get("style", ""))
        is_ordered = atom.element.tag == "ol"
        yield ItemList(items=filled, ordered=is_ordered, start=first, label="a)" if is_ordered and has_letters else None)


def _list_parts(atom: Atom) -> Iterator[list[Event]]:
    """Yield what each item of a list holds; text and lists that stand between the items, as Word writes them, are items too."""
    yield [Piece((atom.element.text or "").replace("\n", " "), atom.style)]
    for child in atom.element:
        if is_shown(child):
            yield [Atom(child, atom.style)] if child.tag in ATOMS else events(child, atom.style)
        yield [Piece((child.tail or "").replace("\n", " "), atom.style)]


def _within(element: _Element, style: Style, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks in *element*, where the text around it is in the manner *style*."""
    return grouped(_read(events(element, style), reading))


def _table(atom: Atom, reading: Reading) -> Iterator[Block | Item]:
    cells = tables.grid(atom.element)
    kind = tables.kind(atom.element, cells)
    yield from entries(Line(tuple(tables.strays(atom.element))), reading)
    if cells.caption is not None and kind is not tables.Kind.DATA:
        yield from _read(events(cells.caption, atom.style), reading)
    match kind:
        case tables.Kind.DATA:
            yield tables.data(cells, reading.language)
        case tables.Kind.LIST:
            for mark, cell in cells.rows:
                number, inside = tables.number(mark), _within(cell, atom.style, reading)
                alone = ItemList(items=(inside,), ordered=True, start=number or 1, label="1.")
                yield Item(Mark(label="1.", number=number) if number else Mark(), inside, (alone,))
        case tables.Kind.PAIRS:
            for row in cells.rows:
                yield from _joined(row, atom.style, reading)
        case tables.Kind.LAYOUT:
            for cell in (cell for row in cells.rows for cell in row):
                yield from _read(events(cell, atom.style), reading)


def _joined(row: tuple[_Element, ...], style: Style, reading: Reading) -> Iterator[Block | Item]:
    """Yield a row whose cells are short as one paragraph, otherwise the cells one after the other."""
    parts = [tuple(_read(events(cell, style), reading)) for cell in row]
    if any(len(part) != 1 for part in parts):
        yield from (entry for part in parts for entry in part)
        return
    pieces = [piece for cell in row for piece in (*tables.flat(cell, style), Piece(" ", PLAIN))]
    yield from entries(Line(tuple(p for p in pieces if p.text != "\n")), reading)


def _leveled(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return *found* with levels of headings that start at 1 and skip none."""
    ranks = {level: rank for rank, level in enumerate(sorted({b.level for b in found if isinstance(b, Heading)}), start=1)}
    before = 0
    leveled: list[Block] = []
    for block in found:
        if isinstance(block, Heading):
            before = min(ranks[block.level], before + 1)
            leveled.append(msgspec.structs.replace(block, level=before))
        else:
            leveled.append(block)
    return tuple(leveled)
