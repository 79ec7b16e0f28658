"""Pages of Dynasty's published tree: what kind a page is, what its header says, where its content stands."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._dates import CLOCK, DAY, finnish_date, finnish_datetime
from generator.importers._dynasty_encoding import decode
from generator.importers._dynasty_generation import Generation, generation
from generator.importers._markup import parse
from generator.importers._markup_inline import raw, split_at_breaks
from generator.importers._markup_tables import flat
from generator.model.meeting import Stage

KEY = re.compile(r"(?P<meeting>\d{5,})(?:-(?P<item>\d+)(?:-(?P<file>\d+))?)?")
AGENDA = re.compile(r"esityslista|lisälista|asialista|kokouskutsu|föredragningslista|kallelse|ärendelista", re.IGNORECASE)
MINUTES = re.compile(r"pöytäkirja|protokoll", re.IGNORECASE)
CHECKED = re.compile(r"(?<!ei )(?<!inte )(?<!icke )\b(?:tarkastettu|justerat|justerad|granskat)\b", re.IGNORECASE)
CORRECTED = re.compile(r"\b(?:korjattu|rättat|korrigerat)\b", re.IGNORECASE)
MAX_HEADER = 200
SAVED = ("_files", "_tiedostot", "-tiedostot", "_filer", "-filer")
FIGURE = r"\d+(?:\s?[a-z])?"
NUMBER = re.compile(
    rf"(?:pykälä|paragraf|asianro|asia|ärendenr|ärende|§)\.?\s*(?P<number>{FIGURE})\b|(?P<before>{FIGURE})\s*§", re.IGNORECASE
)


class PageKind(Enum):
    """What a page shows; the value is the class of its body element, folded."""

    BODIES = "bodytelimet"
    LIST = "bodytelin"
    MEETING = "bodykokous"
    ITEM = "bodykokousasia"


class Header(NamedTuple):
    """What the line above the content says: "Kaupunginhallitus / Pöytäkirja 08.05.2017 klo 15:30 / Tarkastettu"."""

    organization: str = ""
    stage: Stage | None = None
    is_checked: bool = False
    is_corrected: bool = False
    day: date | None = None
    start: datetime | None = None
    number: str | None = None
    is_swedish: bool = False


class Page(NamedTuple):
    """A page; *key* is its id in the system ("2017406946", "2017406946-3"), *content* the elements of its content in order."""

    name: str
    kind: PageKind
    key: str
    header: Header
    tree: _Element


def is_page(name: str) -> bool:
    """Tell whether *name* is a page of the tree rather than an asset that a browser saved with one."""
    path = PurePosixPath(name)
    return path.suffix.casefold() in {".htm", ".html"} and not is_beside_page(path)


def is_beside_page(path: PurePosixPath) -> bool:
    """Tell whether *path* lies in the folder that a browser made for the looks of a saved page, by its language's name."""
    return any(part.casefold().endswith(SAVED) for part in path.parts[:-1])


def has_fingerprint(content: bytes) -> bool:
    """Tell whether *content* is a page of the static tree."""
    return generation(content) is Generation.STATIC


def read_page(name: str, content: bytes) -> Page | None:
    """Return the page in *content*, or None when it is none that Dynasty wrote.

    Raises:
        ExportError: it is empty, cut short, in no certain encoding or nested too deep.

    """
    if not content.strip():
        raise ExportError("dynasty.page_empty", where=name)
    if not has_fingerprint(content):
        return None
    markup = decode(content, name)
    if "</html" not in markup.casefold() and "<!--DATA_END-->" not in markup:
        raise ExportError("dynasty.page_truncated", where=name)
    tree = parse(markup, name)
    kind = _kind(tree, name)
    if kind is None:
        return None
    return Page(name, kind, _key(tree, name, kind), _header(tree, kind), tree)


def _kind(tree: _Element, name: str) -> PageKind | None:
    classes = {word.casefold() for body in tree.iter("body") for word in body.get("class", "").split()}
    for kind in PageKind:
        if kind.value in classes:
            return kind
    stem = PurePosixPath(name).stem.casefold()
    if stem.startswith("telin"):
        return PageKind.LIST
    if stem.startswith("telimet"):
        return PageKind.BODIES
    found = KEY.fullmatch(stem)
    if not found or found["file"]:
        return None
    return PageKind.ITEM if found["item"] else PageKind.MEETING


def key_of(address: str) -> str:
    """Return the key that a file's name or a link carries ("…/kokous/2017406946-3.HTM" → "2017406946-3"), or nothing."""
    stem = file_of(address).rpartition(".")[0]
    return stem if KEY.fullmatch(stem) else ""


def file_of(address: str) -> str:
    """Return the name of the file that a link leads to, folded; nothing for a link into a program, a mailbox or a script."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.query or parts.scheme not in {"", "http", "https", "file"}:
        return ""
    return PurePosixPath(unquote(parts.path.replace("\\", "/"))).name.casefold()


def _key(tree: _Element, name: str, kind: PageKind) -> str:
    """Return the key of a page, from its name or, where a browser gave it another, from the link to its own PDF."""
    own = key_of(PurePosixPath(name).name)
    if own or kind in {PageKind.BODIES, PageKind.LIST}:
        return own
    parts = {PageKind.MEETING: 1, PageKind.ITEM: 2}[kind]
    keys = (
        key for link in links(tree) if file_of(link.get("href", "")).endswith(".pdf") and (key := key_of(link.get("href", "")))
    )
    return next((key for key in keys if len(key.split("-")) == parts), PurePosixPath(name).stem)


def links(element: _Element) -> Iterator[_Element]:
    return (link for link in element.iter("a") if link.get("href"))


def _header(tree: _Element, kind: PageKind) -> Header:
    for label in _labels(tree):
        found = [line for line in lines(label) if line]
        named = [line for line in found if AGENDA.search(line) or MINUTES.search(line)]
        if kind in {PageKind.BODIES, PageKind.LIST} and found:
            return Header(organization=found[-1])
        if named:
            return _parsed(found, named[0])
    return Header()


def _labels(tree: _Element) -> Iterator[_Element]:
    """Yield the elements that may be the header, the surest first."""
    yield from (e for e in tree.iter("label", "span", "div", "h1", "h2", "h3") if "h3" in e.get("class", "").casefold().split())
    yield from (e for e in tree.iter("td", "h1", "h2", "h3") if e.get("align", "").casefold() == "center" or e.tag != "td")


def is_header(text: str) -> bool:
    """Tell whether *text* is a header and no more: a document's name and its day."""
    return len(text) <= MAX_HEADER and bool(AGENDA.search(text) or MINUTES.search(text)) and bool(finnish_date(text))


def lines(element: _Element) -> tuple[str, ...]:
    """Return the text that is seen in *element*, parted at line breaks and blocks."""
    return tuple(" ".join(raw(line).split()) for line in split_at_breaks(flat(element)))


def _parsed(found: list[str], line: str) -> Header:
    before = " ".join(found[: found.index(line)])
    kind = AGENDA.search(line) or MINUTES.search(line)
    place = kind.start() if kind else 0
    after = " ".join([line[place:], *found[found.index(line) + 1 :]])
    # "17.10.2022 § 81": the year and the clock are no numbers of an item.
    number = NUMBER.search(CLOCK.sub(" ", DAY.sub(" ", after)))
    return Header(
        organization=before or line[:place].strip(" ,-–"),
        stage=Stage.AGENDA if AGENDA.search(line) else Stage.MINUTES,
        is_checked=bool(CHECKED.search(after)),
        is_corrected=bool(CORRECTED.search(after)),
        day=finnish_date(after),
        start=finnish_datetime(after),
        number=(number["number"] or number["before"]) if number else None,
        is_swedish=bool(re.search(r"protokoll\b|föredragningslista|kallelse|ärendelista", line, re.IGNORECASE)),
    )


def content(tree: _Element) -> list[_Element]:
    """Return the elements of the content, between the marks that the system wrote or, where they are gone, all of the body."""
    found: list[_Element] = []
    is_inside = False
    for node in tree.iter():
        if not isinstance(node.tag, str):
            mark = (node.text or "").strip()
            is_inside = mark == "DATA_BEGIN" or (is_inside and mark != "DATA_END")
        elif is_inside:
            found.append(node)
    return found or [node for body in tree.iter("body") for node in body.iterdescendants() if isinstance(node.tag, str)]
