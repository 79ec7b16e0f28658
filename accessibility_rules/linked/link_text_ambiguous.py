"""Two links have the same text and lead to different places.

Why: in a list of links they cannot be told apart, and the reader opens the wrong minutes.
Remedy: add what differs: the date, the number of the item, or the name of the attachment.
"""

from collections.abc import Iterator
from itertools import combinations

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._links import address, context, links
from accessibility_rules.linked._contents import same
from accessibility_rules.rule import Impact, LinkedRule, LookUp


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield the links of each text that more than one link has."""
    groups: dict[str, list[HtmlElement]] = {}
    for link in links(page):
        groups.setdefault(name(link).casefold(), []).append(link)
    yield from (tuple(group) for text, group in groups.items() if text and len(group) > 1)


def expect(group: tuple[HtmlElement, ...], look_up: LookUp) -> bool | None:
    """Links in one paragraph, item or cell fail; where words elsewhere may tell them apart, a person must look."""
    if len({address(link) for link in group}) == 1:
        return True
    verdicts = [_told_apart(one, other, look_up) for one, other in combinations(group[:_MOST], 2)]
    if False in verdicts:
        return False
    return True if all(verdicts) else None


def _told_apart(one: HtmlElement, other: HtmlElement, look_up: LookUp) -> bool | None:
    verdict = same(address(one), address(other), look_up)
    is_in_shadow = one.xpath("boolean(//script[contains(., 'attachShadow')])")  # which of them is shown is not in the file
    return None if verdict is False and (context(one) is not context(other) or is_in_shadow) else verdict


_MOST = 8  # links of one text that are compared with each other; more have failed or need a person long before

RULE = LinkedRule(criterion="2.4.4", clause="9.2.4.4", impact=Impact.MODERATE, act=("fd3a94",), targets=targets, expect=expect)
