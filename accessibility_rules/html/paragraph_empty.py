"""Space is made by empty paragraphs.

Why: a screen reader says "blank" for each of them; in exported minutes every third paragraph is one.
Remedy: remove them; the space above and below a paragraph is the style sheet's business.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Norm, Rule

# What a paragraph may hold besides text; an empty one with an id or a role is a place that a script or a link needs.
_SHOWN = ".//img | .//svg | .//math | .//video | .//audio | .//iframe | .//input | .//button | .//canvas | .//object"
_KEPT = ("id", "role", "aria-live")


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield the paragraphs that stand side by side: those without content first."""
    by_parent: dict[HtmlElement, list[HtmlElement]] = {}
    for paragraph in exposed(page, "/html/body//p"):
        by_parent.setdefault(paragraph.getparent(), []).append(paragraph)
    yield from (tuple(sorted(group, key=lambda one: not _is_empty(one))) for group in by_parent.values())


def expect(paragraphs: tuple[HtmlElement, ...]) -> bool:
    return not _is_empty(paragraphs[0])


def _is_empty(paragraph: HtmlElement) -> bool:
    has_content = "".join(paragraph.itertext()).strip() or paragraph.xpath(f"boolean({_SHOWN})")
    return not has_content and not any(paragraph.get(name) for name in _KEPT)


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
