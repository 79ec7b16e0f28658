"""A TWeb item as a Word file: its captions (in a column of their own or as paragraphs) parted from its text, its metadata.

The form and its prompts are those of the one genuine file that is known, an old .doc of Oulu.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import reduce
from itertools import takewhile
from typing import NamedTuple

import msgspec
from lxml import etree
from lxml.etree import _Element

from generator.importers._docx import read_word
from generator.importers._headings import folded, section_kind
from generator.importers._language import language_of
from generator.importers._markup import blocks, plain
from generator.importers._markup_inline import BREAK, raw, split_at_breaks
from generator.importers._markup_tables import flat
from generator.importers._publicity import read_publicity
from generator.importers._tweb_document import INITIALS, ITEM_NUMBER, REGISTER_NUMBER, is_reference
from generator.importers._tweb_layout import (
    HANDLING,
    INLINE_CAPTION,
    MAX_CAPTION,
    is_caption,
    is_same_kind,
    joined,
    lists_things,
)
from generator.model.meeting import SectionKind
from generator.model.publicity import Publicity
from generator.model.text import Block, Heading, Paragraph, Run, block_text

CLASS = "tweb_doc_publicityclass"
STATUS, IDENTIFIER, TITLE = "tweb_doc_status", "tweb_doc_identifier", "tweb_doc_title"
# All that is read of the file's own properties: the others are people, servers and sessions.
PROPERTIES = frozenset({
    CLASS, "tweb_doc_securityreason", "tweb_doc_securityclass", "tweb_doc_securityperiod", "tweb_doc_securityperiodstart",
    "tweb_doc_securityperiodend", "tweb_doc_protectionclass", "tweb_doc_personaldata", STATUS, IDENTIFIER, TITLE,
})  # fmt: skip
DRAFT = frozenset({"luonnos", "utkast"})
PROMPTS = frozenset({
    "toimielimen päätös ja pvm ja §", "tiivistelmä koko asiasta", "liitteen nimi", "nimike ja nimi",
    "esim. merkitään tiedoksi", "tähän pykäläkohtainen muutoksenhaku sekä lista pöytäkirjanotteen saajista",
})  # fmt: skip
QUOTED = re.compile(r"^[\s\"'”’«»\[<{(]+|[\s\"'”’«»\]>})]+$")
FORM_COLUMNS = 2
TEXT = ("p", "li", "td", "th", "span", "h1", "h2", "h3", "h4", "h5", "h6")
# What the presenting text says stays together, whatever bold lines it has.
WHOLE = frozenset({SectionKind.BACKGROUND, SectionKind.GROUNDS})


class Segment(NamedTuple):
    """A stretch of the document under a caption, in the form's table or in paragraphs."""

    caption: str | None
    content: _Element
    is_form: bool = False


class WordPart(msgspec.Struct, frozen=True, kw_only=True):
    """A caption, None before the first, and the text under it."""

    caption: str | None
    blocks: tuple[Block, ...] = ()


class WordItem(msgspec.Struct, frozen=True, kw_only=True):
    """A Word file as an item: what stands before its first caption told apart, its parts, and what its metadata say.

    *named* is the title of the metadata, by which a document without a title joins its row and nothing else.
    *unfilled* counts form fields that show the template's text, where we do not know that text for a prompt.
    """

    language: str
    title: str
    named: str
    register_number: str | None
    initials: str | None
    lead: tuple[Block, ...]
    parts: tuple[WordPart, ...]
    publicity: Publicity
    is_draft: bool
    hidden: int
    left_out: int
    unfilled: int


def word_item(content: bytes, name: str) -> WordItem:
    """Return the item in the Word file *content*.

    Raises:
        ExportError: it cannot be read.

    """
    word = read_word(content, name, properties=PROPERTIES)
    _drop_prompts(word.body)
    language = language_of(plain(word.body), "fi")
    first, *rest = _parts(word.body, language)
    title, references, lead = _head(first.blocks)
    numbers = [found[0] for text in references if (found := REGISTER_NUMBER.search(text))]
    return WordItem(
        language=language,
        title=title,
        named=word.properties.get(TITLE, ""),
        register_number=next(iter(numbers), None) or _identifier(word.properties),
        initials=next((text for text in references if INITIALS.fullmatch(text)), None),
        lead=lead,
        parts=tuple(rest),
        publicity=read_publicity(word.properties.items()),
        is_draft=folded(word.properties.get(STATUS, "")) in DRAFT,
        hidden=word.hidden,
        left_out=word.left_out,
        unfilled=sum(not is_prompt(text) for text in word.prompts),
    )


def is_prompt(text: str) -> bool:
    """Tell whether *text* is what the template asks for, and nobody has written anything."""
    return folded(QUOTED.sub("", text)) in PROMPTS


def _identifier(properties: dict[str, str]) -> str | None:
    found = REGISTER_NUMBER.fullmatch(properties.get(IDENTIFIER, ""))
    return found[0] if found else None


def _drop_prompts(body: _Element) -> None:
    for element in list(body.iter(*TEXT)):
        if is_prompt(plain(element)):
            element.clear()


def _parts(body: _Element, language: str) -> list[WordPart]:
    """Return the parts of a document, the first without a caption."""
    found: list[WordPart] = []
    for segment in _segments(body):
        read = blocks(segment.content, language=language)
        is_whole = segment.is_form and section_kind(segment.caption or "") in WHOLE
        first = WordPart(caption=segment.caption, blocks=read if is_whole else ())
        found += [first] if is_whole else _split(first, read)
    return found


def _segments(body: _Element) -> list[Segment]:
    """Return stretches of the document, each with the caption that it begins with."""
    found = [Segment(None, etree.Element("div"))]
    for element in body:
        is_form = element.tag == "table" and _is_form(element)
        for caption, content in _form_rows(element) if is_form else [_paragraph(element)]:
            if caption:
                found.append(Segment(caption, etree.Element("div"), is_form))
            found[-1].content.extend(deepcopy(one) for one in content)
    return found


def _paragraph(element: _Element) -> tuple[str, list[_Element]]:
    text = plain(element) if element.tag != "table" else ""
    is_known = 0 < len(text) <= MAX_CAPTION and is_caption(text)
    return (text, []) if is_known else ("", [element])


def _is_form(table: _Element) -> bool:
    """Tell whether *table* is the form: captions in its first column, and no column but that of their text."""
    rows = list(table.iter("tr"))
    captions = sum(len(row) == FORM_COLUMNS and is_caption(_caption(row[0])) for row in table if len(row))
    return all(len(row) <= FORM_COLUMNS for row in table) and captions >= min(len(rows), FORM_COLUMNS) > 0


def _form_rows(table: _Element) -> Iterator[tuple[str, list[_Element]]]:
    for row in table:
        caption = _caption(row[0]) if len(row) == FORM_COLUMNS else ""
        is_one = caption and len(caption) <= MAX_CAPTION and (is_caption(caption) or plain(row[1]))
        yield (caption, list(row[1])) if is_one else ("", [part for cell in row for part in cell])


def _caption(cell: _Element) -> str:
    """Return the words of a caption, which the form may divide over lines ("Täytäntöönpano-", "tiedot")."""
    pieces = [piece for part in cell for piece in (*flat(part), BREAK)]
    lines = [" ".join(raw(line).split()) for line in split_at_breaks(pieces)]
    return reduce(joined, [line for line in lines if line], "") if any(lines) else ""


def _split(part: WordPart, read: Sequence[Block]) -> list[WordPart]:
    """Return *part* with what *read* says, as parts of their own where a caption stands in it."""
    found = [part]
    for block in read:
        caption, rest = _inner_caption(block, found[-1].caption)
        if caption:
            found.append(WordPart(caption=caption))
        if rest and not is_prompt(block_text(rest)):
            found[-1] = msgspec.structs.replace(found[-1], blocks=(*found[-1].blocks, rest))
    return found


def _inner_caption(block: Block, current: str | None) -> tuple[str, Block | None]:
    """Return the caption that *block* is, or begins with, and the rest of it."""
    text = block_text(block)
    is_handling = bool(HANDLING.fullmatch(text)) and not lists_things(current)
    if isinstance(block, Heading | Paragraph) and is_handling:
        return text, None
    if isinstance(block, Heading):
        return (text, None) if len(text) <= MAX_CAPTION and is_caption(text) else ("", block)
    first = block.content[0] if isinstance(block, Paragraph) and block.content else None
    inline = INLINE_CAPTION.match(first.text) if isinstance(first, Run) else None
    if not inline or not isinstance(first, Run) or not isinstance(block, Paragraph) or not is_caption(inline["caption"]):
        return "", block
    if is_same_kind(inline["caption"], current):
        return "", block
    rest = msgspec.structs.replace(first, text=first.text[inline.start("rest") :])
    return inline["caption"], msgspec.structs.replace(block, content=(rest, *block.content[1:]))


def _head(read: Sequence[Block]) -> tuple[str, list[str], tuple[Block, ...]]:
    """Return the title, the register number and initials below it, and what is left."""
    rest = [block for block in read if not ITEM_NUMBER.fullmatch(f"{block_text(block)} ")]
    title = ITEM_NUMBER.sub("", " ".join(block_text(rest.pop(0)).split()), count=1) if rest else ""
    references = list(takewhile(is_reference, map(block_text, rest)))
    return title, references, tuple(rest[len(references) :])
