"""CaseM (OpenNC): the OData JSON of nodes, contents and extended properties, as its interface gives them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from generator.importers._casem_bodies import doubts, matched
from generator.importers._casem_files import Files
from generator.importers._casem_holdings import Contents, Holdings
from generator.importers._casem_item import Body
from generator.importers._casem_meeting import Source, read_meeting
from generator.importers._casem_odata import looks_like_casem
from generator.importers._casem_records import Content, Node
from generator.importers._casem_tree import Tree, is_meeting
from generator.importers._dates import finnish_date, finnish_datetime
from generator.importers._export import Export
from generator.model.meeting import Meeting, Organization
from generator.model.message import Level, Message


class Group(msgspec.Struct, kw_only=True):
    """The contents of one meeting, as they are gathered from the lists. *days* are those that its names tell."""

    node: Node
    where: str
    days: set[date]
    contents: list[Content]


class CaseM:
    """The importer; see the module."""

    def identify(self, export: Export) -> bool:
        return looks_like_casem(export)

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        holdings = Holdings(export)
        tree = Tree(node for listing in holdings.nodes for node in listing.nodes)
        groups, messages = _grouped(holdings, tree)
        listed = {content.content_id: content for listing in holdings.contents for content in listing.contents}
        bodies, unmatched = matched(holdings, listed)
        kept = Files(holdings.others, (p for answer in holdings.answers for p in answer.properties))
        doubted = doubts(holdings.unreadable, listed)
        yield from [*holdings.messages, *messages, *unmatched]
        for group in sorted(groups.values(), key=lambda group: (min(group.days), group.node.node_id)):
            yield from _meeting(group, tree, bodies, doubted, kept)
        yield from _only_listed(holdings, groups)
        for name in kept.unused():
            yield Message(level=Level.WARNING, code="casem.file_unused", where=holdings.where(name))


IMPORTER = CaseM()


def _grouped(holdings: Holdings, tree: Tree) -> tuple[dict[int, Group], list[Message]]:
    """Return the contents of each meeting, and messages on those that are of none."""
    groups: dict[int, Group] = {}
    seen: dict[int, Content] = {}
    messages: list[Message] = []
    for listing in holdings.contents:
        where = holdings.where(listing.feed.name)
        outside = []
        for content in listing.contents:
            if content.content_id in seen:
                messages += _twice(content, seen[content.content_id], where)
                continue
            seen[content.content_id] = content
            node, days = _meeting_of(content, listing, tree)
            if node is None:
                outside.append(content)
                continue
            group = groups.setdefault(node.node_id, Group(node=node, where=where, days=set(), contents=[]))
            group.contents.append(content)
            group.days |= days
        messages += _outside(outside, where)
    return groups, messages


def _meeting_of(content: Content, listing: Contents, tree: Tree) -> tuple[Node | None, set[date]]:
    """Return the node of the meeting that *content* is of, and the days that its names tell.

    The classification says it; only where none does, the list's own address or name is asked.
    """
    for node_id, name in content.nodes:
        node = tree.meeting(node_id)
        if node or is_meeting(name):
            days = {day for text in (name, node.name if node else "") if (day := finnish_date(text))}
            return node or Node(node_id=node_id, parents=(), names={"fi": name}), days
    about = () if listing.feed.about is None else (listing.feed.about,)
    found = next((node for node_id in (*about, *listing.feed.ids) if (node := tree.meeting(node_id))), None)
    day = finnish_date(found.name) if found else None
    return found, {day} if day else set()


def _meeting(
    group: Group, tree: Tree, bodies: Mapping[int, Body], doubted: dict[int, str], kept: Files
) -> Iterator[Meeting | Message]:
    arguments: dict[str, str | int] = {"node": group.node.node_id}
    if len(group.days) > 1:
        yield Message(level=Level.ERROR, code="casem.days_differ", where=group.where, arguments=arguments)
        return
    owner = tree.organization(group.node)
    if owner is None:
        yield Message(level=Level.ERROR, code="casem.organization_missing", where=group.where, arguments=arguments)
        return
    organization_id, name = owner
    source = Source(
        node_id=group.node.node_id,
        day=group.days.pop(),
        named_start=finnish_datetime(group.node.name),
        organization=Organization(name=name, source_id=None if organization_id is None else str(organization_id)),
        where=group.where,
        contents=tuple(group.contents),
        bodies={c.content_id: bodies[c.content_id] for c in group.contents if c.content_id in bodies},
        doubts=doubted,
    )
    meeting, messages = read_meeting(source, kept)
    yield meeting
    yield from messages


def _twice(content: Content, first: Content, where: str) -> Iterator[Message]:
    if content != first:
        arguments: dict[str, str | int] = {"content": content.content_id}
        yield Message(level=Level.WARNING, code="casem.content_twice", where=where, arguments=arguments)


def _outside(contents: Sequence[Content], where: str) -> Iterator[Message]:
    """Yield a message on *contents* that are of no meeting with a day."""
    if not contents:
        return
    arguments: dict[str, str | int] = {"count": len(contents)}
    yield Message(level=Level.ERROR, code="casem.day_missing", where=where, arguments=arguments)


def _only_listed(holdings: Holdings, groups: Mapping[int, Group]) -> Iterator[Message]:
    for listing in holdings.nodes:
        count = sum(is_meeting(node.name) and node.node_id not in groups for node in listing.nodes)
        if count:
            where = holdings.where(listing.feed.name)
            yield Message(level=Level.INFO, code="casem.meetings_only_listed", where=where, arguments={"count": count})
