"""Inline pieces of text: what is bold, slanted, raised or linked, read from elements and from Word's styles."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import _Element

from generator.importers._markup_tree import BLOCKS, is_shown, readable
from generator.model.text import Inline, LineBreak, Run

SOURCE_SPACE = re.compile(r"[ \t\r\n\f\v]+")
ANY_SPACE = re.compile(r"\s+")
BOLD_STYLE = re.compile(r"(?<![\w-])font-weight\s*:\s*(?P<weight>bold(?:er)?|normal|lighter|\d{3})", re.IGNORECASE)
SLANTED_STYLE = re.compile(r"(?<![\w-])font-style\s*:\s*(?P<slant>italic|oblique|normal)", re.IGNORECASE)
PAGE_BREAK = re.compile(r"page-break|mso-break-type", re.IGNORECASE)
LIGHT = {"normal", "lighter", "100", "200", "300", "400", "500"}
# "m<sup>2</sup>" read without its form would be "m2"; Unicode has the digits.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ATOMS = frozenset({"table", "ul", "ol"})


class Style(NamedTuple):
    """The manner of a piece."""

    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    raised: bool = False


class Piece(NamedTuple):
    """Raw text in one manner; no-break spaces are kept because runs of them part a side heading from its text."""

    text: str
    style: Style


class Edge(NamedTuple):
    """The start or end of a block; *level* is set at the start of h1 to h6."""

    level: int | None = None


class Atom(NamedTuple):
    """A list or a table, read as a whole."""

    element: _Element
    style: Style


Event = Piece | Edge | Atom
BREAK = Piece("\n", Style())


def events(element: _Element, style: Style = Style()) -> list[Event]:  # noqa: B008 - a NamedTuple does not change
    """Return pieces, edges of blocks and atoms in *element*, in order."""
    found: list[Event] = []
    _walk(element, style, found)
    return found


def _walk(element: _Element, style: Style, found: list[Event]) -> None:
    _add(element.text, style, found)
    for child in element:
        if is_shown(child):
            own = _style(child, style)
            if child.tag == "br":
                found.append(Piece(" ", style) if PAGE_BREAK.search(child.get("style", "")) else BREAK)
            elif child.tag in ATOMS:
                found.append(Atom(child, own))
            elif child.tag in BLOCKS:
                found.append(Edge(_level(child)))
                _walk(child, own, found)
                found.append(Edge())
            else:
                _walk(child, own, found)
        _add(child.tail, style, found)


def _level(element: _Element) -> int | None:
    tag = str(element.tag)
    return int(tag[1]) if len(tag) == len("h1") and tag[0] == "h" and tag[1].isdigit() else None


def _add(text: str | None, style: Style, found: list[Event]) -> None:
    if not text:
        return
    clean = SOURCE_SPACE.sub(" ", readable(text))
    if style.raised and clean.strip().isdecimal():
        clean = clean.translate(RAISED)
    if clean:
        found.append(Piece(clean, style))


def _style(element: _Element, around: Style) -> Style:
    declared = element.get("style", "")
    weight, slant = BOLD_STYLE.search(declared), SLANTED_STYLE.search(declared)
    strong = around.strong or element.tag in {"b", "strong"}
    emphasis = around.emphasis or element.tag in {"i", "em", "cite"}
    if weight:
        strong = weight["weight"].casefold() not in LIGHT
    if slant:
        emphasis = slant["slant"].casefold() != "normal"
    href = _safe(element.get("href", "")) if element.tag == "a" else None
    return Style(strong, emphasis, href or around.href, around.raised or element.tag == "sup")


def _safe(href: str) -> str | None:
    """Return *href* when it leads to a page or a mailbox; all else (scripts, files of the source's server) is no link."""
    address = href.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not address.isprintable() or " " in address:
        return None
    is_page = parts.scheme in {"http", "https"} and parts.hostname
    return address if is_page or (parts.scheme == "mailto" and "@" in parts.path) else None


def collapsed(pieces: Sequence[Piece], *, strong: bool = True) -> tuple[Inline, ...]:
    """Return *pieces* as inline text: white space collapsed, equal neighbours joined, breaks only between text.

    With *strong* False the bold is left out, as in a heading, which is bold anyway.
    """
    found: list[Inline] = []
    for line in split_at_breaks(pieces):
        runs = _runs(line if strong else [Piece(p.text, p.style._replace(strong=False)) for p in line])
        if runs and found:
            found.append(LineBreak())
        found += [Run(text=r.text, strong=r.style.strong, emphasis=r.style.emphasis, href=r.style.href) for r in runs]
    return tuple(found)


def split_at_breaks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the stretches of *pieces* between line breaks, empty ones too."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _runs(line: Sequence[Piece]) -> list[Piece]:
    runs: list[Piece] = []
    for piece in line:
        text = ANY_SPACE.sub(" ", piece.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        style = piece.style._replace(raised=False)
        # White space takes the manner of what stands before it, so that two bold words are one bold run; a link ends sharply.
        if runs and (runs[-1].style == style or (text == " " and not runs[-1].style.href)):
            runs[-1] = Piece(runs[-1].text + text, runs[-1].style)
        else:
            runs.append(Piece(text, Style() if text == " " else style))
    while runs and not runs[-1].text.strip():
        runs.pop()
    return [*runs[:-1], Piece(runs[-1].text.rstrip(), runs[-1].style)] if runs else []


def raw(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def without_start(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    """Return *pieces* without their first *count* characters."""
    kept: list[Piece] = []
    for piece in pieces:
        cut = min(count, len(piece.text))
        count -= cut
        if cut < len(piece.text):
            kept.append(piece if not cut else Piece(piece.text[cut:], piece.style))
    return tuple(kept)
