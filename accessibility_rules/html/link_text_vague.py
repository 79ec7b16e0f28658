"""The text of a link does not say where it leads ("tästä", "Liite 1", "läs mer", "here").

Why: screen-reader users list a page's links; ten times "Liite 1" helps nobody to choose.
Remedy: make the link text the name of what it leads to: "Liite 1: Kaavakartta (PDF, 200 kt)".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name, text_of
from accessibility_rules.html._links import is_file_type, is_vague, links
from accessibility_rules.rule import Impact, Rule

# WCAG 2.1, "programmatically determined link context": also the points that a point is part of, and a table's headers.
_CONTEXT = (
    "ancestor::*[self::p or self::li or self::td or self::th or self::dd or self::dt or self::figcaption]"
    " | ancestor::tr[1] | ancestor::table[1]//th"
)
_HEADING = "preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][1]"
_WORD = re.compile(r"[^\W\d_]{4,}")


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (link for link in links(page) if name(link))


def expect(link: HtmlElement) -> bool | None:
    """A vague text alone in its paragraph, list item or row fails; whether words around it say enough is for a person."""
    if not is_vague(name(link)):
        return True
    if is_file_type(name(link)) and link.xpath(_HEADING):
        return None  # WCAG technique H80: a list of formats under the heading of what they hold
    described = [text_of(one) for i in link.get("aria-describedby", "").split() for one in link.xpath("//*[@id=$i]", i=i)]
    around = " ".join([*(text_of(block) for block in link.xpath(_CONTEXT)), *described]).replace(name(link), " ")
    return None if _WORD.search(around) else False


RULE = Rule(criterion="2.4.4", clause="9.2.4.4", impact=Impact.SERIOUS, act=("5effbb",), targets=targets, expect=expect)
