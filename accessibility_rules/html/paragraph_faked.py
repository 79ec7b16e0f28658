"""Paragraphs are set apart by empty lines.

Why: a screen reader moves by paragraphs; here the whole statement of reasons is one, or a row of empty ones.
Remedy: make each paragraph a `p`; the space between them is the style sheet's business.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.html._lines import lines
from accessibility_rules.rule import Impact, Rule

_WORDS = 4  # of a line that is a sentence and no part of an address
_ENOUGH = 2  # paragraphs


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what has two line breaks, one right after the other or not."""
    yield from exposed(page, "//*[self::p or self::div or self::td or self::li][count(br) > 1]")


def expect(element: HtmlElement) -> Literal[True] | None:
    """Verse, addresses and signatures may have empty lines: a person must look."""
    written = lines(element)
    pieces = "\n".join(line.strip() for line in written).strip().split("\n\n")
    return None if sum(len(piece.split()) >= _WORDS for piece in pieces) >= _ENOUGH else True


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MINOR, targets=targets, expect=expect)
