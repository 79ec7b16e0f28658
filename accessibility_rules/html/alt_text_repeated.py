"""The alternative text of an image says what the text beside it says.

Why: "Kuutamoniemi Kuutamoniemi, linkki": everything is heard twice, and the reader looks for two links.
Remedy: leave `alt` empty where the link, the caption or the button has the same words.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, folded, text_of
from accessibility_rules.rule import Impact, Norm, Rule

_AROUND = "ancestor::*[self::a or self::button or self::figure][1]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//*[self::a or self::button or self::figure]//img[normalize-space(@alt)]")


def expect(image: HtmlElement) -> Literal[True] | None:
    """The same words once more may be meant: a person must look."""
    alt = folded(image.get("alt", ""))
    beside = folded(text_of(image.xpath(_AROUND)[0]).replace(alt, "", 1))
    return None if alt.casefold() == beside.casefold() else True


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
