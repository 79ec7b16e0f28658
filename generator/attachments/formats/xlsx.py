"""Excel (.xlsx): each sheet that is seen is a table under its name, with values as they are shown and no formulas."""

import re
from typing import NamedTuple

from lxml.etree import SubElement, _Element

from generator.attachments.archive import Archive, attribute, children, first, local
from generator.attachments.cells import Shown, Styles, shown_text
from generator.attachments.format import Format
from generator.attachments.packages import channels, is_office, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_heading, add_text, as_blocks, body
from generator.model.attachment import Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOK = "xl/workbook.xml"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
MAX_CELLS = 200_000
LETTERS = 26


class _Cell(NamedTuple):
    text: str
    is_bold: bool = False


class _Book:
    """A workbook. A class because its shared texts and styles are read once."""

    def __init__(self, archive: Archive, language: str) -> None:
        self.archive = archive
        self.language = language
        self.hidden = self.left_out = 0
        tree = archive.part(BOOK)
        if tree is None:
            raise UnreadableFileError("damaged")
        targets = {i: target for i, _, target, _ in archive.relationships(BOOK)}
        self.sheets = [
            (attribute(one, "name"), targets.get(one_id, ""), attribute(one, "state", "visible"))
            for one in children(tree, "sheets")
            if (one_id := _relation(one))
        ]
        self.from_1904 = attribute(first(tree, "workbookPr"), "date1904") in {"1", "true"}
        self.texts = [_rich(one) for one in children(archive.part("xl/sharedStrings.xml")) if local(one) == "si"]
        self.styles = Styles(archive.part("xl/styles.xml"))

    def write(self, name: str, tree: _Element, target: _Element) -> None:
        """Write the sheet *tree* below *target*: the smallest rectangle that holds all that is seen."""
        cells, count = self._cells(tree)
        self.left_out += sum(local(one) in {"drawing", "picture", "legacyDrawing"} for one in tree)
        if not cells:
            return
        add_heading(target, name, 1)
        merged, covered = _merged(tree)
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        if len(rows) * len(columns) > MAX_CELLS or count > MAX_CELLS:
            raise UnreadableFileError("too_large")
        table = SubElement(target, "table", border="1")
        for row in rows:
            line = SubElement(table, "tr")
            for column in columns:
                if (row, column) in covered:
                    continue
                here = SubElement(line, "td")
                if (row, column) in merged:
                    down, across = merged[row, column]
                    here.set("rowspan", str(sum(row <= r <= down for r in rows)))
                    here.set("colspan", str(sum(column <= c <= across for c in columns)))
                cell = cells.get((row, column))
                if cell:
                    add_text(SubElement(here, "b") if cell.is_bold else here, cell.text)

    def _cells(self, tree: _Element) -> tuple[dict[tuple[int, int], _Cell], int]:
        """Return {(row, column): what is shown there}, and how many cells there are in all."""
        columns = _hidden_columns(tree)
        found: dict[tuple[int, int], _Cell] = {}
        count = 0
        for row in children(tree, "sheetData"):
            is_hidden = attribute(row, "hidden") in {"1", "true"} or attribute(row, "zeroHeight") in {"1", "true"}
            for cell in row:
                count += 1
                place = PLACE.fullmatch(attribute(cell, "r"))
                if place is None:
                    continue
                column = _column(place[1])
                shown = self._shown(cell)
                if is_hidden or column in columns or shown.is_hidden:
                    self.hidden += len(shown.text)
                elif shown.text.strip():
                    found[int(place[2]), column] = _Cell(shown.text, shown.is_bold)
        return found, count

    def _shown(self, cell: _Element) -> Shown:
        value = first(cell, "v")
        raw = (value.text or "") if value is not None else ""
        style = self.styles.of(attribute(cell, "s", "0"))
        match attribute(cell, "t", "n"):
            case "s":
                text = self.texts[int(raw)] if raw.isdecimal() and int(raw) < len(self.texts) else ""
            case "inlineStr":
                inline = first(cell, "is")
                text = _rich(inline) if inline is not None else ""
            case "str" | "e" | "b":
                text = raw
            case _:
                return shown_text(raw, style, self.language, from_1904=self.from_1904)
        return Shown(text, style.is_bold, style.is_hidden)


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    book = _Book(archive, language)
    source = body()
    hidden = {*channels(archive, BOOK), "office"}
    for name, path, state in book.sheets:
        tree = archive.part(path) if path else None
        if tree is None or local(tree) != "worksheet":
            book.left_out += tree is not None  # a sheet that is a chart
        elif state == "visible":
            book.write(name, tree, source)
        else:
            hidden.add("hidden_text")
    blocks, own = as_blocks(source, language)
    if book.hidden:
        hidden.add("hidden_text")
    return Reading(language=own, blocks=blocks, hidden=tuple(sorted(hidden)), left_out=book.left_out)


def _relation(sheet: _Element) -> str:
    """Return the id by which the book refers to *sheet*: it is in a namespace, and the sheet's own number is not."""
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")


def _rich(element: _Element) -> str:
    """Return the text of a string, without the phonetic hints beside it (ECMA-376, 18.4)."""
    return "".join(
        text.text or ""
        for one in element
        if local(one) in {"t", "r"}
        for text in ([one] if local(one) == "t" else [part for part in one if local(part) == "t"])
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def _hidden_columns(tree: _Element) -> frozenset[int]:
    found: set[int] = set()
    for one in children(tree, "cols"):
        if attribute(one, "hidden") in {"1", "true"} or attribute(one, "width", "1") == "0":
            start, end = attribute(one, "min", "0"), attribute(one, "max", "0")
            if start.isdecimal() and end.isdecimal():
                found.update(range(int(start), min(int(end), LETTERS**3) + 1))
    return frozenset(found)


def _merged(tree: _Element) -> tuple[dict[tuple[int, int], tuple[int, int]], frozenset[tuple[int, int]]]:
    """Return {first cell: last cell} of merged cells, and the cells that others cover."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for one in children(tree, "mergeCells"):
        found = RANGE.fullmatch(attribute(one, "ref"))
        if not found:
            continue
        start, end = (int(found[2]), _column(found[1])), (int(found[4]), _column(found[3]))
        if (end[0] - start[0] + 1) * (end[1] - start[1] + 1) > MAX_CELLS:
            raise UnreadableFileError("too_large")
        merged[start] = end
        covered |= {(r, c) for r in range(start[0], end[0] + 1) for c in range(start[1], end[1] + 1)} - {start}
    return merged, frozenset(covered)


def _is_one(content: bytes) -> bool:
    return is_office("xl", content)


FORMAT = Format(endings={".xlsx": MEDIA_TYPE}, is_one=_is_one, read=_read)
