"""Pages that Dynasty 10 serves: what kind a page is, its key, what its header says, where its links lead."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._dates import finnish_date, finnish_datetime
from generator.importers._dynasty_encoding import decode
from generator.importers._dynasty_generation import Generation, generation
from generator.importers._dynasty_pages import AGENDA, CHECKED, KEY, MAX_HEADER, NUMBER, Header, file_of, key_of, lines, links
from generator.importers._markup import parse, plain
from generator.model.meeting import Stage

TARGET = re.compile(r"\bpage=(?P<page>[\w/]+)")
TARGET_ID = re.compile(r"\bid=(?P<id>\d+(?:-\d+)?)")
KEY_IN_NAME = re.compile(r"(?<!\d)(?P<key>\d{5,}(?:-\d+)?)(?![\d-])")
DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
DOCUMENT = re.compile(
    r"\b(?:(?:lisä)?esityslista|asialista|kokouskutsu|pöytäkirja|föredragningslista|kallelse|protokoll)\b(?=(?P<day>\s+"
    + DAY
    + r")?)",
    re.IGNORECASE,
)
SWEDISH = re.compile(r"föredragningslista|kallelse|protokoll\b", re.IGNORECASE)
PLACE = re.compile(
    r"\b(?:klo|kl)\.?\s*[\d.:]+\s+[-–]\s+(?P<place>.+?)(?:\s*/\s*(?:tarkastettu|tarkastamaton|justera[dt]|ojusterat|granskat))?\s*",
    re.IGNORECASE,
)
DECISION = re.compile(r"\b(?:viranhaltijapäätös|tjänsteinnehavarbeslut)\b[\s:]*(?P<number>\d{1,5}/\d{4})?", re.IGNORECASE)
DECISION_NUMBER = re.compile(r"(?<![\d.])\d{1,5}/\d{4}(?![\d/])|(?:§|pykälä|paragraf)\s*(?P<section>\d{1,5})", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3", "h4", "label")


class Kind(Enum):
    """What a page shows."""

    LIST = "list"
    MEETING = "meeting"
    ITEM = "item"
    DECISIONS = "decisions"
    DECISION = "decision"
    OTHER = "other"


class Target(NamedTuple):
    """Where a link leads: a page of the service, and the key of what it shows there."""

    page: str = ""
    key: str = ""


class Page(NamedTuple):
    """A page; *key* is its id in the system ("20261727-4"), empty where nothing tells it; *head* the element of its header."""

    name: str
    kind: Kind
    key: str
    header: Header
    place: str | None
    head: _Element | None
    tree: _Element


def read_page(name: str, content: bytes) -> Page | None:
    """Return the page in *content*, or None when it is one of the static tree.

    Raises:
        ExportError: it is empty, cut short, in no certain encoding or nested too deep.

    """
    if not content.strip():
        raise ExportError("dynasty.page_empty", where=name)
    if generation(content) is Generation.STATIC:
        return None
    markup = decode(content, name)
    if "</html" not in markup.casefold():
        raise ExportError("dynasty.page_truncated", where=name)
    tree = parse(markup, name)
    head, texts = _head(tree)
    kind = _kind(tree, texts, head)
    header = _header(texts) if kind is not Kind.DECISION else _decision_header(texts)
    return Page(name, kind, _key(tree, name, kind), header, _place(texts), head, tree)


def target(link: _Element) -> Target:
    """Return where *link* leads within the service, also when a program that saved the pages rewrote it to a file's name."""
    return _target(link.get("href", ""))


def body_of(tree: _Element) -> _Element:
    """Return the body of a page, or all of it where broken markup has none."""
    return next(tree.iter("body"), tree)


def _target(address: str) -> Target:
    text = unquote(address)
    page, key = TARGET.search(text), TARGET_ID.search(text)
    return Target(page["page"].casefold(), key["id"] if key else "") if page else Target()


def _head(tree: _Element) -> tuple[_Element | None, tuple[str, ...]]:
    """Return the element of the header, and its text: the decision-maker's name, where it stands apart, and the document's."""
    for element in tree.iter(*HEADINGS):
        found = _named([line for line in lines(element) if line])
        if found:
            return element, found
    for element in tree.iter("div", "td", "p", "span", "b", "strong"):
        texts = [line for line in lines(element) if line]
        found = _named(texts) if len(plain(element)) <= MAX_HEADER else ()
        if found and (_is_dated(found[-1]) or (DECISION.fullmatch(found[-1]) and element.find(".//a") is None)):
            return element, found if len(found) > 1 or _before(found[0]) else (_line_before(tree, found[0]), *found)
    return None, next((_named([title.text or ""]) for title in tree.iter("title")), ())


def _named(texts: list[str]) -> tuple[str, ...]:
    place = next((i for i, text in enumerate(texts) if DOCUMENT.search(text) or DECISION.search(text)), None)
    if place is None:
        return ()
    return (" ".join(texts[: place + 1][:-1]), texts[place]) if place else (texts[0],)


def _is_dated(text: str) -> bool:
    found = DOCUMENT.search(text)
    return bool(found and found["day"]) or (bool(DECISION.search(text)) and finnish_date(text) is not None)


def _before(text: str) -> str:
    found = DOCUMENT.search(text) or DECISION.search(text)
    return text[: found.start()].strip(" ,-–") if found else ""


def _line_before(tree: _Element, text: str) -> str:
    texts = [line for line in lines(body_of(tree)) if line]
    place = texts.index(text) if text in texts else 0
    return texts[place - 1] if place else ""


def _header(texts: tuple[str, ...]) -> Header:
    line = texts[-1] if texts else ""
    found = DOCUMENT.search(line)
    if not found:
        return Header()
    after = line[found.start() :]
    number = NUMBER.search(after)
    return Header(
        organization=" ".join([*texts[:-1], _before(line)]).strip(),
        stage=Stage.AGENDA if AGENDA.search(found.group()) else Stage.MINUTES,
        is_checked=bool(CHECKED.search(after)),
        day=finnish_date(after),
        start=finnish_datetime(after),
        number=(number["number"] or number["before"]) if number else None,
        is_swedish=bool(SWEDISH.search(found.group())),
    )


def _place(texts: tuple[str, ...]) -> str | None:
    """Return where the meeting is: "… klo 17:00 -  Valtuustosali"."""
    start = re.search(r"\bklo?\b", texts[-1], re.IGNORECASE) if texts else None
    found = PLACE.fullmatch(texts[-1], start.start()) if start else None
    return found["place"] if found else None


def _decision_header(texts: tuple[str, ...]) -> Header:
    whole = " ".join(texts)
    post = " ".join([*texts[:-1], _before(texts[-1])])
    found = DECISION_NUMBER.search(whole)
    return Header(
        organization=re.sub(DAY, "", post).strip(" ,-–"),
        stage=Stage.MINUTES,
        day=finnish_date(whole),
        number=(found["section"] or found.group()) if found else None,
        is_swedish="tjänsteinnehavarbeslut" in whole.casefold(),
    )


def _kind(tree: _Element, texts: tuple[str, ...], head: _Element | None) -> Kind:
    pages = {target(link).page for link in links(tree) if target(link).key}
    is_headed = bool(texts) and (head is None or head.tag in HEADINGS or "meeting" not in pages)
    classes = {word for part in tree.iter("div") for word in part.get("class", "").casefold().split()}
    if "meetingitem" in classes or _header(texts).number:
        return Kind.ITEM
    if texts and DECISION.search(texts[-1]):
        return Kind.DECISION
    if "official_decision" in pages:
        return Kind.DECISIONS
    if "meetingitem" in pages or is_headed:
        return Kind.MEETING
    return Kind.LIST if {"meeting", "meetings"} & pages else Kind.OTHER


def _key(tree: _Element, name: str, kind: Kind) -> str:
    """Return the key of a page: the service may return another page than was asked for, so what the page says goes first."""
    if kind not in {Kind.MEETING, Kind.ITEM, Kind.DECISION}:
        return ""
    parts = 2 if kind is Kind.ITEM else 1
    own = (key_of(link.get("href", "")) for link in links(tree) if file_of(link.get("href", "")).endswith(".pdf"))
    by_page = _between(tree) if kind is Kind.ITEM else _common(tree) if kind is Kind.MEETING else ""
    found = KEY_IN_NAME.search(PurePosixPath(name).name)
    named = found["key"] if found and len(found["key"].split("-")) == parts else ""
    return next((key for key in own if key and len(key.split("-")) == parts), by_page or named)


def _items(tree: _Element) -> Iterator[tuple[str, int]]:
    for link in links(tree):
        found = KEY.fullmatch(target(link).key) if target(link).page == "meetingitem" else None
        if found and found["item"]:
            yield found["meeting"], int(found["item"])


def _between(tree: _Element) -> str:
    """Return the key between those of the item before and the item after."""
    found = sorted(set(_items(tree)))
    is_gap = len(found) == len(("before", "after")) and found[0][0] == found[1][0] and found[1][1] - found[0][1] == len(found)
    return f"{found[0][0]}-{found[0][1] + 1}" if is_gap else ""


def _common(tree: _Element) -> str:
    """Return the meeting that all items of a page belong to."""
    meetings = {meeting for meeting, _ in _items(tree)}
    return meetings.pop() if len(meetings) == 1 else ""
