"""The tree of CaseM's nodes: which of them are meetings, and whose."""

import re
from collections.abc import Iterable

from generator.importers._casem_records import Node, folded
from generator.importers._dates import CLOCK, DAY, finnish_date

# A body's meetings lie in a node of their own, in some towns with one more for each year.
CONTAINER = re.compile(r"kokoukset|meetings|möten|sammanträden|(?:vuosi |år )?\d{4}", re.IGNORECASE)
ROOT = re.compile(r"(?:toimielimet|organ|viranhaltijat|tjänsteinnehavare|decision-makers)( \w\w)?", re.IGNORECASE)
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

    def _above(self, node: Node) -> Node | None:
        found = [n for parent in node.parents for n in self._nodes.get(parent, ()) if n is not node and not is_meeting(n.name)]
        return min((n for n in found if not ROOT.fullmatch(n.name)), key=_nearness, default=None)


def is_meeting(name: str) -> bool:
    """Tell whether a node of this name is a meeting: it has a day."""
    return finnish_date(name) is not None


def organization_in(name: str) -> str:
    """Return what is left of a meeting's name without its day and the words for a meeting: "Kaupunginhallitus, kokous …"."""
    return folded(MEETING_WORDS.sub(" ", CLOCK.sub(" ", DAY.sub(" ", name)))).strip(" -–")


def _is_passage(name: str) -> bool:
    return bool(CONTAINER.fullmatch(name))


def _nearness(node: Node) -> int:
    return 0 if _is_passage(node.name) else 1
