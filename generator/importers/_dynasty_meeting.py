"""The page of a meeting: its items in order, appeal instructions, attendance, and the pages that a list names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from lxml.etree import _Element

from generator.importers import _dates
from generator.importers._dynasty_pages import KEY, NUMBER, Page, content, file_of, key_of, lines, links
from generator.importers._markup import plain
from generator.model.meeting import Attendance

OWN_NUMBER = re.compile(r"(?:§\s*)?(?P<number>\d+(?:\s?[a-z])?)(?:\s*§)?\.?", re.IGNORECASE)
PEOPLE = re.compile(
    r"saapuvilla|läsnä|paikalla|jäsen|osallistu|poissa|esteelli|esittelij|sihteeri|puheenjohta|kutsut|pöytäkirjanpit"
    r"|närvarande|frånvarande|beslutande|delta|övriga|ledam|ersättare|ordförande|sekreterare",
    re.IGNORECASE,
)
ABSENT = re.compile(r"poissa|frånvarande|estynee|förhindra", re.IGNORECASE)
PLACE = re.compile(r"(?:kokous)?paikka|(?:sammanträdes|mötes)?plats", re.IGNORECASE)
HOURS = re.compile(r"(?:kokous)?aika|(?:sammanträdes|mötes)?tid", re.IGNORECASE)
CLOCK = r"[^,;.\d]*\b(?:klo|kl)\.?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})"
ARRIVED = re.compile(r"(?:saapui|tuli|anlände|inställde sig|infann sig)\b" + CLOCK, re.IGNORECASE)
LEFT = re.compile(r"(?:poistui|lähti|avlägsnade sig|lämnade|gick)\b" + CLOCK, re.IGNORECASE)
TITLE_COLUMNS = frozenset({"otsikko", "rubrik", "asia", "ärende"})


class Row(NamedTuple):
    """An item as the meeting's list names it; *key* is empty when the row has no link."""

    key: str
    number: str | None
    title: str


class Appeal(NamedTuple):
    """Appeal instructions of a meeting, with the list's words on which items they are for."""

    file: str
    title: str
    items: str


class Group(NamedTuple):
    """A part of the page under a heading of its own, row by row, each cell as its lines."""

    heading: str
    rows: tuple[tuple[tuple[str, ...], ...], ...]


def rows(page: Page) -> tuple[Row, ...]:
    """Return the items that the page lists, each once."""
    found: list[Row] = []
    for line in _innermost(page):
        row = _row(line, page.key)
        if row and not (row.key and any(row.key == other.key for other in found)):
            found.append(row)
    return tuple(found)


def _innermost(page: Page) -> Iterator[_Element]:
    return (e for e in content(page.tree) if e.tag == "tr" and e.find(".//tr") is None)


def _cells(line: _Element) -> list[_Element]:
    return [cell for cell in line if cell.tag in {"td", "th"}]


def _is_header(line: _Element) -> bool:
    return "trhea" in line.get("class", "").casefold().split()


def _row(line: _Element, meeting: str) -> Row | None:
    own = [link for link in links(line) if _is_item(link, meeting) and plain(link)]
    if _is_header(line):
        return None
    texts = [text for cell in _cells(line) if (text := plain(cell))]
    number = _number(texts[0]) if texts else None
    if own:
        link = next((o for o in own if not file_of(o.get("href", "")).endswith(".pdf")), own[0])
        return Row(key_of(link.get("href", "")), number, _title(link))
    is_in_list = number and len(texts) > 1 and not list(links(line)) and _is_list(line, meeting)
    return Row("", number, texts[1]) if is_in_list else None


def _is_item(link: _Element, meeting: str) -> bool:
    found = KEY.fullmatch(key_of(link.get("href", "")))
    return bool(found and found["meeting"] == meeting and found["item"] not in {None, "0"} and not found["file"])


def _title(link: _Element) -> str:
    """Return the words of the cell when the link is its only one ("<a>Otsikko</a> (Kv-asia)"), otherwise the link's."""
    cell = next((e for e in link.iterancestors() if e.tag == "td"), link)
    return plain(cell) if len(list(links(cell))) == 1 else plain(link)


def _number(text: str) -> str | None:
    found = OWN_NUMBER.fullmatch(text) or NUMBER.fullmatch(text)
    return next((value for value in found.groupdict().values() if value), None) if found else None


def _is_list(line: _Element, meeting: str) -> bool:
    table = next((e for e in line.iterancestors() if e.tag == "table"), line)
    heads = {plain(cell).casefold() for row in table.iter("tr") if _is_header(row) for cell in _cells(row)}
    return bool(heads & TITLE_COLUMNS) or any(_is_item(link, meeting) for link in links(table))


def appeals(page: Page) -> tuple[Appeal, ...]:
    """Return the appeal instructions that the page links to."""
    found = []
    for line in _innermost(page):
        for link in links(line):
            key = KEY.fullmatch(key_of(link.get("href", "")))
            if key and key["item"] == "0" and key["file"] and plain(link):
                texts = [text for cell in _cells(line) if (text := plain(cell))]
                found.append(Appeal(file_of(link.get("href", "")), plain(link), texts[0] if texts[0] != plain(link) else ""))
    return tuple(found)


def groups(page: Page) -> tuple[Group, ...]:
    """Return the parts of the page that have a heading and no list of items or files: attendance, place, time."""
    found: list[Group] = []
    heading = ""
    for line in _innermost(page):
        texts = [text for cell in _cells(line) if (text := plain(cell))]
        if _is_header(line):
            heading = texts[0] if len(texts) == 1 and not list(links(line)) else ""
            if heading:
                found.append(Group(heading, ()))
        elif heading and texts:
            cells = tuple(kept for cell in _cells(line) if (kept := tuple(text for text in lines(cell) if text)))
            found[-1] = Group(heading, (*found[-1].rows, cells))
    return tuple(found)


def attendance(group: Group, day: date) -> Iterator[Attendance]:
    """Yield the people of *group*: "N N, puheenjohtaja, saapui klo 16.53 § 146 käsittelyn aikana"."""
    for cells in group.rows:
        for texts in [(line,) for line in cells[0]] if len(cells) == 1 else [tuple(" ".join(cell) for cell in cells)]:
            yield _person(texts, group.heading, day)


def _person(texts: Sequence[str], group: str, day: date) -> Attendance:
    name, _, rest = texts[0].partition(",")
    role = ", ".join(part for part in (rest.strip(), *texts[1:]) if part)
    return Attendance(
        name=name.strip(),
        role=role or None,
        group=group,
        present=not ABSENT.search(group),
        arrived=_clock(ARRIVED.search(role), day),
        left=_clock(LEFT.search(role), day),
    )


def _clock(found: re.Match[str] | None, day: date) -> datetime | None:
    if not found:
        return None
    try:
        return _dates.at(day, time(int(found["hour"]), int(found["minute"])))
    except ValueError:
        return None


def end_of(groups_found: Sequence[Group], day: date) -> datetime | None:
    """Return when the meeting ended, where a part of the page on its hours tells two times."""
    for group in groups_found:
        if HOURS.fullmatch(group.heading):
            clocks = list(_dates.CLOCK.finditer(" ".join(text for row in group.rows for cell in row for text in cell)))
            return _clock(clocks[-1], day) if len(clocks) > 1 else None
    return None


def place_of(groups_found: Sequence[Group]) -> str | None:
    found = (" ".join(t for row in g.rows for cell in row for t in cell) for g in groups_found if PLACE.fullmatch(g.heading))
    return next((text for text in found if text), None)


def is_read(group: Group) -> bool:
    """Tell whether the importer knows what *group* is; an empty one is nothing to know."""
    return not group.rows or any(p.search(group.heading) for p in (PEOPLE, ABSENT)) or is_about_meeting(group)


def is_about_meeting(group: Group) -> bool:
    return bool(PLACE.fullmatch(group.heading) or HOURS.fullmatch(group.heading))


def listed(page: Page) -> frozenset[str]:
    """Return the keys of the meetings that a list names, by its links and by the marks that the system wrote."""
    keys = {key_of(link.get("href", "")) for element in content(page.tree) if element.tag == "a" for link in links(element)}
    return frozenset(key for key in keys if (found := KEY.fullmatch(key)) and not found["item"])
