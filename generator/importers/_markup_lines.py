"""Lines of text told apart: side headings, bold headings, items of lists, paragraphs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.importers import _headings
from generator.importers._language import foreign_language
from generator.importers._markup_inline import Piece, collapsed, raw, without_start
from generator.importers._markup_lists import EMPTY_ITEM, Item, mark
from generator.model.text import Block, Heading, Paragraph, inline_text

# A gap of two or more no-break spaces (white space between them aside) parts a side heading from its text.
GAP = re.compile(r"[ ]*\xa0[ ]*\xa0[ \xa0]*")
WIDE_GAP = re.compile(r"[ ]*(?:\xa0[ ]*){3,}")
HEAD_ENDS = re.compile(r"\n|:|[ ]*\xa0[ ]*\xa0")
MAX_TITLE = 160
# A known heading that is not bold must be all of its line, and the vocabulary has none that is longer.
MAX_ALONE = 60
SENTENCE_END = (".", ";", ",", "!", "?")


class Reading(NamedTuple):
    """How markup is read: the language of what surrounds it, and which bold starts of lines are headings."""

    language: str
    is_heading: Callable[[str], bool]


class Line(NamedTuple):
    """What stands between two edges; *level* is set in h1 to h6."""

    pieces: tuple[Piece, ...]
    level: int | None = None


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
    if line.level is None and len(text.strip()) <= MAX_ALONE and not text.rstrip().endswith(".") and reading.is_heading(text):
        return len(text)
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
    text = raw(line.pieces)
    found = mark(text)
    if not found or not any(map(str.isalnum, text[found.end :])):
        return None
    return Item(found, (paragraph(without_start(line.pieces, found.end), language),), (paragraph(line.pieces, language),))
