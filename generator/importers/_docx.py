"""Word files (.docx): what a reader of the document sees, written anew as plain markup; nothing else of the file is kept.

Left out are tracked deletions, comments, hidden text and rows, instructions of fields, unfilled prompts, the fallback copies
of text boxes, headers and footers. Tracked insertions are text. Pictures, notes and embedded objects are counted.
"""

from collections.abc import Collection
from typing import NamedTuple

from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._docx_fields import unfilled
from generator.importers._docx_package import Package, child
from generator.importers._docx_text import Reader


class Word(NamedTuple):
    """A Word file as read. *body* is a tree of plain HTML elements, as `_markup` reads them.

    *hidden* counts characters that a reader does not see, *left_out* pictures, notes and objects; *prompts* are texts of the
    template that nobody filled in. None of them is in *body*.
    """

    body: _Element
    properties: dict[str, str]
    hidden: int
    left_out: int
    prompts: tuple[str, ...]


def read_word(content: bytes, where: str, *, properties: Collection[str]) -> Word:
    """Return what a reader of *content* sees, and those of its custom *properties* that are asked for.

    Raises:
        ExportError: it is no whole Word file, or larger or deeper than any real one.

    """
    package = Package(content, where)
    tree = package.part(package.main)
    text = child(tree, "body")
    if tree is None or text is None:
        raise ExportError("docx.damaged", where=where)
    reader = Reader(package, unfilled(tree))
    body = reader.read(text)
    prompts = (*reader.unfilled.values(), *reader.placeholders)
    return Word(body, package.custom_properties(properties), reader.hidden, reader.left_out, prompts)
