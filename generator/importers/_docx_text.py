"""The text of a Word file written into plain HTML elements, paragraph by paragraph, as far as it is seen."""

from collections.abc import Callable

from lxml import etree
from lxml.etree import SubElement, _Element

from generator.importers import _docx_styles as styles
from generator.importers import _docx_tables as tables
from generator.importers._docx_package import Package, child, tag, value
from generator.importers._docx_styles import Look, Styles

# Where what stands inside is text of the document as it is now.
SEEN_THROUGH = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:fldSimple"})
LEFT_OUT = frozenset({"w:footnoteReference", "w:endnoteReference", "w:altChunk", "w:sym", "oMath", "oMathPara"})
DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})
GAP = "\u00a0" * 3
UNORDERED = frozenset({"bullet", "none"})
NO_LIST = "0"


class Reader:
    """Writes the seen text of one file. A class because fields and lists run on from paragraph to paragraph.

    A *background* is the colour that text stands on, or None where the style of a table decides it.
    """

    def __init__(self, package: Package, unfilled: dict[_Element, str]) -> None:
        self.unfilled = unfilled
        self.placeholders: list[str] = []
        self.hidden = self.left_out = 0
        self._styles = Styles(package)
        self._links = package.links()
        self._fields: list[tuple[_Element, bool]] = []
        self._counted: dict[tuple[str, int], int] = {}
        self._boxes: list[_Element] = []
        self._joined: _Element | None = None

    def read(self, source: _Element) -> _Element:
        body = etree.Element("body")
        self._blocks(source, body, styles.WHITE)
        return body

    def _blocks(self, source: _Element, target: _Element, background: str | None) -> None:
        for one in source:
            match tag(one):
                case "w:p":
                    self._paragraph(one, target, background)
                case "w:tbl":
                    self._table(one, target)
                case "mc:AlternateContent" | "w:sdt":
                    self._through(one, lambda inside: self._blocks(inside, target, background))
                case name if name in SEEN_THROUGH:
                    self._blocks(one, target, background)
                case name:
                    self.left_out += name in LEFT_OUT

    def _through(self, source: _Element, read: Callable[[_Element], None]) -> None:
        """Read what a wrapper shows: the choice of an alternative, or the content of a control unless that is a prompt."""
        if tag(source) == "mc:AlternateContent":
            for choice in [one for one in source if tag(one) == "mc:Choice"][:1]:
                read(choice)
            return
        content = child(source, "sdtContent")
        if tables.is_on(child(source, "sdtPr", "showingPlcHdr")):
            self.placeholders.append("".join(text.text or "" for text in source.iter("{*}t")))
        elif content is not None:
            read(content)

    def _paragraph(self, source: _Element, target: _Element, background: str | None) -> None:
        properties = child(source, "pPr")
        style = self._styles.style(value(child(properties, "pStyle")) or self._styles.normal)
        shade = styles.look(properties).get("shd", "AUTO")
        place = self._joined if self._joined is not None else self._place(properties, style, target)
        # Where the end of a paragraph is a tracked deletion, the next one goes on in it.
        self._joined = place if child(properties, "rPr", "del") is not None else None
        self._runs(source, place, {**self._styles.default, **style.look}, background if shade == "AUTO" else shade)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, target, None)

    def _place(self, properties: _Element | None, style: styles.Style, target: _Element) -> _Element:
        """Return a new element for a paragraph: a heading, an item of a list, or text."""
        level = styles.heading_level(properties, style)
        if level is not None:
            return SubElement(target, f"h{level}")
        key, depth = styles.number(properties) or style.number or (NO_LIST, 0)
        return SubElement(target, "p") if key == NO_LIST else SubElement(self._list(target, key, depth), "li")

    def _list(self, target: _Element, key: str, depth: int) -> _Element:
        """Return the list that an item continues or begins."""
        last = target[-1] if len(target) else None
        if last is not None and last.get("depth"):
            if int(last.get("depth", "")) < depth and len(last):
                return self._list(last[-1], key, depth)
            if (last.get("key"), last.get("depth")) == (key, str(depth)):
                self._count(key, depth)
                return last
        level = self._styles.level(key, depth)
        found = SubElement(target, "ul" if level.form in UNORDERED else "ol", key=key, depth=str(depth))
        found.set("start", str(self._count(key, depth) + level.start - 1))
        if level.form == "lowerLetter":
            found.set("type", "a")
        return found

    def _count(self, key: str, depth: int) -> int:
        """Return how many items the list has at *depth* now; those below begin anew."""
        self._counted = {at: n for at, n in self._counted.items() if at[0] != key or at[1] <= depth}
        self._counted[key, depth] = self._counted.get((key, depth), 0) + 1
        return self._counted[key, depth]

    def _table(self, source: _Element, target: _Element) -> None:
        self._joined = None
        self.hidden += tables.unseen(source)
        is_styled = child(source, "tblPr", "tblStyle") is not None
        table = SubElement(target, "table", border=str(int(tables.is_bordered(source))))
        for row in tables.rows(source):
            line = SubElement(table, "tr")
            for cell in row.cells:
                place = SubElement(line, "th" if row.is_header else "td", colspan=str(cell.columns), rowspan=str(cell.rows))
                shade = styles.look(child(cell.element, "tcPr")).get("shd", "AUTO")
                self._blocks(cell.element, place, shade if shade != "AUTO" else None if is_styled else styles.WHITE)
                self._joined = None

    def _runs(self, source: _Element, target: _Element, look: Look, background: str | None) -> None:
        for one in source:
            match tag(one):
                case "w:r":
                    properties = child(one, "rPr")
                    own = self._styles.style(value(child(properties, "rStyle"))).look
                    self._run(one, target, {**look, **own, **styles.look(properties)}, background)
                case "w:hyperlink":
                    address = self._links.get(value(one, "id") or "", "")
                    self._runs(one, SubElement(target, "a", href=address) if address else target, look, background)
                case "mc:AlternateContent" | "w:sdt":
                    self._through(one, lambda inside: self._runs(inside, target, look, background))
                case name if name in SEEN_THROUGH:
                    self._runs(one, target, look, background)
                case name:
                    self.left_out += name in LEFT_OUT

    def _run(self, source: _Element, target: _Element, look: Look, background: str | None) -> None:
        for one in source:
            match tag(one):
                case "w:t":
                    self._text(one.text or "", target, look, background)
                case "w:tab" | "w:ptab":
                    self._text(GAP, target, look, background)
                case "w:noBreakHyphen":
                    self._text("-", target, look, background)
                case "w:br" | "w:cr":
                    self._break(one, target)
                case "w:fldChar":
                    self._field(one)
                case "mc:AlternateContent":
                    self._through(one, lambda inside: self._run(inside, target, look, background))
                case name if name in DRAWN:
                    self._drawn(one, look, background)
                case name:
                    self.left_out += name in LEFT_OUT

    def _text(self, text: str, target: _Element, look: Look, background: str | None) -> None:
        if not all(is_shown for _, is_shown in self._fields):
            return
        if styles.is_unseen(look, background):
            self.hidden += len(text.strip())
            return
        for name in ("b", "i"):
            target = SubElement(target, name) if look.get(name) == "1" else target
        SubElement(target, "sup" if look.get("vertAlign") == "superscript" else "span").text = text

    def _break(self, mark: _Element, target: _Element) -> None:
        """Write a line break; the end of a page or column is only a space."""
        if value(mark, "type") in {None, "textWrapping"}:
            SubElement(target, "br")
        else:
            SubElement(target, "span").text = " "

    def _field(self, mark: _Element) -> None:
        """Note where a field begins, where its instruction ends, and where it ends."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append((mark, False))
        elif kind == "separate" and self._fields:
            begin, _ = self._fields[-1]
            self._fields[-1] = (begin, begin not in self.unfilled)
        elif kind == "end":
            del self._fields[-1:]

    def _drawn(self, source: _Element, look: Look, background: str | None) -> None:
        """Take the text of a text box, to stand after its paragraph; any other drawing is left out."""
        if styles.is_unseen(look, background):
            return
        boxes = [one for one in source.iter("{*}txbxContent") if not any(tag(a) == "mc:Fallback" for a in one.iterancestors())]
        self._boxes += boxes
        self.left_out += not boxes
