"""A list is written as paragraphs or lines that begin with a bullet, a dash or a number.

Why: a screen reader says "list with six items" of a real list, and lets its user skip it; here it says "bullet", or nothing.
Remedy: make it a `ul`, or an `ol` where the order matters, with each point in an `li` and without the typed mark.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.html._lines import lines
from accessibility_rules.rule import Impact, Rule

_BULLET = re.compile(r"\s*[•◦▪●○‣⁃∙·►]\s*\S")
_MARK = re.compile(r"\s*(?:[-–—*]|\d{1,2}[.)]|\(?[a-zåäö]\))[\s\xa0]+\S")
_FEW = 2  # dashes or numbers: speech, or a numbered sentence and its answer


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield each real list, and the paragraphs of each that looks like one."""
    yield from ((real,) for real in exposed(page, "//ul | //ol"))
    for parent in exposed(page, "//*[p]"):
        for is_point, siblings in groupby(parent, key=_is_point):
            group = tuple(siblings)
            if is_point and len(group) > 1:
                yield group
    yield from ((paragraph,) for paragraph in exposed(page, "//p[br]") if len(_points(paragraph)) > 1)


def expect(group: tuple[HtmlElement, ...]) -> bool | None:
    """A bullet is nothing else; whether dashes and numbers are a list is for a person."""
    if group[0].tag in {"ul", "ol"}:
        return True
    written = [line for paragraph in group for line in _points(paragraph)]
    return False if sum(bool(_BULLET.match(line)) for line in written) >= _FEW else None


def _is_point(element: HtmlElement) -> bool:
    """Say whether *element* is a paragraph of one line that begins with a mark."""
    return element.tag == "p" and len(_written(element)) == 1 and bool(_points(element))


def _points(paragraph: HtmlElement) -> list[str]:
    return [line for line in _written(paragraph) if _BULLET.match(line) or _MARK.match(line)]


def _written(paragraph: HtmlElement) -> list[str]:
    return [line for line in lines(paragraph) if line.strip()]


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
