"""What the rows of CaseM's feeds say: nodes, contents and properties, each value checked for its type."""

from collections.abc import Callable, Iterable
from datetime import datetime
from html import unescape
from typing import TypeVar

import msgspec

from generator.importers._casem_odata import Feed, listed
from generator.importers._dates import HELSINKI

LANGUAGES = {1: "fi", 2: "en", 3: "sv"}
# Classification "Näytä tason esittelynä": the content stands for its whole node, that is, it is the meeting's cover.
COVER = 43
MAX_DIGITS = 19

Record = TypeVar("Record")


class WrongTypeError(Exception):
    """A row holds a value of another type than the interface gives."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the tree: a body, its container of meetings, or a meeting. *parents* are by the row and by the file's name."""

    node_id: int
    parents: tuple[int, ...]
    names: dict[str, str]

    @property
    def name(self) -> str:
        return next((self.names[language] for language in LANGUAGES.values() if self.names.get(language)), "")


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a list of contents: an item of a meeting, or its cover, or an office-holder's decision.

    *nodes* are (id, name) of its classifications; *published* is when the system published it, which is no day of a decision.
    """

    content_id: int
    subject: str
    language: str | None
    is_cover: bool
    nodes: tuple[tuple[int, str], ...]
    files: tuple[int, ...]
    start: datetime | None
    end: datetime | None
    published: datetime | None


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """One extended property: its *text*, and its number or date as text in *other*."""

    name: str
    text: str
    other: str = ""


def nodes(feed: Feed) -> tuple[list[Node], list[int]]:
    """Return the nodes of *feed*, and the numbers of the rows that could not be read, from 1."""
    return _records(feed.rows, lambda row: _node(row, feed.ids[:1]))


def contents(feed: Feed) -> tuple[list[Content], list[int]]:
    """Return the contents of *feed*, and the numbers of the rows that could not be read, from 1."""
    return _records(feed.rows, _content)


def properties(feed: Feed) -> tuple[list[Property], list[int]]:
    """Return the properties of *feed*, and the numbers of the rows that could not be read, from 1."""
    return _records(feed.rows, _property)


def moment(text: str) -> datetime | None:
    """Return the time in *text* ("2016-09-13 09:00:00", "2017-06-05T16:00:00"), aware; a time without zone is Helsinki's."""
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=HELSINKI) if found.tzinfo is None else found.astimezone(HELSINKI)
    except (ValueError, OverflowError):
        return None


def _records(rows: Iterable[object], read: Callable[[dict[str, object]], Record]) -> tuple[list[Record], list[int]]:
    found: list[Record] = []
    wrong: list[int] = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(read(_object(row)))
        except WrongTypeError:
            wrong.append(number)
    return found, wrong


def _object(row: object) -> dict[str, object]:
    if not isinstance(row, dict):
        raise WrongTypeError
    return row


def _node(row: dict[str, object], listed_under: tuple[int, ...]) -> Node:
    parent = _number(row, "ParentId")
    names = [name for name in listed(row.get("Names")) if isinstance(name, dict)]
    return Node(
        node_id=_id(row, "NodeId"),
        parents=(*listed_under, *(() if parent is None else (parent,))),
        names={LANGUAGES.get(_number(name, "LanguageId") or 0, "fi"): folded(_text(name, "Name")) for name in names},
    )


def _content(row: dict[str, object]) -> Content:
    classes = [c for c in listed(row.get("Classifications")) if isinstance(c, dict)]
    links = [link for link in listed(row.get("FileLinks")) if isinstance(link, dict)]
    return Content(
        content_id=_id(row, "ContentId"),
        subject=title_text(_text(row, "Subject")),
        language=LANGUAGES.get(_number(row, "LanguageId") or 0),
        is_cover=any(_number(c, "Type") == COVER for c in classes),
        nodes=tuple((_id(c, "NodeId"), folded(_text(c, "NodeName"))) for c in classes),
        files=tuple(_id(link, "FileId") for link in links),
        start=moment(_text(row, "EventStartDate")),
        end=moment(_text(row, "EventEndDate")),
        published=moment(_text(row, "PublicDate")),
    )


def _property(row: dict[str, object]) -> Property:
    name = row.get("Name")
    if not isinstance(name, str):
        raise WrongTypeError
    return Property(name=name.strip(), text=_text(row, "Text"), other=_figure(row.get("Number")) or _text(row, "Date"))


def folded(text: str) -> str:
    """Return *text* with white space folded."""
    return " ".join(text.split())


def title_text(text: str) -> str:
    """Return a title as read by people: entities decoded, white space folded."""
    return folded(unescape(text))


def _text(row: dict[str, object], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongTypeError
    return value


def _figure(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _id(row: dict[str, object], key: str) -> int:
    value = _number(row, key)
    if value is None:
        raise WrongTypeError
    return value


def _number(row: dict[str, object], key: str) -> int | None:
    value = row.get(key)
    # Older OData writes long numbers as text.
    if isinstance(value, str) and value.isdecimal() and len(value) < MAX_DIGITS:
        return int(value)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise WrongTypeError
    return value
