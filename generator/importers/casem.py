"""CaseM (OpenNC): the OData JSON of nodes, contents and extended properties, as its interface gives them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.importers._casem_bodies import doubts, matched
from generator.importers._casem_files import Files
from generator.importers._casem_holdings import Contents, Holdings
from generator.importers._casem_item import Body
from generator.importers._casem_meeting import Source, read_meeting
from generator.importers._casem_odata import looks_like_casem
from generator.importers._casem_posts import Filed, sources
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


class Gathered(msgspec.Struct, kw_only=True):
    """The contents of all lists: those of meetings by their node, those *filed* under posts, and messages on the rest."""

    groups: dict[int, Group]
    filed: list[Filed]
    messages: list[Message]


class CaseM:
    """The importer; see the module."""

    def identify(self, export: Export) -> bool:
        return looks_like_casem(export)

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        holdings = Holdings(export)
        tree = Tree(node for listing in holdings.nodes for node in listing.nodes)
        gathered = _gathered(holdings, tree)
        listed = {content.content_id: content for listing in holdings.contents for content in listing.contents}
        bodies, unmatched = matched(holdings, listed)
        kept = Files(holdings.others, (p for answer in holdings.answers for p in answer.properties))
        doubted = doubts(holdings.unreadable, listed)
        yield from [*holdings.messages, *gathered.messages, *unmatched]
        for group in sorted(gathered.groups.values(), key=lambda group: (min(group.days), group.node.node_id)):
            yield from _meeting(group, tree, bodies, doubted, kept)
        for source in sources(gathered.filed, bodies, doubted):
            yield from _read(source, kept) if isinstance(source, Source) else [source]
        yield from _only_listed(holdings, tree, gathered)
        for name in kept.unused():
            yield Message(level=Level.WARNING, code="casem.file_unused", where=holdings.where(name))


IMPORTER = CaseM()


def _gathered(holdings: Holdings, tree: Tree) -> Gathered:
    """Return the contents of each meeting and of the posts, and messages on those that are of none."""
    found = Gathered(groups={}, filed=[], messages=[])
    seen: dict[int, Content] = {}
    for listing in holdings.contents:
        where = holdings.where(listing.feed.name)
        outside = []
        for content in listing.contents:
            if content.content_id in seen:
                found.messages += _twice(content, seen[content.content_id], where)
                continue
            seen[content.content_id] = content
            if not _is_taken(content, listing, tree, found, where):
                outside.append(content)
        found.messages += _outside(outside, tree, where)
    return found


def _is_taken(content: Content, listing: Contents, tree: Tree, found: Gathered, where: str) -> bool:
    """Put *content* where it belongs, and tell whether there is such a place."""
    node, days = _meeting_of(content, listing, tree)
    post = tree.post(node.node_id) if node else _post_of(content, listing, tree)
    if post:
        found.filed.append(Filed(post=post, content=content, days=frozenset(days), where=where))
        return True
    if node is None:
        return False
    group = found.groups.setdefault(node.node_id, Group(node=node, where=where, days=set(), contents=[]))
    group.contents.append(content)
    group.days |= days
    return True


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


def _post_of(content: Content, listing: Contents, tree: Tree) -> Node | None:
    """Return the post under which *content* lies: by its classification, otherwise by the list's own address or name."""
    about = () if listing.feed.about is None else (listing.feed.about,)
    ids = (*(node_id for node_id, _ in content.nodes), *about, *listing.feed.ids)
    return next((post for node_id in ids if (post := tree.post(node_id))), None)


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
        key=str(group.node.node_id),
        day=group.days.pop(),
        named_start=finnish_datetime(group.node.name),
        organization=Organization(name=name, source_id=None if organization_id is None else str(organization_id)),
        where=group.where,
        contents=tuple(group.contents),
        bodies={c.content_id: bodies[c.content_id] for c in group.contents if c.content_id in bodies},
        doubts=doubted,
    )
    yield from _read(source, kept)


def _read(source: Source, kept: Files) -> Iterator[Meeting | Message]:
    meeting, messages = read_meeting(source, kept)
    yield meeting
    yield from messages


def _twice(content: Content, first: Content, where: str) -> Iterator[Message]:
    if replace(content, published=first.published) != first:
        arguments: dict[str, str | int] = {"content": content.content_id}
        yield Message(level=Level.WARNING, code="casem.content_twice", where=where, arguments=arguments)


def _outside(contents: Sequence[Content], tree: Tree, where: str) -> Iterator[Message]:
    """Yield messages on *contents* that are of no meeting with a day, and on decisions of nobody."""
    nobodys = sum(any(tree.is_root_of_posts(node_id) for node_id, _ in content.nodes) for content in contents)
    for code, count in (("casem.post_missing", nobodys), ("casem.day_missing", len(contents) - nobodys)):
        if count:
            yield Message(level=Level.ERROR, code=code, where=where, arguments={"count": count})


def _only_listed(holdings: Holdings, tree: Tree, gathered: Gathered) -> Iterator[Message]:
    """Yield messages on the meetings and posts of which there are no contents."""
    here = {one.post.node_id for one in gathered.filed}
    posts = {post.node_id for post in tree.posts()} - here
    for listing in holdings.nodes:
        meetings = [
            n for n in listing.nodes if is_meeting(n.name) and n.node_id not in gathered.groups and not tree.post(n.node_id)
        ]
        counts = {"meetings": len(meetings), "posts": len({node.node_id for node in listing.nodes} & posts)}
        where = holdings.where(listing.feed.name)
        for what, count in counts.items():
            if count:
                yield Message(level=Level.INFO, code=f"casem.{what}_only_listed", where=where, arguments={"count": count})
