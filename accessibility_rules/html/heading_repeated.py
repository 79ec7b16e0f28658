"""Two headings of one part are the same.

Why: in the list of headings, two times "Päätös" under one item leave the reader to guess which is which.
Remedy: add what differs ("Päätös, kaupunginhallitus"), or make the two parts one.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._headings import headings, level
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield the headings of each text under one heading of a higher level."""
    open_levels: list[tuple[int, dict[str, list[HtmlElement]]]] = []
    for heading in headings(page):
        while open_levels and open_levels[-1][0] > level(heading):
            yield from map(tuple, open_levels.pop()[1].values())
        if not open_levels or open_levels[-1][0] < level(heading):
            open_levels.append((level(heading), {}))
        open_levels[-1][1].setdefault(name(heading).casefold(), []).append(heading)
    for _, groups in open_levels:
        yield from map(tuple, groups.values())


def expect(group: tuple[HtmlElement, ...]) -> Literal[True] | None:
    """Two parts may rightly have one name: a person must look."""
    return True if len(group) == 1 else None


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
