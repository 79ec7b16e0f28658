"""ZIP files, and documents that are ZIP files: opened by strict rules, nothing unpacked to disk."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from zlib import error as zlib_error

from lxml import etree
from lxml.etree import _Element

from generator.attachments.disguises import ZIP
from generator.attachments.unreadable import UnreadableFileError, as_unreadable
from generator.errors import ExportError
from generator.importers._export import check_archive

BROKEN = (zipfile.BadZipFile, zlib_error, OSError, EOFError, RuntimeError, NotImplementedError, LookupError, ValueError)
# Names that mean the same on every system and on the screen: no control characters, no marks that turn the order of letters.
SEGMENT = re.compile(r"(?!\.\.?$)[\w .,()\[\]&'+=@#!~{}-]{1,120}")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
MAX_PART = 20 * 2**20


class Archive:
    """A ZIP in memory. A class because it is opened once and read many times.

    Raises:
        UnreadableFileError: it is broken, or unsafe by its names, sizes or number of members.

    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            check_archive(self._zip, "")
        except ExportError as error:
            raise as_unreadable(error) from error
        except BROKEN as error:
            raise UnreadableFileError("damaged") from error
        self.names = tuple(member.filename for member in self._zip.infolist() if not member.is_dir())
        if not all(map(_is_safe, self.names)):
            raise UnreadableFileError("zip_unsafe")

    def sizes(self) -> dict[str, int]:
        """Return {name: size} as the archive tells; the sizes may lie."""
        return {member.filename: member.file_size for member in self._zip.infolist() if not member.is_dir()}

    def bytes(self, name: str) -> bytes:
        """Return the bytes of the member *name*, nothing where there is none; what lies about its size is refused."""
        try:
            with self._zip.open(name) as stream:
                content = stream.read(MAX_PART + 1)
        except KeyError:
            return b""
        except BROKEN as error:
            raise UnreadableFileError("damaged") from error
        if len(content) > MAX_PART:
            raise UnreadableFileError("too_large")
        return content

    def part(self, name: str) -> _Element | None:
        """Return the tree of the XML member *name*, or None where there is none."""
        content = self.bytes(name)
        return parsed(content) if content else None

    def relationships(self, source: str) -> Iterator[tuple[str, str, str, bool]]:
        """Yield id, kind, target and whether that is outside, of what the part *source* refers to (ECMA-376, part 2)."""
        folder, _, name = source.rpartition("/")
        tree = self.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        for one in tree if tree is not None else ():
            target, is_outside = one.get("Target", ""), one.get("TargetMode") == "External"
            inside = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
            yield one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target if is_outside else inside, is_outside


def parsed(content: bytes) -> _Element:
    """Return the tree of *content*: no entity, no DOCTYPE, nothing fetched, no depth over 256 elements."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        is_declared = b"<!DOCTYPE" in content[:4096] or "<!DOCTYPE".encode("utf-16-le") in content[:4096]
        raise UnreadableFileError("doctype" if is_declared else "damaged") from error
    if getattr(tree.getroottree().docinfo, "doctype", ""):  # lxml's stubs do not know the attribute
        raise UnreadableFileError("doctype")
    return tree


def members(content: bytes) -> frozenset[str]:
    """Return the names in *content* where it is a ZIP; nothing where it is none, or does not open."""
    if not content.startswith(ZIP):
        return frozenset()
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except BROKEN:
        return frozenset()


def local(element: _Element) -> str:
    """Return the name of *element* without its namespace; nothing for what is no element."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: _Element | None, name: str, default: str = "") -> str:
    """Return the attribute *name* of *element*, of whatever namespace."""
    found = element.attrib.items() if element is not None else ()
    return next((str(value) for key, value in found if str(key).rpartition("}")[2] == name), default)


def first(element: _Element | None, *path: str) -> _Element | None:
    """Return what stands at *path* of local names under *element*, or None."""
    for name in path:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def children(element: _Element | None, *path: str) -> list[_Element]:
    """Return the elements right under what stands at *path* under *element*, none where there is no such thing."""
    found = first(element, *path)
    return [one for one in found if local(one)] if found is not None else []


def _is_safe(name: str) -> bool:
    if unicodedata.normalize("NFC", name) != name:
        return False
    return all(SEGMENT.fullmatch(part) and not RESERVED.fullmatch(part) for part in name.split("/"))
