"""Lines of text told apart: side headings, bold headings, items of fake lists, paragraphs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.importers import _headings
from generator.importers._language import foreign_language
from generator.importers._markup_inline import Piece, collapsed, raw, without_start
from generator.model.text import Block, Heading, ItemList, Paragraph, inline_text

BULLET = r"[-–—‒•·●▪■◦‣∙*➢✓\uf000-\uf0ff]"
# Word writes the mark of a list, then no-break spaces in a tiny font: "-       text", "1.    text", "o   text".
MARKER = re.compile(
    rf"""
    [\s\xa0]*
    (?: {BULLET} (?=\s)
      | [o§ü]    (?=[ ]*\xa0[ ]*\xa0)
      | (?P<number>\d{{1,3}})\. (?=[ ]*\xa0[ ]*\xa0)
    )
    [\s\xa0]+
    """,
    re.VERBOSE,
)
EMPTY_ITEM = re.compile(BULLET)
# A gap of two or more no-break spaces (white space between them aside) parts a side heading from its text.
GAP = re.compile(r"[ ]*\xa0[ ]*\xa0[ \xa0]*")
WIDE_GAP = re.compile(r"[ ]*(?:\xa0[ ]*){3,}")
HEAD_ENDS = re.compile(r"\n|:|[ ]*\xa0[ ]*\xa0")
MAX_TITLE = 160
SENTENCE_END = (".", ";", ",", "!", "?")


class Reading(NamedTuple):
    """How markup is read: the language of what surrounds it, and which bold starts of lines are headings."""

    language: str
    is_heading: Callable[[str], bool]


class Line(NamedTuple):
    """What stands between two edges; *level* is set in h1 to h6."""

    pieces: tuple[Piece, ...]
    level: int | None = None


class Item(NamedTuple):
    """An item of a list that is none in the source. *whole* is what it is when it turns out to stand alone."""

    number: int | None
    blocks: tuple[Block, ...]
    whole: tuple[Block, ...]


def entries(line: Line, reading: Reading) -> Iterator[Block | Item]:
    """Yield what *line* is: a side heading and the text after it, a heading, an item of a fake list, or a paragraph."""
    text = raw(line.pieces).strip()
    if not text or EMPTY_ITEM.fullmatch(text):
        return
    length = side_heading(line, reading)
    if length:
        yield _heading(Line(_start(line.pieces, length), line.level))
        yield from entries(Line(without_start(line.pieces, length)), reading)
    elif line.level is not None or _is_title(line):
        yield _heading(line)
    else:
        yield _item(line, reading.language) or paragraph(line.pieces, reading.language)


def side_heading(line: Line, reading: Reading) -> int:
    """Return how many characters at the start of *line* are a known heading, or 0."""
    text = raw(line.pieces)
    bold = bold_length(line.pieces) if line.level is None else len(text)
    for end in sorted({bold, *(found.start() for found in HEAD_ENDS.finditer(text, 0, bold))}, reverse=True):
        if reading.is_heading(text[:end]) and _stands_apart(text, end):
            return end + (text[end : end + 1] == ":")
    gap = WIDE_GAP.search(text.rstrip(), len(text) - len(text.lstrip()))
    return gap.start() if gap and reading.is_heading(text[: gap.start()]) else 0


def is_known(heading: str) -> bool:
    """Tell whether the vocabulary knows *heading*."""
    tests = (_headings.section_kind, _headings.is_history, _headings.is_attachments, _headings.is_supporting)
    return any(test(heading) for test in tests)


def _stands_apart(text: str, end: int) -> bool:
    """Tell a heading ("Päätös   Hyväksyttiin") from the first word of a sentence that happens to be bold ("Päätös tehtiin")."""
    rest = text[end:]
    follows = rest.strip()
    is_parted = bool(GAP.match(rest)) or rest.lstrip(" ")[:1] in {"\n", ":"} or text[end - 1] == ":"
    return not follows or is_parted or not follows[0].islower()


def bold_length(pieces: Iterable[Piece]) -> int:
    """Return the length of the bold start of a line, white space within it counted and after it not."""
    length = end = 0
    for piece in pieces:
        if piece.text.strip() and not piece.style.strong:
            break
        length += len(piece.text)
        if piece.text.strip():
            end = length - (len(piece.text) - len(piece.text.rstrip()))
    return end


def _start(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    kept: list[Piece] = []
    for piece in pieces:
        kept.append(Piece(piece.text[:count], piece.style))
        count -= len(kept[-1].text)
    return tuple(kept)


def _is_title(line: Line) -> bool:
    """Tell whether a line that is bold as a whole is a heading, rather than a stressed sentence or a number."""
    text = raw(line.pieces).strip()
    is_bold = all(piece.style.strong for piece in line.pieces if piece.text.strip())
    return is_bold and len(text) <= MAX_TITLE and not text.endswith(SENTENCE_END) and any(map(str.isalpha, text))


def _heading(line: Line) -> Heading:
    flat = [Piece(" ", p.style) if p.text == "\n" else p for p in line.pieces]
    return Heading(content=collapsed(flat, strong=False), level=line.level or 1)


def paragraph(pieces: Sequence[Piece], language: str) -> Paragraph:
    content = collapsed(pieces)
    return Paragraph(content=content, language=foreign_language(inline_text(content), language))


def _item(line: Line, language: str) -> Item | None:
    mark = MARKER.match(raw(line.pieces))
    rest = without_start(line.pieces, mark.end()) if mark else ()
    if not mark or not any(map(str.isalnum, raw(rest))):
        return None
    number = int(mark["number"]) if mark["number"] else None
    return Item(number, (paragraph(rest, language),), (paragraph(line.pieces, language),))


def is_item(pieces: Sequence[Piece]) -> bool:
    """Tell whether a line starts with the mark of a list."""
    return bool(MARKER.match(raw(pieces)))


def grouped(found: Iterable[Block | Item]) -> tuple[Block, ...]:
    """Return blocks, with items that stand together as one list, and a number that stands alone as the paragraph it was."""
    blocks: list[Block] = []
    together: list[Item] = []
    for entry in [*found, None]:
        if isinstance(entry, Item) and (not together or _continues(together[-1], entry)):
            together.append(entry)
            continue
        blocks += _list(together)
        together = [entry] if isinstance(entry, Item) else []
        if entry is not None and not isinstance(entry, Item):
            blocks.append(entry)
    return tuple(blocks)


def _continues(before: Item, item: Item) -> bool:
    if before.number is None or item.number is None:
        return before.number is item.number
    return item.number == before.number + 1


def _list(items: list[Item]) -> tuple[Block, ...]:
    if not items:
        return ()
    first = items[0].number
    if first is not None and len(items) == 1:
        return items[0].whole
    return (ItemList(items=tuple(i.blocks for i in items), ordered=first is not None, start=first or 1),)
