"""The alternative text of an image is longer than a reader can take in at once.

Why: it is read in one go, cannot be read word by word, and has no paragraphs or lists.
Remedy: write a sentence into `alt`, and the longer description into the text beside the image, where all can read it.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, folded
from accessibility_rules.rule import Impact, Norm, Rule

_LONGEST = 150  # signs


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//img[normalize-space(@alt)] | //area[normalize-space(@alt)]")


def expect(image: HtmlElement) -> Literal[True] | None:
    """A picture of much text may need it: a person must look."""
    return True if len(folded(image.get("alt", ""))) <= _LONGEST else None


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
