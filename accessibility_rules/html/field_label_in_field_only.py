"""A field says what to fill in only inside itself, by its placeholder.

Why: it goes at the first letter, is pale by default, and a reader who comes back to the field no longer knows what it asks.
Remedy: write a `label` above the field; keep the placeholder for an example.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._fields import fields, labels
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (field for field in fields(page) if field.get("placeholder", "").strip())


def expect(field: HtmlElement) -> Literal[True] | None:
    """A button beside a field for a search may be label enough: a person must look."""
    return True if labels(field) else None


RULE = Rule(criterion="3.3.2", clause="9.3.3.2", impact=Impact.MODERATE, targets=targets, expect=expect)
