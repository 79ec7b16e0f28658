"""Tables of a Word file: the rows and cells that a reader sees, with merged cells as one."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from generator.importers._docx_package import child, tag, value
from generator.importers._docx_styles import OFF

MAX_SPAN = 100
# Elements around rows or cells that are not seen themselves.
AROUND = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml"})
BORDERS = frozenset({"top", "left", "start", "bottom", "right", "end", "insideH", "insideV"})


class Cell(NamedTuple):
    element: _Element
    columns: int
    rows: int


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    is_header: bool


def rows(table: _Element) -> Iterator[Row]:
    """Yield the rows of *table* that are seen; a cell that goes on over rows stands in the first."""
    seen = [row for row in _within(table, "w:tr") if is_seen(row)]
    placed = [tuple(_placed(row)) for row in seen]
    for number, (row, cells) in enumerate(zip(seen, placed, strict=True)):
        found = tuple(Cell(c, _columns(c), _rows(place, placed[number + 1 :])) for place, c in cells if not _continues(c))
        yield Row(found, is_on(child(row, "trPr", "tblHeader")))


def unseen(table: _Element) -> int:
    """Return how many characters stand in rows that are hidden, deletions aside."""
    hidden = [row for row in _within(table, "w:tr") if is_on(child(row, "trPr", "hidden"))]
    return sum(len((text.text or "").strip()) for row in hidden for text in row.iter("{*}t"))


def is_seen(row: _Element) -> bool:
    return not is_on(child(row, "trPr", "hidden")) and child(row, "trPr", "del") is None


def is_bordered(table: _Element) -> bool:
    """Tell whether lines are drawn in *table*, by itself or by a style: then it is no layout."""
    properties = child(table, "tblPr")
    borders = child(properties, "tblBorders")
    drawn = [one for one in borders if tag(one).removeprefix("w:") in BORDERS] if borders is not None else []
    if drawn:
        return any((value(one) or "nil") not in {"nil", "none"} for one in drawn)
    return "grid" in (value(child(properties, "tblStyle")) or "").casefold()


def is_on(mark: _Element | None) -> bool:
    return mark is not None and (value(mark) or "1").casefold() not in OFF


def _within(element: _Element, name: str) -> Iterator[_Element]:
    for one in element:
        if tag(one) == name:
            yield one
        elif tag(one) in AROUND:
            yield from _within(one, name)


def _placed(row: _Element) -> Iterator[tuple[int, _Element]]:
    """Yield the cells of *row* with the column that each begins at."""
    place = _whole(value(child(row, "trPr", "gridBefore")))
    for cell in _within(row, "w:tc"):
        if child(cell, "tcPr", "cellDel") is None:
            yield place, cell
        place += _columns(cell)


def _columns(cell: _Element) -> int:
    return min(max(_whole(value(child(cell, "tcPr", "gridSpan"))), 1), MAX_SPAN)


def _rows(place: int, below: list[tuple[tuple[int, _Element], ...]]) -> int:
    count = 1
    for cells in below:
        under = dict(cells).get(place)
        if under is None or not _continues(under):
            break
        count += 1
    return count


def _continues(cell: _Element) -> bool:
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and (value(merged) or "continue") == "continue"


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= len(str(MAX_SPAN)) else 0
