"""The HTML pages of TWeb: a meeting with its items, a list of meetings, the attachments of an item, and search forms."""

import codecs
import re
from collections.abc import Iterator
from datetime import date, datetime

import lxml.etree
import lxml.html
import msgspec

from generator.importers._dates import finnish_date, finnish_datetime
from generator.importers._markup_tree import check_shape
from generator.importers._pdf import clean
from generator.model.meeting import Stage, State

TITLE = {"otsikko", "asia", "asian otsikko", "asiaotsikko", "rubrik", "ärende", "ärenderubrik"}
NUMBER = {"§", "pykälä", "nro", "nr", "asianro", "paragraf", "§ nro"}
ATTACHMENTS = {"liitteet", "liite", "liitteitä", "bilagor", "bilaga"}
DATE = {"kokouspvm", "kokouspäivä", "pvm", "päivämäärä", "kokousaika", "datum", "sammanträdesdatum", "sammanträdesdag"}
ORGANIZATION = {"toimielin", "verksamhetsorgan", "organ"}
FINGERPRINTS = (
    re.compile(rb"ktweb(?:_\w+)?\.css", re.IGNORECASE),
    re.compile(rb"ktweb(?:bin|scr)/", re.IGNORECASE),
    re.compile(rb"(?:ktproxy2?\.dll|fileshow)\?doctype=", re.IGNORECASE),
    re.compile(rb"class=[\"']?(?:colheader|data_pykala|data[01]\b)", re.IGNORECASE),
    re.compile(rb"triplan", re.IGNORECASE),
)
# One mark alone may stand in any page that links to TWeb.
MARKS_NEEDED = 2
DOCUMENT_ID = re.compile(r"docid=(\d+)", re.IGNORECASE)
ATTACHMENTS_ID = re.compile(r"epjattn\w*\.htm\?\+?(?:\w+=)?(\d+)", re.IGNORECASE)
MEETING_ID = re.compile(r"(?:pk|epj)_asil\w*\.htm\?\+?bid=(\d+)", re.IGNORECASE)
MEETING_NUMBER = re.compile(r"\d{1,3}\s*/\s*\d{4}")
ITEM_NUMBER = re.compile(r"\d+\s*[a-zåäö]?", re.IGNORECASE)
COUNT = re.compile(r"\d+")
MINUTES = re.compile(r"pöytäkirja|protokoll", re.IGNORECASE)
# Of the search of office-holders' decisions only the address is known, and the words that any page of them must have.
DECISIONS_ADDRESS = re.compile(r"vparhaku", re.IGNORECASE)
OF_MEETING = re.compile(r"epjattn|_asil|_kokl", re.IGNORECASE)
DECISIONS = re.compile(r"viranhaltijapäätö|tjänsteinnehavarbeslut", re.IGNORECASE)
AGENDA = re.compile(r"esityslista|föredragningslist|kallelse|kutsu", re.IGNORECASE)
CHECKED = re.compile(r"(?<!in)(?<!inte )(?<!ej )\b(?:tarkastettu|tarkistettu|justera[dt])\b", re.IGNORECASE)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a meeting's items. *attachments* is how many the row counts."""

    order: int
    title: str
    number: str | None = None
    document: str | None = None
    attachments: int = 0
    attachments_id: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A document that a page names beside its items."""

    title: str
    document: str


class MeetingPage(msgspec.Struct, frozen=True, kw_only=True):
    """*day* is None where the page tells no date; *untitled* counts rows without a title."""

    file: str
    organization: str
    number: str | None
    day: date | None
    start: datetime | None
    stage: Stage
    state: State
    key: str | None
    rows: tuple[Row, ...]
    materials: tuple[Link, ...]
    untitled: int
    language: str


class ListedMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a list of meetings; numbers of meetings come twice in a list and are no key."""

    organization: str
    day: date
    start: datetime | None
    key: str | None


class MeetingList(msgspec.Struct, frozen=True, kw_only=True):
    file: str
    meetings: tuple[ListedMeeting, ...]


class AttachmentsPage(msgspec.Struct, frozen=True, kw_only=True):
    file: str
    links: tuple[Link, ...]


class DecisionsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Office-holders' decisions, which are not read: the ids of the *documents* that the page links."""

    file: str
    documents: frozenset[str]


class OtherPage(msgspec.Struct, frozen=True, kw_only=True):
    file: str


Page = MeetingPage | MeetingList | AttachmentsPage | DecisionsPage | OtherPage


def is_tweb(content: bytes) -> bool:
    return sum(bool(mark.search(content)) for mark in FINGERPRINTS) >= MARKS_NEEDED


def decoded(content: bytes) -> str:
    """Return the text of a page: UTF-8 when it is that and nothing else, otherwise windows-1252, whatever the page declares."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def page(content: bytes, file: str) -> Page | None:
    """Return the page in *content*, or None when it holds no markup.

    Raises:
        ExportError: it is nested deeper than any real page.

    """
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        root = lxml.html.document_fromstring(decoded(content).replace("\x00", "").encode(), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None
    check_shape(root, file)
    tables = [
        table for table in root.iter("table") if _has_class(table, "list") or next(table.iterdescendants("table"), None) is None
    ]
    if _is_of_decisions(root, tables, file):
        return DecisionsPage(file=file, documents=frozenset(link.document for link in _links([root])))
    for table in tables:
        columns, _ = _columns(table)
        if "title" in columns and "date" not in columns:
            return _attachments_page(tables, file) if _is_attachments(tables, columns) else _meeting_page(root, tables, file)
        if "date" in columns and "organization" in columns and "title" not in columns:
            return MeetingList(file=file, meetings=tuple(_listed(table, columns)))
    if any(_header_cells(table) for table in tables):
        return _attachments_page(tables, file) if _links(tables) else _meeting_page(root, tables, file)
    return OtherPage(file=file)


def _has_class(element: lxml.html.HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").casefold().split()


def _text(element: lxml.html.HtmlElement) -> str:
    return clean(" ".join(element.itertext()))


def _lines(element: lxml.html.HtmlElement) -> list[str]:
    """Return the lines of a cell, as line breaks part them."""
    lines = [element.text or ""]
    for node in element.iterdescendants():
        if node.tag == "br":
            lines.append("")
        else:
            lines[-1] += node.text or "" if isinstance(node.tag, str) else ""
        lines[-1] += node.tail or ""
    return [line for line in map(clean, lines) if line]


def _cells(row: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _columns(table: lxml.html.HtmlElement) -> tuple[dict[str, int], lxml.html.HtmlElement | None]:
    """Return {what: column} by the words of the table's heading row, in whatever order they stand, and that row."""
    known = {"title": TITLE, "number": NUMBER, "attachments": ATTACHMENTS, "date": DATE, "organization": ORGANIZATION}
    for row in table.iter("tr"):
        words = [_text(cell).casefold().rstrip(":. ") for cell in _cells(row)]
        found = {what: words.index(word) for what, names in known.items() for word in words if word in names}
        if len(words) > 1 and ("title" in found or "organization" in found):
            return found, row
    return {}, None


def _header_cells(table: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    return [cell for cell in table.iter("td", "th") if _has_class(cell, "header")]


def _is_of_decisions(root: lxml.html.HtmlElement, tables: list[lxml.html.HtmlElement], file: str) -> bool:
    """Tell whether a page is of office-holders' decisions: by name, form or headings that tell no meeting."""
    name = file.rsplit("/", 1)[-1]
    headers = [_text(cell) for table in tables for cell in _header_cells(table)]
    # An item of a meeting may be called "Viranhaltijapäätökset", and the page of its attachments headed so.
    if OF_MEETING.search(name) or any(finnish_date(text) for text in headers):
        return False
    addresses = [name, *(form.get("action") or "" for form in root.iter("form"))]
    headings = [*headers, *(_text(heading) for heading in root.iter("title", "h1", "h2", "caption"))]
    return any(map(DECISIONS_ADDRESS.search, addresses)) or any(map(DECISIONS.search, headings))


def _is_attachments(tables: list[lxml.html.HtmlElement], columns: dict[str, int]) -> bool:
    """Tell whether a page lists attachments of one item: it has no column of numbers and no meeting's heading."""
    headers = [_text(cell) for table in tables for cell in _header_cells(table)]
    return "number" not in columns and not any(finnish_date(text) for text in headers)


def _attachments_page(tables: list[lxml.html.HtmlElement], file: str) -> AttachmentsPage:
    return AttachmentsPage(file=file, links=tuple(_links(tables)))


def _links(elements: list[lxml.html.HtmlElement]) -> list[Link]:
    return [
        Link(title=_text(anchor), document=found[1])
        for element in elements
        for anchor in element.iter("a")
        if (found := DOCUMENT_ID.search(anchor.get("href") or "")) and _text(anchor)
    ]


def _listed(table: lxml.html.HtmlElement, columns: dict[str, int]) -> Iterator[ListedMeeting]:
    for row in table.iter("tr"):
        cells = _cells(row)
        when = _text(cells[columns["date"]]) if len(cells) > max(columns.values()) else ""
        if day := finnish_date(when):
            name = _organization(_text(cells[columns["organization"]]))
            yield ListedMeeting(organization=name, day=day, start=finnish_datetime(when), key=_key(row))


def _organization(text: str) -> str:
    """Return the organization's name before its meeting's number: "Kaupunginhallitus: 5/2017"."""
    return MEETING_NUMBER.sub("", text).partition(":")[0].strip()


def _key(element: lxml.html.HtmlElement) -> str | None:
    """Return the system's own key of the one meeting that *element* links to."""
    keys = {found[1] for anchor in element.iter("a") if (found := MEETING_ID.search(anchor.get("href") or ""))}
    return keys.pop() if len(keys) == 1 else None


def _meeting_page(root: lxml.html.HtmlElement, tables: list[lxml.html.HtmlElement], file: str) -> MeetingPage:
    heading = [line for table in tables for cell in _header_cells(table) for line in _lines(cell)]
    whole = "\n".join(heading)
    title = next((_text(h1) for h1 in root.iter("h1")), "")
    first = heading[0] if heading else title
    number = MEETING_NUMBER.search(first)
    rows = [row for table in tables for row in _rows(table)]
    stage = _stage(whole, title)
    return MeetingPage(
        file=file,
        organization=_organization(first),
        number=number[0].replace(" ", "") if number else None,
        day=finnish_date(whole),
        start=finnish_datetime(whole),
        stage=stage,
        state=State.AGENDA if stage == Stage.AGENDA else State.CHECKED if CHECKED.search(whole) else State.DECIDED,
        key=_key(root),
        rows=tuple(msgspec.structs.replace(row, order=order) for order, row in enumerate((r for r in rows if r), 1)),
        materials=tuple(_links([table for table in tables if not _columns(table)[0]])),
        untitled=sum(row is None for row in rows),
        language="sv" if re.search(r"rubrik|bilagor|protokoll|föredragningslist", _text(root).casefold()) else "fi",
    )


def _stage(heading: str, title: str) -> Stage:
    """Return the stage that a meeting's heading names, or else its page; without a word for minutes nothing is decided."""
    for text in (heading, title):
        if AGENDA.search(text):
            return Stage.AGENDA
        if MINUTES.search(text):
            return Stage.MINUTES
    return Stage.AGENDA


def _rows(table: lxml.html.HtmlElement) -> Iterator[Row | None]:
    """Yield the items of a table of items, None for one without a title."""
    columns, heading = _columns(table)
    if heading is None or "title" not in columns:
        return
    for row in heading.itersiblings("tr"):
        cells = _cells(row)
        if len(cells) <= max(columns.values()):
            continue
        yield _row({what: cells[index] for what, index in columns.items()})


def _row(cells: dict[str, lxml.html.HtmlElement]) -> Row | None:
    title = _text(cells["title"])
    if not title:
        return None
    number = ITEM_NUMBER.search(_text(cells["number"])) if "number" in cells else None
    found = [DOCUMENT_ID.search(anchor.get("href") or "") for anchor in cells["title"].iter("a")]
    count = COUNT.search(_text(cells["attachments"])) if "attachments" in cells else None
    links = (
        [ATTACHMENTS_ID.search(a.get("href") or "") for a in cells["attachments"].iter("a")] if "attachments" in cells else []
    )
    return Row(
        order=0,
        title=title,
        number=number[0] if number else None,
        document=next((match[1] for match in found if match), None),
        attachments=int(count[0]) if count else len(links),
        attachments_id=next((match[1] for match in links if match), None),
    )
