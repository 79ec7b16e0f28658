"""The title of a page is the name of a template, a file or an address.

Why: it is the first thing that is read aloud, and the only thing in a row of tabs.
Remedy: write what the page is about, what differs first: "§ 45 Koulukuljetukset, sivistyslautakunta 12.3.2026".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import folded
from accessibility_rules.rule import Impact, Rule

_VAGUE = re.compile(
    r"(?:untitled(?: document| page)?|document|page|new page|title|website|index|home ?page"
    r"|nimetön(?: asiakirja| sivu)?|uusi sivu|sivu|asiakirja|otsikko|verkkosivu|namnlös|dokument|ny sida|sida|rubrik|webbplats)"
    r"(?:\s*\d{1,3})?"
    r"|\S+\.(?:html?|php|aspx?|jsp|docx?|pdf)|(?:https?://|www\.)\S*",
    re.IGNORECASE,
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (title for title in page.xpath("(//title[not(ancestor::svg)])[1]") if _text(title))


def expect(title: HtmlElement) -> bool:
    return not _VAGUE.fullmatch(_text(title))


def _text(title: HtmlElement) -> str:
    return folded(title.text_content())


RULE = Rule(criterion="2.4.2", clause="9.2.4.2", impact=Impact.SERIOUS, act=("c4a8a4",), targets=targets, expect=expect)
