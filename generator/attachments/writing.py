"""What a format reads, written as plain HTML elements of our own, and from there into blocks as every other source is.

So lists, headings, tables and languages follow one set of rules, whatever file a text came in.
"""

from collections.abc import Iterable

from lxml import etree
from lxml.etree import SubElement, _Element

from generator.importers._language import language_of
from generator.importers._markup import blocks
from generator.importers._markup_tree import check_shape, plain, readable
from generator.messages import sentence
from generator.model.text import Block

MAX_HEADING = 6


def body() -> _Element:
    return etree.Element("body")


def add_text(target: _Element, text: str) -> None:
    """Add *text* at the end of *target*, without characters that are not seen or that XML does not know."""
    clean = readable(text).replace("\x7f", "")
    last = target[-1] if len(target) else None
    if last is None:
        target.text = (target.text or "") + clean
    else:
        last.tail = (last.tail or "") + clean


def add_paragraph(target: _Element, text: str, tag: str = "p") -> _Element:
    """Add a paragraph of *text*, whose lines end where it says, and return it."""
    place = SubElement(target, tag)
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(place, "br")
        add_text(place, line)
    return place


def add_heading(target: _Element, text: str, level: int) -> _Element:
    return add_paragraph(target, text, f"h{min(max(level, 1), MAX_HEADING)}")


def add_table(target: _Element, rows: Iterable[Iterable[str]], caption: str = "") -> _Element:
    """Add a table of data with *rows* of plain cells, and return it."""
    table = SubElement(target, "table", border="1")
    if caption:
        add_paragraph(table, caption, "caption")
    for row in rows:
        line = SubElement(table, "tr")
        for cell in row:
            add_paragraph(line, cell, "td")
    return table


def described(text: str, language: str) -> str:
    """Return how *text*, which stands for a picture, is said in the running text."""
    return sentence("redaction.attachment_picture_words", {"text": " ".join(text.split())}, language=language)


def as_blocks(source: _Element, language: str) -> tuple[tuple[Block, ...], str]:
    """Return *source* as blocks, and their language; *language* is what to assume where the text does not tell.

    Raises:
        ExportError: it is larger or deeper than any real page.

    """
    check_shape(source)
    own = language_of(plain(source), language)
    return blocks(source, language=own, is_heading=_is_no_heading), own


def _is_no_heading(_text: str) -> bool:
    """Tell that no bold beginning of a line is a heading: an attachment has none of the headings of minutes."""
    return False
