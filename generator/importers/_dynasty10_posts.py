"""Decisions of office-holders in Dynasty 10: lists that name them, and their pages as one "meeting" a post and day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from generator.importers._dates import DAY, finnish_date
from generator.importers._dynasty10_item import read_item
from generator.importers._dynasty10_pages import DECISION, Page, target
from generator.importers._dynasty_meeting import Row
from generator.importers._dynasty_pages import Header, links
from generator.importers._markup import plain
from generator.model.identifiers import slug
from generator.model.meeting import AgendaItem, Classification, Meeting, Organization, Stage, State
from generator.model.message import Level, Message


class Listed(NamedTuple):
    """A decision as a list names it."""

    key: str
    post: str
    day: date | None
    number: str | None
    title: str


@dataclass
class Posts:
    """The decisions of an export, and what was found while they were read; *files* and *used* as for a meeting."""

    pages: list[Page]
    lists: list[Page]
    files: dict[str, str]
    messages: list[Message] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


class Place(NamedTuple):
    """Who decided, and when."""

    post: str
    day: date
    is_swedish: bool


def meetings(posts: Posts) -> tuple[Meeting, ...]:
    """Return the decisions whose pages are here; lists that name others are among the messages."""
    named = {row.key: row for page in posts.lists for row in listed(page)}
    found: dict[Place, list[tuple[Page, Listed | None]]] = {}
    for page in posts.pages:
        row = named.get(page.key) or _by_header(page, named.values())
        place = _place(page, row)
        if place:
            found.setdefault(place, []).append((page, row))
        else:
            posts.messages.append(Message(level=Level.ERROR, code="dynasty10.decision_without_header", where=page.name))
    here = {row.key for these in found.values() for _, row in these if row}
    for page in posts.lists:
        count = len({row.key for row in listed(page)} - here)
        if count:
            code = "dynasty10.decisions_only_listed"
            posts.messages.append(Message(level=Level.WARNING, code=code, where=page.name, arguments={"count": count}))
    return tuple(_meeting(posts, place, found[place]) for place in sorted(found))


def listed(page: Page) -> tuple[Listed, ...]:
    """Return the decisions that a list names: "Suunnittelupäällikkö 18.09.2026 | Viranhaltijapäätös 174/2026Lupa …"."""
    return tuple(_listed(page))


def _listed(page: Page) -> Iterator[Listed]:
    for line in page.tree.iter("tr"):
        link = next((e for e in links(line) if target(e).page == "official_decision"), None)
        if link is None or line.find(".//tr") is not None:
            continue
        who = next((text for cell in line if cell.tag in {"td", "th"} and (text := plain(cell))), "")
        text = plain(link)
        found = DECISION.match(text)
        title = text[found.end() :].strip(" :–-") if found else text
        post = DAY.split(who)[0].strip(" ,/–-") if finnish_date(who) else who if who != text else ""
        yield Listed(target(link).key, post, finnish_date(who), found["number"] if found else None, title)


def _by_header(page: Page, rows: Iterable[Listed]) -> Listed | None:
    """Return the one row that a page without a key of its own can be: of its post and day, with its number."""
    own = [r for r in rows if (r.post, r.day) == (page.header.organization, page.header.day) and _is_number(page, r.number)]
    return own[0] if len(own) == 1 and not page.key else None


def _is_number(page: Page, number: str | None) -> bool:
    return bool(number and page.header.number and number.split("/")[0] == page.header.number.split("/")[0])


def _place(page: Page, row: Listed | None) -> Place | None:
    post = page.header.organization or (row.post if row else "")
    day = page.header.day or (row.day if row else None)
    return Place(post, day, page.header.is_swedish) if post and day else None


def _meeting(posts: Posts, place: Place, found: list[tuple[Page, Listed | None]]) -> Meeting:
    ordered = sorted(found, key=lambda pair: (_figure(_number(*pair)), pair[0].name))
    items = tuple(_item(posts, place, page, row, order) for order, (page, row) in enumerate(ordered, start=1))
    return Meeting(
        source_id=f"dynasty10:{slug(place.post)}/{place.day}",
        organization=Organization(name=place.post, classification=Classification.POST),
        day=place.day,
        stage=Stage.MINUTES,
        state=State.DECIDED,
        language=items[0].language,
        items=items,
    )


def _number(page: Page, row: Listed | None) -> str | None:
    return (row.number if row else None) or page.header.number


def _figure(number: str | None) -> int:
    return int(number.split("/")[0]) if number else 0


def _item(posts: Posts, place: Place, page: Page, row: Listed | None, order: int) -> AgendaItem:
    """Return a decision as an item. The page and the list may write its number with and without the year."""
    number = _number(page, row)
    named = Row(row.key, _without_year(row.number), row.title) if row else None
    header = Header(place.post, Stage.MINUTES, day=place.day, is_swedish=place.is_swedish)
    key = page.key or (row.key if row else "") or f"{slug(place.post)}/{place.day}#{number or order}"
    own = page.header._replace(number=_without_year(page.header.number), day=place.day)
    result = read_item(page._replace(key=key, header=own), named, header, order, posts.files)
    posts.messages += result.messages
    posts.used |= result.files
    if result.item.title:
        return replace(result.item, number=number)
    posts.messages.append(Message(level=Level.WARNING, code="dynasty10.item_without_title", where=page.name))
    holds = (*result.item.holds, "dynasty10.item_without_title")
    return replace(result.item, number=number, title=number or key, holds=holds)


def _without_year(number: str | None) -> str | None:
    return number.split("/")[0] if number else None
