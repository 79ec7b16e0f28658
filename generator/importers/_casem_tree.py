"""The tree of CaseM's nodes: which of them are meetings or office-holders, and whose decisions lie where."""

import re
from collections.abc import Iterable, Sequence

from generator.importers._casem_records import Node, folded
from generator.importers._dates import CLOCK, DAY, finnish_date

# A body's meetings lie in a node of their own, in some towns with one more for each year; a post's decisions may, likewise.
CONTAINER = re.compile(
    r"kokoukset|meetings|möten|sammanträden|(?:vuosi |år )?\d{4}"
    r"|(?:viranhaltija)?päätökset|decisions|beslut|tjänsteinnehavarbeslut",
    re.IGNORECASE,
)
ROOT = re.compile(r"(?:toimielimet|organ|viranhaltijat|tjänsteinnehavare|decision-makers)( \w\w)?", re.IGNORECASE)
POSTS = re.compile(r"(?:viranhaltijat|viranhaltijapäätökset|tjänsteinnehavare|tjänsteinnehavarbeslut)( \w\w)?", re.IGNORECASE)
MEETING_WORDS = re.compile(r"\b(?:ylimääräinen|extra|kokous|möte|sammanträde|meeting|klo|kl)\b|[,:()]| [–-] ", re.IGNORECASE)
MAX_DEPTH = 6


class Tree:
    """All nodes of an export by id. A class because one id can stand for several nodes, which every look-up must weigh."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes: dict[int, list[Node]] = {}
        for node in nodes:
            self._nodes.setdefault(node.node_id, []).append(node)

    def meeting(self, node_id: int) -> Node | None:
        """Return the meeting that *node_id* stands for, or None."""
        return next((node for node in self._nodes.get(node_id, ()) if is_meeting(node.name)), None)

    def organization(self, meeting: Node) -> tuple[int | None, str] | None:
        """Return the id and name of the body whose *meeting* it is, or None when neither the tree nor the name tells."""
        above = self._above(meeting)
        for _ in range(MAX_DEPTH):
            if above is None or not _is_passage(above.name):
                break
            above = self._above(above)
        if above is not None and not _is_passage(above.name):
            return above.node_id, above.name
        name = organization_in(meeting.name)
        return (None, name) if name else None

    def post(self, node_id: int) -> Node | None:
        """Return the office-holder's post under which *node_id* lies, or None: it is below the root of the posts."""
        ways = ([node, *self._way(node)] for node in self._nodes.get(node_id, ()))
        return next((post for way in ways if (post := _post_on(way))), None)

    def posts(self) -> tuple[Node, ...]:
        """Return every post; a department, which has posts below it, is none."""
        found = {node_id: post for node_id in self._nodes if (post := self.post(node_id)) and post.node_id == node_id}
        departments = {above.node_id for post in found.values() for above in self._way(post)}
        return tuple(post for node_id, post in found.items() if node_id not in departments)

    def is_root_of_posts(self, node_id: int) -> bool:
        """Tell whether *node_id* is the place of all posts, so that what lies in it is nobody's."""
        return any(POSTS.fullmatch(node.name) for node in self._nodes.get(node_id, ()))

    def _above(self, node: Node) -> Node | None:
        return min((n for n in self._parents(node) if not ROOT.fullmatch(n.name)), key=_nearness, default=None)

    def _parents(self, node: Node) -> list[Node]:
        return [n for parent in node.parents for n in self._nodes.get(parent, ()) if n is not node and not is_meeting(n.name)]

    def _way(self, node: Node) -> list[Node]:
        """Return what lies above *node*, the nearest first."""
        way: list[Node] = []
        while len(way) < MAX_DEPTH and (found := self._parents(way[-1] if way else node)):
            way.append(min(found, key=_nearness))
        return way


def is_meeting(name: str) -> bool:
    """Tell whether a node of this name is a meeting: it has a day."""
    return finnish_date(name) is not None


def organization_in(name: str) -> str:
    """Return what is left of a meeting's name without its day and the words for a meeting: "Kaupunginhallitus, kokous …"."""
    return folded(MEETING_WORDS.sub(" ", CLOCK.sub(" ", DAY.sub(" ", name)))).strip(" -–")


def _post_on(way: Sequence[Node]) -> Node | None:
    roots = [place for place, node in enumerate(way) if POSTS.fullmatch(node.name)]
    below = way[: roots[-1]] if roots else ()
    return next((node for node in below if not _is_passage(node.name) and not is_meeting(node.name)), None)


def _is_passage(name: str) -> bool:
    return bool(CONTAINER.fullmatch(name))


def _nearness(node: Node) -> int:
    return 0 if _is_passage(node.name) else 1
