"""A Word file as a package: opened within limits, its parts parsed without DOCTYPE, entities or network."""

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from posixpath import dirname, join, normpath

from lxml import etree
from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._export import MAX_TEXT, check_archive

ZIP = b"PK\x03\x04"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
CUSTOM_PROPERTIES = "docProps/custom.xml"
# Office Open XML in its transitional and its strict form.
WORD = frozenset({
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
})  # fmt: skip
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, LookupError, ValueError)


class Package:
    """The parts of a Word file. A class because its ZIP is opened once and read many times."""

    def __init__(self, content: bytes, where: str) -> None:
        self.where = where
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except UNREADABLE as error:
            raise ExportError("docx.damaged", where=where) from error
        check_archive(self._archive, where)
        targets = {kind: target for kind, target, _ in self._relationships("")}
        self.main = targets.get("officeDocument", MAIN)
        self._custom = targets.get("custom-properties", CUSTOM_PROPERTIES)

    def part(self, name: str) -> _Element | None:
        """Return the tree of the part *name*, or None when there is none.

        Raises:
            ExportError: it is broken (or nested deeper than libxml2's 256 elements), too large, or has a DOCTYPE.

        """
        try:
            with self._archive.open(name) as stream:
                content = stream.read(MAX_TEXT + 1)
        except KeyError:
            return None
        except UNREADABLE as error:
            raise ExportError("docx.damaged", where=self.where) from error
        if len(content) > MAX_TEXT:
            raise ExportError("importers.file_too_large", where=self.where, megabytes=MAX_TEXT // 2**20)
        return self._parsed(content)

    def beside_main(self, kind: str) -> _Element | None:
        """Return the part that the main document names as its *kind* ("styles", "numbering"), or None."""
        found = next(
            (target for of, target, is_external in self._relationships(self.main) if of == kind and not is_external), None
        )
        return self.part(found) if found else None

    def links(self) -> dict[str, str]:
        """Return {relationship: address} of the main document's links to elsewhere."""
        tree = self.part(_relationships_of(self.main))
        found = tree if tree is not None else ()
        return {one.get("Id", ""): one.get("Target", "") for one in found if one.get("TargetMode") == "External"}

    def custom_properties(self, wanted: Collection[str]) -> dict[str, str]:
        """Return those of the file's own properties that are *wanted*; no other is kept."""
        tree = self.part(self._custom)
        found = tree if tree is not None else ()
        return {
            one.get("name", ""): "".join(str(text) for text in one.itertext()).strip()
            for one in found
            if one.get("name") in wanted
        }

    def _relationships(self, source: str) -> Iterator[tuple[str, str, bool]]:
        tree = self.part(_relationships_of(source))
        for one in tree if tree is not None else ():
            target = one.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
            yield one.get("Type", "").rpartition("/")[2], path, one.get("TargetMode") == "External"

    def _parsed(self, content: bytes) -> _Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            tree = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ExportError("docx.damaged", where=self.where) from error
        if getattr(tree.getroottree().docinfo, "doctype", ""):  # lxml's stubs do not know the attribute
            raise ExportError("docx.unsafe", where=self.where)
        return tree


def is_word(content: bytes) -> bool:
    """Tell whether *content* is a package of Word, by what is in it and not by its name."""
    if not content.startswith(ZIP):
        return False
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except UNREADABLE:
        return False
    return CONTENT_TYPES in names and any(name.startswith("word/") for name in names)


def tag(element: _Element) -> str:
    """Return the name of *element* as "w:p" or "mc:Choice", or of another namespace its name alone."""
    space, _, name = str(element.tag).rpartition("}")
    return f"w:{name}" if space[1:] in WORD else f"mc:{name}" if space[1:] == COMPATIBILITY else name


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return what stands at *path* of Word's names under *element*, or None."""
    for name in path:
        element = next((one for one in element if tag(one) == f"w:{name}"), None) if element is not None else None
    return element


def value(element: _Element | None, name: str = "val") -> str | None:
    """Return the attribute *name* of *element*, of whatever namespace, or None."""
    found = element.attrib.items() if element is not None else ()
    return next((str(text) for key, text in found if str(key).rpartition("}")[2] == name), None)


def _relationships_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
