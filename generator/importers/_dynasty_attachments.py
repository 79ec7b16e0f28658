"""Attachments of an item, as the page links to them and as the body lists them."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from generator.importers import _headings
from generator.importers._dynasty_pages import KEY, file_of, key_of, links
from generator.importers._dynasty_preamble import squeezed
from generator.importers._markup import plain
from generator.model.text import Block, ItemList, Table, block_text, inline_text

NUMBERED = re.compile(
    r"(?:liite|bilaga)\s*(?:nro|nr|n:o)?\.?\s*(?P<number>\d{1,3}[a-z]?)\b[\s.:,)–-]*(?P<title>.*)", re.IGNORECASE
)
FIGURE = re.compile(r"\d+[a-z]?")
# What is longer, or a whole sentence, under "Liite" is prose and no name.
MAX_NAME = 200
MAX_SENTENCE = 90


class Entry(NamedTuple):
    """An attachment as the source names it; *file* is the name of its file, folded, where there is a link."""

    title: str
    number: str | None = None
    supporting: bool = False
    file: str = ""


def named(text: str, number: str | None = None, *, supporting: bool, file: str = "") -> Entry:
    """Return the attachment that *text* names, with its number split off ("Liite 2: Kartta")."""
    found = NUMBERED.fullmatch(text)
    if not found:
        return Entry(text, number, supporting, file)
    return Entry(found["title"].strip() or text, found["number"], supporting, file)


def linked(parts: list[_Element]) -> tuple[Entry, ...]:
    """Return the attachments that the part of the page above the body links to, under "Liitteet" or "Oheismateriaali"."""
    found: list[Entry] = []
    supporting = False
    for part in parts:
        lead = (part.text or "").strip() or plain(part) if part.tag in {"div", "p", "td", "b", "strong"} else ""
        if _headings.is_attachments(lead) or _headings.is_supporting(lead):
            supporting = _headings.is_supporting(lead)
        if part.tag != "a" or not plain(part):
            continue
        key = KEY.fullmatch(key_of(part.get("href", "")))
        if key and key["item"] not in {None, "0"} and key["file"]:
            found.append(named(plain(part), _number_beside(part), supporting=supporting, file=file_of(part.get("href", ""))))
    return tuple({one.file: one for one in reversed(found)}.values())[::-1]


def _number_beside(link: _Element) -> str | None:
    """Return the number in a cell of its own before the link's."""
    row = next((e for e in link.iterancestors() if e.tag == "tr"), None)
    texts = [plain(cell) for cell in row if cell.tag == "td" and not list(links(cell))] if row is not None else []
    return next((text for text in texts if FIGURE.fullmatch(text)), None)


def listed(block: Block, *, supporting: bool) -> tuple[Entry, ...] | None:
    """Return the attachments that *block* lists, or None when it is prose."""
    numbers: list[str | None] = []
    match block:
        case ItemList():
            texts = [" ".join(block_text(part) for part in item) for item in block.items]
            numbers = [str(block.start + i) for i in range(len(texts))] if block.ordered else []
        case Table():
            texts = [" ".join(inline_text(cell.content) for cell in row).strip() for row in block.rows]
        case _:
            texts = block_text(block).split("\n")
    if any(len(text) > MAX_NAME or (len(text) > MAX_SENTENCE and text.endswith(".")) for text in texts):
        return None
    pairs = zip(texts, numbers or [None] * len(texts), strict=True)
    return tuple(named(text, number, supporting=supporting) for text, number in pairs if any(map(str.isalnum, text)))


def joined(links_found: tuple[Entry, ...], in_body: list[Entry]) -> tuple[Entry, ...]:
    """Return all attachments once: the link tells the file, the body the number and whether it is supporting material."""
    rest = list(in_body)
    found: list[Entry] = []
    for one in links_found:
        same = next((other for other in rest if squeezed(other.title) == squeezed(one.title)), None)
        if same:
            rest.remove(same)
            found.append(one._replace(number=same.number or one.number, supporting=same.supporting or one.supporting))
        else:
            found.append(one)
    return (*found, *rest)
