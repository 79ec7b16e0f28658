"""PowerPoint (.pptx): each slide that is shown under its title, without notes, comments and what lies off the slide."""

from lxml.etree import SubElement, _Element

from generator.attachments.archive import Archive, attribute, children, first, local
from generator.attachments.format import Format
from generator.attachments.packages import channels, is_office, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_text, as_blocks, body, described
from generator.model.attachment import Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHOW = "ppt/presentation.xml"
TITLES = frozenset({"title", "ctrTitle"})
ON = frozenset({"1", "true"})
SMALLEST = 300  # hundredths of a point
WHITE, BACKGROUND = "FFFFFF", "bg1"
# Placeholders whose words every slide repeats.
REPEATED = frozenset({"dt", "ftr", "sldNum", "hdr"})
LIGHT_GROUNDS = frozenset({WHITE, BACKGROUND, "lt1"})


class _Slides:
    """A presentation. A class because what is hidden and left out is counted over all slides."""

    def __init__(self, archive: Archive, language: str) -> None:
        tree = archive.part(SHOW)
        if tree is None:
            raise UnreadableFileError("damaged")
        self.archive = archive
        self.hidden = self.left_out = self.undescribed = 0
        self._language = language
        size = first(tree, "sldSz")
        self._size = (_whole(attribute(size, "cx", "12192000")), _whole(attribute(size, "cy", "6858000")))
        targets = {i: target for i, _, target, _ in archive.relationships(SHOW)}
        self.paths = [
            targets[own]
            for one in children(tree, "sldIdLst")
            for key, own in one.attrib.items()
            if str(key).endswith("}id") and own in targets
        ]

    def write(self, path: str, target: _Element) -> None:
        tree = self.archive.part(path)
        if tree is None:
            raise UnreadableFileError("damaged")
        if attribute(tree, "show", "1") not in ON:
            self.hidden += _length(tree)
            return
        is_light = self._is_light(tree, path)
        shapes = sorted(children(tree, "cSld", "spTree"), key=_is_no_title)
        for shape in shapes:
            self._shape(shape, target, path, is_light=is_light)

    def _is_light(self, tree: _Element, path: str) -> bool:
        """Tell whether white words would not be seen on the slide: nothing that it is made of says another ground."""
        for one in (tree, *self._above(path)):
            ground = first(one, "cSld", "bg")
            if ground is not None:
                colours = {attribute(c, "val") for c in ground.iter("{*}srgbClr", "{*}schemeClr")}
                return bool(colours) and colours <= LIGHT_GROUNDS
        return True

    def _above(self, path: str) -> list[_Element]:
        """Return the layout and the master of the slide at *path*."""
        found: list[_Element] = []
        for kind in ("slideLayout", "slideMaster"):
            path = next((target for _, own, target, _ in self.archive.relationships(path) if own == kind), "")
            tree = self.archive.part(path) if path else None
            if tree is None:
                break
            found.append(tree)
        return found

    def _shape(self, shape: _Element, target: _Element, path: str, *, is_light: bool) -> None:
        own = next(iter(shape.iter("{*}cNvPr")), None)
        if attribute(own, "hidden") in ON or self._is_off(shape):
            self.hidden += _length(shape)
            return
        match local(shape):
            case "sp" | "cxnSp":
                if _placeholder(shape) not in REPEATED:
                    is_bare = first(shape, "spPr", "solidFill") is None and first(shape, "spPr", "gradFill") is None
                    self._text(shape, target, path, hides_white=is_light and is_bare)
            case "grpSp":
                for part in children(shape):
                    self._shape(part, target, path, is_light=is_light)
            case "graphicFrame":
                self._frame(shape, target, path)
            case "pic":
                self.left_out += 1
                text = attribute(own, "descr").strip()
                self.undescribed += not text
                if text:
                    add_text(SubElement(target, "p"), described(text, self._language))

    def _is_off(self, shape: _Element) -> bool:
        """Tell whether *shape* lies wholly outside of the slide."""
        place, size = first(shape, "spPr", "xfrm", "off"), first(shape, "spPr", "xfrm", "ext")
        if place is None or size is None:
            return False
        x, y = _whole(attribute(place, "x", "0")), _whole(attribute(place, "y", "0"))
        width, height = _whole(attribute(size, "cx", "0")), _whole(attribute(size, "cy", "0"))
        return x >= self._size[0] or y >= self._size[1] or x + width <= 0 or y + height <= 0

    def _text(self, shape: _Element, target: _Element, path: str, *, hides_white: bool) -> None:
        is_title = not _is_no_title(shape)
        place = SubElement(target, "h1") if is_title else target
        listed: _Element | None = None
        for paragraph in children(shape, "txBody"):
            if local(paragraph) != "p":
                continue
            is_item = first(paragraph, "pPr", "buChar") is not None or first(paragraph, "pPr", "buAutoNum") is not None
            if is_item and listed is None:
                listed = SubElement(target, "ul")
            listed = listed if is_item else None
            here = place if is_title else SubElement(listed, "li") if listed is not None else SubElement(target, "p")
            self._runs(paragraph, here, path, hides_white=hides_white)
            if is_title:
                add_text(here, " ")

    def _runs(self, paragraph: _Element, target: _Element, path: str, *, hides_white: bool) -> None:
        links = {i: there for i, kind, there, _ in self.archive.relationships(path) if kind == "hyperlink"}
        for run in children(paragraph):
            if local(run) == "br":
                SubElement(target, "br")
            if local(run) not in {"r", "fld"}:
                continue
            text = "".join(part.text or "" for part in run if local(part) == "t")
            look = first(run, "rPr")
            colours = {attribute(c, "val") for c in children(look, "solidFill")}
            size = attribute(look, "sz")
            if (hides_white and colours and colours <= {WHITE, BACKGROUND}) or (size.isdecimal() and int(size) < SMALLEST):
                self.hidden += len(text.strip())
                continue
            address = links.get(attribute(first(look, "hlinkClick"), "id"), "")
            here = SubElement(target, "a", href=address) if address else target
            add_text(SubElement(here, "b") if attribute(look, "b") in ON else here, text)

    def _frame(self, frame: _Element, target: _Element, path: str) -> None:
        """Write a table; a chart or a diagram is left out."""
        found = next(iter(frame.iter("{*}tbl")), None)
        if found is None:
            self.left_out += 1
            return
        has_head = attribute(first(found, "tblPr"), "firstRow") in ON
        table = SubElement(target, "table", border="1")
        for number, row in enumerate(one for one in found if local(one) == "tr"):
            line = SubElement(table, "tr")
            for cell in (one for one in row if local(one) == "tc"):
                if attribute(cell, "hMerge") in ON or attribute(cell, "vMerge") in ON:
                    continue
                here = SubElement(line, "th" if has_head and not number else "td")
                here.set("colspan", attribute(cell, "gridSpan", "1"))
                here.set("rowspan", attribute(cell, "rowSpan", "1"))
                for paragraph in (one for one in children(cell, "txBody") if local(one) == "p"):
                    self._runs(paragraph, SubElement(here, "p"), path, hides_white=False)


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    slides = _Slides(archive, language)
    source = body()
    for path in slides.paths:
        slides.write(path, source)
    blocks, own = as_blocks(source, language)
    hidden = {*channels(archive, SHOW), "office", *(["hidden_text"] if slides.hidden else [])}
    return Reading(
        language=own,
        blocks=blocks,
        hidden=tuple(sorted(hidden)),
        pages=len(slides.paths),
        left_out=slides.left_out,
        undescribed=slides.undescribed,
    )


def _placeholder(shape: _Element) -> str:
    found = next(iter(shape.iter("{*}ph")), None)
    return attribute(found, "type", "body") if found is not None else ""


def _is_no_title(shape: _Element) -> bool:
    return local(shape) != "sp" or _placeholder(shape) not in TITLES


def _length(element: _Element) -> int:
    return sum(len((text.text or "").strip()) for text in element.iter("{*}t"))


def _whole(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() and len(text) < len("10000000000") else 0


def _is_one(content: bytes) -> bool:
    return is_office("ppt", content)


FORMAT = Format(endings={".pptx": MEDIA_TYPE}, is_one=_is_one, read=_read)
