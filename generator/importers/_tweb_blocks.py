"""Lines of a PDF to blocks: paragraphs by the space between them, lists by their marks, tables by their columns."""

import re
from collections.abc import Iterator

import msgspec

from generator.importers._language import foreign_language
from generator.importers._pdf import Line, PdfText, Segment
from generator.importers._tweb_layout import has_gap, is_caption, joined
from generator.importers._tweb_tables import table, zones
from generator.model.text import Block, Heading, Inline, ItemList, LineBreak, Paragraph, Run

BULLET = re.compile(r"[-–—•·▪◦○*\uf0b7\uf0a7]\s+(?P<text>\S.*)")
NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?P<text>\D.*)")
MAX_HEADING = 90
HANGS = 4.0
# A line was ended by its writer when the next word would have fitted, with this much to spare (a share of the letter's size).
SPARE = 0.8
FEW_LINES = 30
USUAL_END = 0.88


class _Entry(msgspec.Struct):
    """A paragraph or list item in the making."""

    lines: list[Line]
    mark: str | None = None
    text: str | None = None


def blocks(lines: tuple[Line, ...], right: float, language: str) -> tuple[Block, ...]:
    """Return *lines* as blocks; *right* is where the text's column ends."""
    found: list[Block] = []
    for zone in zones(lines):
        data = table(zone.lines) if zone.is_table else None
        found += (
            [data] if data else _with_lists(list(_entries(zone.lines, right, follows_words=not zone.is_table)), right, language)
        )
    return tuple(found)


def paragraphs(lines: tuple[Line, ...], right: float) -> list[list[Line]]:
    """Return the lines of each paragraph, where a line that its writer ended ends the paragraph too."""
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        starts_low = line.text[:1].islower() or line.text.startswith("(")
        if before is None or _is_apart(before, line, right) or (not starts_low and _was_ended(before, line, right)):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def line_text(lines: list[Line]) -> str:
    text = ""
    for line in lines:
        text = joined(text, line.text) if text else line.text
    return text


def column_end(text: PdfText) -> float:
    """Return where the text ends at the right: the furthest end of a line; in a short document margins are taken as usual."""
    ends = [line.right for line in text.lines if len(line.segments) == 1]
    return max(ends, default=0.0) if len(ends) >= FEW_LINES else max([*ends, USUAL_END * text.width])


def _is_apart(before: Line | None, line: Line, right: float) -> bool:
    """Tell whether *line* begins a paragraph; a sentence's end at the foot of a page ends one only when the line was ended."""
    if before is not None and before.page != line.page and not _was_ended(before, line, right):
        return False
    return has_gap(before, line)


def _was_ended(before: Line, line: Line, right: float) -> bool:
    return before.right + line.segments[0].first_word + SPARE * line.size < right


def _entries(lines: tuple[Line, ...], right: float, *, follows_words: bool) -> Iterator[_Entry]:
    """Yield paragraphs and list items; in a table that could not be read (*follows_words* false) each line is one."""
    entry: _Entry | None = None
    for line in lines:
        before = entry.lines[-1] if entry else None
        apart = _is_apart(before, line, right) or not follows_words
        mark, text = _mark(line, before, entry, right, apart=apart)
        if entry and not apart and mark is None and not _changes_weight(before, line) and not _is_caption_line(entry):
            entry.lines.append(line)
            continue
        if entry and mark is None and entry.mark and line.x > entry.lines[0].x + HANGS:
            entry.lines.append(line)
            continue
        if entry:
            yield entry
        entry = _Entry([line], mark, text)
    if entry:
        yield entry


def _mark(line: Line, before: Line | None, entry: _Entry | None, right: float, *, apart: bool) -> tuple[str | None, str | None]:
    """Return the mark that begins a list item and the text after it; a dash in the middle of a sentence is none."""
    found = BULLET.fullmatch(line.text) or NUMBERED.fullmatch(line.text)
    if not found:
        return None, None
    at_start = apart or before is None or before.text.endswith((":", ";", ".", ","))
    if not (at_start or (entry and entry.mark) or (before and _was_ended(before, line, right))):
        return None, None
    return found.groupdict().get("number") or "-", found["text"]


def _changes_weight(before: Line | None, line: Line) -> bool:
    return before is not None and before.bold != line.bold and (_is_short(before) or line.bold)


def _is_caption_line(entry: _Entry) -> bool:
    return len(entry.lines) == 1 and is_caption(entry.lines[0].text)


def _is_short(line: Line) -> bool:
    return len(line.text) <= MAX_HEADING


def _with_lists(entries: list[_Entry], right: float, language: str) -> list[Block]:
    found: list[Block] = []
    marked: list[_Entry] = []
    for entry in entries:
        if entry.mark and (not marked or _is_next(marked, entry)):
            marked.append(entry)
            continue
        found += _list(marked, right, language)
        marked = [entry] if entry.mark else []
        if not entry.mark:
            found.append(_paragraph(entry, right, language))
    return found + _list(marked, right, language)


def _is_next(marked: list[_Entry], entry: _Entry) -> bool:
    if entry.mark == "-" or marked[-1].mark == "-":
        return entry.mark == marked[-1].mark
    return int(entry.mark or 0) == int(marked[-1].mark or 0) + 1


def _list(marked: list[_Entry], right: float, language: str) -> list[Block]:
    """Return a list of what is *marked*; a lone number is text ("1. vaihe"), for it may not count anything."""
    if not marked:
        return []
    first = marked[0].mark or "-"
    if first != "-" and len(marked) == 1:
        return [Paragraph(content=_inline(marked[0].lines, right), language=_language(marked[0].lines, language))]
    items: tuple[tuple[Block, ...], ...] = tuple(
        (Paragraph(content=_inline(_without_mark(entry), right), language=_language(entry.lines, language)),)
        for entry in marked
    )
    return [ItemList(items=items)] if first == "-" else [ItemList(items=items, ordered=True, start=int(first))]


def _without_mark(entry: _Entry) -> list[Line]:
    first = entry.lines[0]
    whole: Segment = msgspec.structs.replace(first.segments[0], text=entry.text or first.text, right=first.right)
    return [Line(page=first.page, y=first.y, segments=(whole,)), *entry.lines[1:]]


def _paragraph(entry: _Entry, right: float, language: str) -> Block:
    text = line_text(entry.lines)
    other = _language(entry.lines, language)
    bold = all(line.bold for line in entry.lines)
    is_title = len(text) <= MAX_HEADING and not text.endswith((".", ",", ";")) and any(map(str.isalpha, text))
    if is_title and (bold or (is_caption(text) and len(entry.lines) == 1)):
        return Heading(content=(Run(text=text.rstrip(":")),), language=other)
    return Paragraph(content=_inline(entry.lines, right), language=other)


def _language(lines: list[Line], surrounding: str) -> str | None:
    return foreign_language(line_text(lines), surrounding)


def _inline(lines: list[Line], right: float) -> tuple[Inline, ...]:
    """Return the text of *lines* as one run, with a break where the writer ended a line."""
    pieces: list[str] = []
    before: Line | None = None
    for line in lines:
        if (
            before is not None
            and not line.text[:1].islower()
            and _was_ended(before, line, right)
            and not before.text.endswith("-")
        ):
            pieces.append(line.text)
        else:
            pieces[-1:] = [joined(pieces[-1], line.text) if pieces else line.text]
        before = line
    content: list[Inline] = []
    for piece in pieces:
        content += [LineBreak(), Run(text=piece)] if content else [Run(text=piece)]
    return tuple(content)
