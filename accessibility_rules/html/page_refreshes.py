"""A page reloads or leads elsewhere by itself after a time.

Why: a screen reader starts from the top again, in the middle of a sentence; level AAA has no exception for long times.
Remedy: take the refresh out; a redirect is made at once (`content="0; …"`), or by the server.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.rule import Impact, Rule

_REFRESHES = "//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh'][@content]"
# HTML 4.2.5.3, shared declarative refresh steps: digits, then a sign that ends the number or nothing.
_DELAY = re.compile(r"\s*(\d+)(?:\.[\d.]*)?(?:[\s;,].*)?", re.DOTALL)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first refresh that a browser obeys."""
    yield from [meta for meta in page.xpath(_REFRESHES) if _DELAY.fullmatch(meta.get("content"))][:1]


def expect(meta: HtmlElement) -> bool:
    match = _DELAY.fullmatch(meta.get("content", ""))
    return match is None or int(match[1]) == 0


RULE = Rule(criterion="3.2.5", clause="9.5", impact=Impact.MODERATE, act=("bisz58",), targets=targets, expect=expect)
