"""Everything that a CaseM export holds: each file read once, and what could not be read told."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from generator.errors import ExportError
from generator.importers import _casem_odata as odata
from generator.importers import _casem_records as records
from generator.importers._casem_odata import Feed, Kind
from generator.importers._casem_records import Content, Node, Property
from generator.importers._export import Export
from generator.model.message import Level, Message

Record = TypeVar("Record")


class Nodes(msgspec.Struct, frozen=True, kw_only=True):
    """One list of nodes."""

    feed: Feed
    nodes: tuple[Node, ...]


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """One list of contents."""

    feed: Feed
    contents: tuple[Content, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One file of extended properties. *doubts* are codes of what makes it less than whole."""

    feed: Feed
    properties: tuple[Property, ...]
    doubts: tuple[str, ...]


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A file that could not be read: the ids in its name, and the code of why."""

    ids: tuple[int, ...]
    code: str


class Holdings:
    """What an export holds, by kind. A class because reading fills it file by file."""

    def __init__(self, export: Export) -> None:
        self.nodes: list[Nodes] = []
        self.contents: list[Contents] = []
        self.answers: list[Answer] = []
        self.unreadable: list[Unreadable] = []
        self.others: list[str] = []
        self.messages: list[Message] = []
        # Whether rows of a list of contents could not be read, so that their properties look as if nothing named them.
        self.lost_rows = False
        self._export = export
        self.unreadable += [Unreadable(ids=odata.ids(other.name), code=other.code) for other in export.others]
        for name in export.names:
            self._take(name)

    def where(self, name: str) -> str:
        """Return how messages name the file *name*."""
        return name if name == self._export.name else f"{self._export.name}/{name}"

    def _take(self, name: str) -> None:
        if not odata.is_candidate(name):
            self.others.append(name)
            return
        try:
            feed = odata.feed(self._export, name)
        except ExportError as error:
            self.messages.append(Message(level=Level.ERROR, code=error.code, where=self.where(name), arguments=error.arguments))
            self.unreadable.append(Unreadable(ids=odata.ids(name), code=error.code))
            return
        if feed is None:
            self.others.append(name)
            return
        self._sort(feed)

    def _sort(self, feed: Feed) -> None:
        doubts = ["casem.paging"] if feed.is_partial else []
        if feed.is_partial:
            self._tell(Level.WARNING, "casem.paging", feed)
        match feed.kind:
            case Kind.NODES:
                self.nodes.append(Nodes(feed=feed, nodes=self._records(feed, records.nodes, doubts)))
            case Kind.CONTENTS:
                self.contents.append(Contents(feed=feed, contents=self._records(feed, records.contents, doubts)))
                self.lost_rows = self.lost_rows or "casem.wrong_type" in doubts
            case Kind.PROPERTIES:
                properties = self._records(feed, records.properties, doubts)
                self.answers.append(Answer(feed=feed, properties=properties, doubts=tuple(doubts)))

    def _records(
        self, feed: Feed, read: Callable[[Feed], tuple[list[Record], list[int]]], doubts: list[str]
    ) -> tuple[Record, ...]:
        found, wrong = read(feed)
        if wrong:
            self._tell(Level.ERROR, "casem.wrong_type", feed, count=len(wrong), row=wrong[0])
            doubts.append("casem.wrong_type")
        return tuple(found)

    def _tell(self, level: Level, code: str, feed: Feed, **arguments: int) -> None:
        self.messages.append(Message(level=level, code=code, where=self.where(feed.name), arguments={**arguments}))
