"""A heading is two or more levels below the one before it.

Why: who reads by headings takes the missing level for a missed part of the minutes.
Remedy: use the next level down; choose the level by what the part belongs to, never by its size.
"""

from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from accessibility_rules.html._headings import headings, level
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield each heading with the one before it."""
    for before, heading in pairwise(headings(page)):
        yield heading, before


def expect(pair: tuple[HtmlElement, ...]) -> bool:
    heading, before = pair
    return level(heading) <= level(before) + 1


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
