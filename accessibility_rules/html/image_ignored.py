"""An image that says something is kept from those who cannot see it.

Why: an empty `alt` says "nothing to hear here"; a map, a chart or a coat of arms without a name beside it is lost.
Remedy: write into `alt` what the image says; leave it empty only where the text beside it says the same.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import is_hidden, text_of
from accessibility_rules.rule import Impact, Rule

_IMAGES = (
    "/html/body//img[@src][not(starts-with(@src, 'data:'))][@alt]"
    "[not(normalize-space(@alt)) or @role='presentation' or @role='none']"
)
# What an image with such a name is for: it is drawn to say something.
_TELLS = re.compile(
    r"(?:^|[^a-z])(?:logo\w*|logga|vaakuna|vapen|kartta\w*|\w+kartta|karta|map|kaavio|diagrammi?|chart|graph|taulukko|tabell?|table"
    r"|infograf\w*|screenshot|kuvakaappaus|skärmbild)(?:[^a-z]|$)",
    re.IGNORECASE,
)
_BLOCKS = (
    "ancestor::*[self::a or self::figure or self::p or self::li or self::td or self::div or self::header or self::section"
    " or self::body]"
)
_NEAR = 2  # blocks around the image


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the images without a text alternative that are shown."""
    yield from (image for image in page.xpath(_IMAGES) if not any(is_hidden(node) for node in (image, *image.iterancestors())))


def expect(image: HtmlElement) -> bool | None:
    """Only the name of the file is known here: with text beside it, a person must look."""
    stem = image.get("src", "").rpartition("/")[2].rpartition(".")[0]
    if not _TELLS.search(stem):
        return True
    blocks = image.xpath(_BLOCKS)[-_NEAR:]
    own = image.get("alt", "")  # read by no one here
    return None if any(text_of(block).replace(own, "").strip() for block in blocks) else False


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.SERIOUS, act=("e88epe",), targets=targets, expect=expect)
