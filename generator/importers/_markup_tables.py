"""Tables told apart: layout is dissolved, a fake list becomes one, data keep their cells and get their headers."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

from lxml.etree import _Element

from generator.importers._language import foreign_language
from generator.importers._markup_inline import BREAK, Atom, Edge, Piece, Style, collapsed, events
from generator.importers._markup_tree import is_shown, plain
from generator.model.text import Cell, Inline, Table, inline_text

LIST_MARK = re.compile(r"[-–—•·●▪■◦‣∙*]|(?P<number>\d{1,3})[.)]?")
FIGURE = re.compile(
    r"[-+−–]?\s*(?:\d[\d\s.,:/%]*|\d[\d\s.,]*\s*(?:€|e|eur|euroa|kpl|m|m2|ha|km|%|prosenttia|euro))", re.IGNORECASE
)
BORDER_STYLE = re.compile(r"border(?:-\w+)?\s*:[^;]*\b(?:solid|double|dotted|dashed)\b", re.IGNORECASE)
MAX_SPAN = 100
GROUPS = frozenset({"thead", "tbody", "tfoot"})
PARTS = {("table", group) for group in GROUPS} | {(holder, "tr") for holder in ("table", *GROUPS)}
CELLS = {("tr", "td"), ("tr", "th")}


class Kind(Enum):
    """What a table is."""

    LAYOUT = "layout"
    LIST = "list"
    PAIRS = "pairs"
    DATA = "data"


class Grid(NamedTuple):
    """The shown cells of a table, row by row, without empty rows, and without empty columns where no cell is merged."""

    rows: tuple[tuple[_Element, ...], ...]
    caption: _Element | None = None

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(plain(cell) for cell in row) for row in self.rows)


def grid(table: _Element) -> Grid:
    """Return the cells of *table*, not those of tables within it."""
    groups = [table, *(part for part in table if part.tag in GROUPS and is_shown(part))]
    lines = [row for group in groups for row in group if row.tag == "tr" and is_shown(row)]
    rows = [tuple(cell for cell in row if cell.tag in {"td", "th"} and is_shown(cell)) for row in lines]
    caption = _caption(table)
    if any(span(cell, name) > 1 for row in rows for cell in row for name in ("rowspan", "colspan")):
        return Grid(_titled(rows), caption)
    full = [row for row in rows if any(plain(cell) for cell in row)]
    width = max(map(len, full), default=0)
    used = [i for i in range(width) if any(i < len(row) and plain(row[i]) for row in full)]
    return Grid(tuple(tuple(row[i] for i in used if i < len(row)) for row in full), caption)


def _caption(table: _Element) -> _Element | None:
    return next((part for part in table if part.tag == "caption" and is_shown(part) and plain(part)), None)


def strays(part: _Element) -> list[Piece]:
    """Return the text in *part*, a table or a part of one, that stands in no cell of a row, as broken markup has it."""
    found = [Piece((part.text or "").replace("\n", " "), Style())]
    caption = _caption(part)
    for child in part:
        if is_shown(child) and (part.tag, child.tag) not in CELLS and child is not caption:
            found += [BREAK, *(strays(child) if (part.tag, child.tag) in PARTS else flat(child)), BREAK]
        found.append(Piece((child.tail or "").replace("\n", " "), Style()))
    return found


def _titled(rows: Sequence[tuple[_Element, ...]]) -> tuple[tuple[_Element, ...], ...]:
    has_rowspan = any(span(cell, "rowspan") > 1 for row in rows for cell in row)
    return tuple(row for row in rows if has_rowspan or any(plain(cell) for cell in row))


def span(cell: _Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(max(int(text), 1), MAX_SPAN) if text.isdecimal() and text.isascii() else 1


def kind(table: _Element, cells: Grid) -> Kind:
    """Tell what *table* is: only what has rows and columns of its own is data."""
    if table.get("role") in {"presentation", "none"} or any(
        cell.find(".//table") is not None for row in cells.rows for cell in row
    ):
        return Kind.LAYOUT
    width = max(map(len, cells.rows), default=0)
    texts = cells.texts
    if width <= 1 or not any(text for row in texts for text in row):
        return Kind.LAYOUT
    if width == len(("mark", "text")) and _is_list(cells):
        return Kind.LIST
    if len(cells.rows) == 1:
        return Kind.PAIRS
    is_bare = table.get("border", "0").strip() in {"", "0"} and not any(map(_is_bordered, chain(*cells.rows)))
    if width == len(("name", "role")) and is_bare and not _header_rows(cells) and not _has_figures(texts):
        return Kind.PAIRS
    return Kind.DATA


def _is_list(cells: Grid) -> bool:
    """Tell whether the first of two columns holds nothing but dashes, or numbers that run on beside text."""
    marks = [LIST_MARK.fullmatch(row[0]) if len(row) == len(("mark", "text")) else None for row in cells.texts]
    numbers = [int(mark["number"]) for mark in marks if mark and mark["number"]]
    if not all(marks) or not numbers:
        return all(marks)
    runs_on = numbers == list(range(numbers[0], numbers[0] + len(marks)))
    return runs_on and not _has_figures(cells.texts)


def _is_bordered(cell: _Element) -> bool:
    return bool(BORDER_STYLE.search(cell.get("style", "")))


def number(mark: _Element) -> int | None:
    """Return the number of an item of a list made with a table, or None where the mark is a dash or a dot."""
    found = LIST_MARK.fullmatch(plain(mark))
    return int(found["number"]) if found and found["number"] else None


def _has_figures(texts: Sequence[Sequence[str]]) -> bool:
    figures = [bool(FIGURE.fullmatch(row[-1])) for row in texts if row and row[-1]]
    return sum(figures) * 2 > len(figures)


def data(cells: Grid, language: str) -> Table:
    """Return the table with its header cells marked."""
    headers = _header_rows(cells)
    is_side = _has_side_headers(cells, headers)
    rows = tuple(
        tuple(
            _cell(cell, language, header=cell.tag == "th" or number < headers or (is_side and not column))
            for column, cell in enumerate(row)
        )
        for number, row in enumerate(cells.rows)
        if row
    )
    return Table(rows=rows, caption=_content(cells.caption) if cells.caption is not None else ())


def _header_rows(cells: Grid) -> int:
    """Return how many rows at the top are headers."""
    headers = _marked_header_rows(cells) or _worded_header_row(cells)
    # A header cell over two rows takes the second with it: "Kohde | Vuosi" over "2019 | 2020".
    depth = max((place + span(c, "rowspan") for place, row in enumerate(cells.rows[:headers]) for c in row), default=headers)
    return max(depth, headers) if depth < len(cells.rows) else headers


def _marked_header_rows(cells: Grid) -> int:
    """Return how many rows at the top are in thead or of th."""
    marked = 0
    for row in cells.rows:
        parent = row[0].getparent() if row else None
        group = parent.getparent() if parent is not None else None
        if not row or not (all(cell.tag == "th" for cell in row) or (group is not None and group.tag == "thead")):
            break
        marked += 1
    return marked if marked < len(cells.rows) else 0


def _worded_header_row(cells: Grid) -> int:
    """Return 1 when the first row is bold among rows that are not, or words above figures."""
    if len(cells.rows) <= 1:
        return 0
    first, *rest = cells.rows
    if _is_bold(first) and not all(_is_bold(row) for row in rest):
        return 1
    top, *below = cells.texts
    is_words = not any(FIGURE.fullmatch(text) for text in top) and all(top[1:])
    return int(is_words and any(top) and _has_figures(below) and len(top) > 1)


def _has_side_headers(cells: Grid, headers: int) -> bool:
    rows = cells.rows[headers:]
    if not rows or any(not row for row in rows):
        return False
    if all(_is_bold(row[:1]) for row in rows) and not all(_is_bold(row) for row in rows):
        return True
    texts = cells.texts[headers:]
    names = [row[0] for row in texts]
    others = [text for row in texts for text in row[1:] if text]
    are_names = all(names) and not any(FIGURE.fullmatch(name) for name in names) and len(set(names)) == len(names)
    return are_names and bool(others) and all(FIGURE.fullmatch(text) for text in others)


def _is_bold(row: Sequence[_Element]) -> bool:
    pieces = [p for cell in row for p in events(cell) if isinstance(p, Piece) and p.text.strip()]
    return bool(pieces) and all(piece.style.strong for piece in pieces)


def _cell(element: _Element, language: str, *, header: bool) -> Cell:
    content = _content(element, strong=not header)
    return Cell(
        content=content,
        header=header,
        colspan=span(element, "colspan"),
        rowspan=span(element, "rowspan"),
        language=foreign_language(inline_text(content), language),
    )


def _content(element: _Element, *, strong: bool = True) -> tuple[Inline, ...]:
    return collapsed(flat(element), strong=strong)


def flat(element: _Element, style: Style = Style()) -> list[Piece]:  # noqa: B008 - a NamedTuple does not change
    """Return all text in *element* as pieces, with a line break where a block starts or ends."""
    found: list[Piece] = []
    for event in events(element, style):
        match event:
            case Piece():
                found.append(event)
            case Edge():
                found.append(BREAK)
            case Atom():
                found += [BREAK, *flat(event.element, event.style), BREAK]
    return found
