"""An image that has a caption is called a decoration.

Why: a screen reader reads a caption and finds nothing that it belongs to; what the image says is lost.
Remedy: write into `alt` what the image says beyond its caption.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import is_hidden, text_of
from accessibility_rules.rule import Impact, Rule

_PRESENTED = {"presentation", "none"}


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the images of figures that have a caption in words; one without any `alt` has failed another rule."""
    for image in page.xpath("//figure[figcaption]//img[@alt][not(ancestor::figcaption)]"):
        caption = image.xpath("ancestor::figure[figcaption][1]/figcaption")[0]
        if text_of(caption) and not any(is_hidden(node) for node in (image, *image.iterancestors())):
            yield image


def expect(image: HtmlElement) -> Literal[True] | None:
    """The caption may say all that the image does: a person must look."""
    is_ignored = not image.get("alt", "").strip() or image.get("role") in _PRESENTED
    return None if is_ignored and not image.get("aria-label") and not image.get("aria-labelledby") else True


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.MODERATE, targets=targets, expect=expect)
