"""Two frames have the same name and hold different content.

Why: a screen-reader user chooses a frame by its name, and cannot tell which of them is the map and which the form.
Remedy: give each `iframe` a `title` that says what it holds.
"""

from collections.abc import Iterator
from itertools import combinations

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.linked._contents import same
from accessibility_rules.rule import Impact, LinkedRule, LookUp


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield the frames of each name that more than one frame has."""
    groups: dict[str, list[HtmlElement]] = {}
    for frame in exposed(page, "//iframe[@src][not(@tabindex='-1')]"):
        groups.setdefault(name(frame).casefold(), []).append(frame)
    yield from (tuple(group) for text, group in groups.items() if text and len(group) > 1)


def expect(frames: tuple[HtmlElement, ...], look_up: LookUp) -> bool | None:
    """Where a script moves frames about, and where they come from other sites, a person must look."""
    verdicts = [same(one.get("src", ""), other.get("src", ""), look_up) for one, other in combinations(frames, 2)]
    if False in verdicts:
        return None if frames[0].xpath("boolean(//script[contains(., 'attachShadow')])") else False
    return True if all(verdicts) else None


RULE = LinkedRule(criterion="4.1.2", clause="9.4.1.2", impact=Impact.SERIOUS, act=("4b1c6c",), targets=targets, expect=expect)
