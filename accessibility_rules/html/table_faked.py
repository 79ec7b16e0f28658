"""A table is written with spaces or tabs.

Why: its columns exist for the eye only; a screen reader reads each line as one sentence (WCAG failures F34 and F48).
Remedy: make it a `table` with header cells, or a list where it has one column of values.
"""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.html._lines import lines
from accessibility_rules.rule import Impact, Rule

_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{3,}|[ \xa0]*\t[\s\xa0]*)(?=\S)")
_HARD_GAP = re.compile(
    r"(?<=\S)[ \xa0\t]*\xa0[ \xa0\t]*\xa0[ \xa0\t]*\xa0[ \xa0\t]*(?=\S)"
)  # outside pre, spaces fall together
_ENOUGH = 3  # lines


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield preformatted text, and the paragraphs of several lines."""
    yield from exposed(page, "//pre[not(.//code)] | //p[br]")


def expect(element: HtmlElement) -> Literal[True] | None:
    """Columns of spaces may also be a drawing or a program: a person must look."""
    gap = _GAP if element.tag == "pre" else _HARD_GAP
    return None if sum(bool(gap.search(line)) for line in lines(element)) >= _ENOUGH else True


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
