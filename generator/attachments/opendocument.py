"""OpenDocument (ISO/IEC 26300): what a reader sees of text, tables and slides, written as plain HTML elements.

Left out are deletions, comments, hidden text, sections, rows and columns, fields that tell of the file, and settings.
"""

from collections.abc import Iterator

from lxml.etree import SubElement, _Element

from generator.attachments.archive import Archive, attribute, first, local
from generator.attachments.writing import add_text, described

OFF = frozenset({"none", "condition"})
WHITE = "#ffffff"
MIN_POINTS = 3.0
MAX_REPEATED = 1_000
# Fields whose words stand on the page; those of authors, files and conditions are not among them.
FIELDS = frozenset({
    "page-number", "page-count", "date", "time", "chapter", "sequence", "bookmark-ref", "note-ref", "reference-ref",
    "sequence-ref", "ruby-base", "ruby",
})  # fmt: skip
THROUGH = frozenset({
    "index-body", "table-of-content", "index-title", "numbered-paragraph", "table-index", "illustration-index",
})  # fmt: skip
DRAWN = frozenset({"frame", "custom-shape", "g", "rect", "ellipse", "line", "connector", "path", "polygon", "control"})
GAP = "\u00a0" * 3

Look = dict[str, str]


class Styles:
    """What styles say of how text looks, by name. A class because what a style is based on is looked up once."""

    def __init__(self, *trees: _Element | None) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._known: dict[tuple[str, str], Look] = {}
        for tree in trees:
            for one in tree.iter("{*}style") if tree is not None else ():
                self._elements[attribute(one, "family"), attribute(one, "name")] = one

    def look(self, family: str, name: str) -> Look:
        key = (family, name)
        if key not in self._known:
            self._known[key] = {}  # a style that is based on itself ends here
            self._known[key] = self._read(self._elements.get(key), family)
        return self._known[key]

    def _read(self, element: _Element | None, family: str) -> Look:
        if element is None:
            return {}
        base = self.look(family, attribute(element, "parent-style-name")) if attribute(element, "parent-style-name") else {}
        own = {
            name: told
            for part in element
            for name in ("display", "color", "background-color", "font-size", "font-weight", "visibility")
            if (told := attribute(part, name))
        }
        return {**base, **own}


def is_unseen(look: Look) -> bool:
    """Tell whether text that looks so is not seen: hidden, in the colour of its ground, or too small for anybody."""
    ground = look.get("background-color", WHITE)
    ground = WHITE if ground == "transparent" else ground
    size = look.get("font-size", "")
    is_tiny = size.endswith("pt") and _number(size.removesuffix("pt"), MIN_POINTS) < MIN_POINTS
    return look.get("display") == "none" or look.get("color", "").casefold() == ground.casefold() or is_tiny


class Reader:
    """Writes what is seen of one document. A class because notes and drawings are written where their paragraph ends."""

    def __init__(self, archive: Archive, language: str) -> None:
        self.content = archive.part("content.xml")
        self.pages = archive.part("styles.xml")
        self.styles = Styles(self.pages, self.content)
        self.hidden = self.left_out = self.undescribed = 0
        self._language = language
        self._notes: list[_Element] = []
        self._drawn: list[_Element] = []

    def body(self, kind: str) -> _Element | None:
        """Return the body of the document, which is of *kind* "text", "spreadsheet" or "presentation"."""
        return first(self.content, "body", kind)

    def blocks(self, source: _Element, target: _Element) -> None:
        """Write the blocks in *source* below *target*."""
        for one in source:
            match local(one):
                case "h":
                    level = attribute(one, "outline-level", "1")
                    self._paragraph(one, target, f"h{min(int(level) if level.isdecimal() else 1, 6) or 1}")
                case "p":
                    self._paragraph(one, target, "p")
                case "list":
                    self._list(one, target)
                case "table":
                    self.table(one, target)
                case "section":
                    if attribute(one, "display") in OFF:
                        self.hidden += _length(one)
                    else:
                        self.blocks(one, target)
                case name if name in THROUGH:
                    self.blocks(one, target)
                case name if name in DRAWN:
                    self.drawing(one, target)

    def notes(self, target: _Element) -> None:
        """Write the notes that the text refers to, in order."""
        notes, self._notes = self._notes, []
        for note in notes:
            self.blocks(note, target)

    def drawing(self, source: _Element, target: _Element) -> None:
        """Write the text of a drawing; a picture by its description."""
        if attribute(source, "visible") == "false" or attribute(source, "display") == "none":
            self.hidden += _length(source)
            return
        if local(source) == "g":
            self.blocks(source, target)
            return
        box = first(source, "text-box")
        self.blocks(box if box is not None else source, target)
        if first(source, "image") is not None:
            self.left_out += 1
            text = " ".join("".join(map(str, one.itertext())) for one in source if local(one) in {"desc", "title"}).strip()
            self.undescribed += not text
            if text:
                add_text(SubElement(target, "p"), described(text, self._language))

    def title(self, source: _Element, target: _Element) -> None:
        """Write the text of a slide's title as a heading."""
        heading = SubElement(target, "h1")
        for paragraph in source.iter("{*}p"):
            look = self.styles.look("paragraph", attribute(paragraph, "style-name"))
            self._inline(paragraph, heading, look)
            add_text(heading, " ")

    def table(self, source: _Element, target: _Element) -> None:
        """Write a table: the rows and columns that are seen."""
        look = self.styles.look("table", attribute(source, "style-name"))
        if look.get("display") == "false":
            self.hidden += _length(source)
            return
        columns = self._hidden_columns(source)
        table = SubElement(target, "table", border="1")
        for row, is_head in _rows(source):
            self._row(row, table, columns, is_head=is_head)

    def _row(self, source: _Element, table: _Element, columns: frozenset[int], *, is_head: bool) -> None:
        cells = [one for one in source if local(one) in {"table-cell", "covered-table-cell"}]
        if attribute(source, "visibility") in {"collapse", "filter"}:
            self.hidden += _length(source)
            return
        line = SubElement(table, "tr")
        place = 0
        for cell in cells:
            repeated = min(_count(cell, "number-columns-repeated"), MAX_REPEATED)
            for column in range(place, place + repeated):
                if column in columns:
                    self.hidden += _length(cell)
                elif local(cell) == "table-cell" and (_length(cell) or column == place or repeated < MAX_REPEATED):
                    spans = {name: str(_count(cell, f"number-{name}s-spanned")) for name in ("column", "row")}
                    here = SubElement(line, "th" if is_head else "td", colspan=spans["column"], rowspan=spans["row"])
                    self.blocks(cell, here)
            place += repeated

    def _hidden_columns(self, table: _Element) -> frozenset[int]:
        found: set[int] = set()
        place = 0
        for column in table.iter("{*}table-column"):
            count = min(_count(column, "number-columns-repeated"), MAX_REPEATED)
            if attribute(column, "visibility") in {"collapse", "filter"}:
                found.update(range(place, place + count))
            place += count
        return frozenset(found)

    def _list(self, source: _Element, target: _Element) -> None:
        place = SubElement(target, "ul")
        for item in source:
            if local(item) in {"list-item", "list-header"}:
                self.blocks(item, SubElement(place, "li"))

    def _paragraph(self, source: _Element, target: _Element, tag: str) -> None:
        look = self.styles.look("paragraph", attribute(source, "style-name"))
        self._inline(source, SubElement(target, tag), look)
        drawn, self._drawn = self._drawn, []
        for one in drawn:
            self.drawing(one, target)

    def _inline(self, source: _Element, target: _Element, look: Look) -> None:
        self._text(source.text or "", target, look)
        for one in source:
            match local(one):
                case "span":
                    own = self.styles.look("text", attribute(one, "style-name"))
                    self._inline(one, target, {**look, **own})
                case "a":
                    self._inline(one, SubElement(target, "a", href=attribute(one, "href")), look)
                case "s":
                    self._text(" " * min(_count(one, "c"), MAX_REPEATED), target, look)
                case "tab":
                    self._text(GAP, target, look)
                case "line-break":
                    SubElement(target, "br")
                case "note":
                    self._text(_citation(one), target, look)
                    self._notes += [part for part in one if local(part) == "note-body"]
                case name if name in DRAWN:
                    self._drawn.append(one)
                case name if name in FIELDS:
                    self._inline(one, target, look)
            self._text(one.tail or "", target, look)

    def _text(self, text: str, target: _Element, look: Look) -> None:
        if not text:
            return
        if is_unseen(look):
            self.hidden += len(text.strip())
            return
        add_text(SubElement(target, "b" if look.get("font-weight") == "bold" else "span"), text)


def _rows(table: _Element) -> Iterator[tuple[_Element, bool]]:
    """Yield the rows of *table*, of its groups too, and whether they head its columns."""
    for one in table:
        match local(one):
            case "table-row":
                # Spreadsheets end in a million repeated empty rows; a repeated row with text is written as often as it says.
                count = _count(one, "number-rows-repeated")
                yield from ((one, False) for _ in range(min(count, MAX_REPEATED) if _length(one) else 1))
            case "table-header-rows":
                yield from ((row, True) for row, _ in _rows(one))
            case "table-rows" | "table-row-group":
                if attribute(one, "display") != "false":
                    yield from _rows(one)


def _citation(note: _Element) -> str:
    mark = first(note, "note-citation")
    return f" [{''.join(map(str, mark.itertext()))}]" if mark is not None else ""


def _length(element: _Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())


def _count(element: _Element, name: str) -> int:
    told = attribute(element, name, "1")
    return max(int(told), 1) if told.isdecimal() and len(told) < len("100000000") else 1


def _number(text: str, default: float) -> float:
    try:
        return float(text)
    except ValueError:
        return default
