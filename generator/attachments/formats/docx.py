"""Word (.docx): what its reader sees, with notes and running heads; pictures by their alternative texts."""

from itertools import chain

from lxml import etree
from lxml.etree import SubElement, _Element

from generator.attachments.archive import Archive, attribute
from generator.attachments.format import Format
from generator.attachments.packages import channels, is_office, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import as_blocks, described
from generator.importers._docx_fields import unfilled
from generator.importers._docx_package import Package, child, tag, value
from generator.importers._docx_styles import Look, is_unseen
from generator.importers._docx_text import Reader
from generator.model.attachment import Reading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
# A separator is drawn between text and notes.
USUAL = frozenset({None, "normal"})


class _Reader(Reader):
    """Reads pictures by their alternative texts, too. A class because what it extends is one."""

    def __init__(self, package: Package, tree: _Element, language: str) -> None:
        super().__init__(package, unfilled(tree))
        self.undescribed = 0
        self._language = language

    def _drawn(self, source: _Element, look: Look, background: str | None) -> None:
        if is_unseen(look, background):
            return
        before, boxes = self.left_out, len(self._boxes)
        super()._drawn(source, look, background)
        if self.left_out == before or len(self._boxes) > boxes:
            return
        text = next((told for one in source.iter("{*}docPr") if (told := one.get("descr", "").strip())), "")
        self.undescribed += not text
        if text:
            self._boxes.append(_paragraph(described(text, self._language)))


def _paragraph(text: str) -> _Element:
    """Return a part of a document that holds one paragraph of *text*."""
    around = etree.Element(f"{{{WORD}}}txbxContent")
    run = SubElement(SubElement(around, f"{{{WORD}}}p"), f"{{{WORD}}}r")
    SubElement(run, f"{{{WORD}}}t").text = text
    return around


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    package = Package(content, "")
    tree = package.part(package.main)
    text = child(tree, "body")
    if tree is None or text is None:
        raise UnreadableFileError("damaged")
    reader = _Reader(package, tree, language)
    source = etree.Element("body")
    for part in (*_heads(archive, package, tree, "headerReference"), text, *_notes(archive, package, tree)):
        for block in reader.read(part):
            source.append(block)
    for part in _heads(archive, package, tree, "footerReference"):
        for block in reader.read(part):
            source.append(block)
    blocks, own = as_blocks(source, language)
    hidden = (*channels(archive, package.main), *(["hidden_text"] if reader.hidden else []))
    # Where a note is referred to, nothing is left out: the note itself stands below.
    references = sum(1 for one in text.iter("{*}footnoteReference", "{*}endnoteReference"))
    return Reading(
        language=own,
        blocks=blocks,
        hidden=tuple(sorted({*hidden, "office"})),
        left_out=max(0, reader.left_out - references),
        undescribed=reader.undescribed,
    )


def _heads(archive: Archive, package: Package, tree: _Element, kind: str) -> list[_Element]:
    """Return the running heads that the pages have: the usual one, and the first page's own where the section asks for it."""
    targets = {i: target for i, _, target, is_outside in archive.relationships(package.main) if not is_outside}
    found: dict[str, _Element] = {}
    for section in tree.iter("{*}sectPr"):
        has_first = child(section, "titlePg") is not None
        for one in section:
            name = targets.get(attribute(one, "id"), "")
            is_shown = value(one, "type") in {"default", None} or (value(one, "type") == "first" and has_first)
            part = package.part(name) if tag(one) == f"w:{kind}" and is_shown and name else None
            if part is not None:
                found[name] = part
    return list(found.values())


def _notes(archive: Archive, package: Package, tree: _Element) -> list[_Element]:
    """Return the notes that the text refers to, in order of their kinds."""
    targets = {kind: target for _, kind, target, is_outside in archive.relationships(package.main) if not is_outside}
    found: list[_Element] = []
    for kind, name in NOTES.items():
        used = {value(one, "id") for one in tree.iter(f"{{*}}{name}Reference")}
        part = package.part(targets[kind]) if kind in targets else None
        notes = chain(part) if part is not None else iter(())
        found += [one for one in notes if value(one, "id") in used and value(one, "type") in USUAL]
    return found


def _is_one(content: bytes) -> bool:
    return is_office("word", content)


FORMAT = Format(endings={".docx": MEDIA_TYPE}, is_one=_is_one, read=_read)
