"""A heading is written as a paragraph in bold.

Why: who moves from heading to heading passes by it, and the part it names cannot be found (WCAG failure F2).
Remedy: make it a heading of the level that follows from where it stands.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, folded, text_of
from accessibility_rules.html._headings import headings
from accessibility_rules.rule import Impact, Rule

_BOLD = {"b", "strong"}
_LONGEST = 60  # signs: longer ones are sentences
_SENTENCE_ENDS = (".", "!", "?", ",", ";", "…")
_FOLLOWED = {"p", "ul", "ol", "table", "div", "dl", "blockquote"}
_APART = (
    "ancestor::*[self::th or self::li or self::figure or self::address or self::blockquote or self::dd"
    " or self::td[count(.//p) < 5]]"  # a cell of many paragraphs is a page that was laid out by a table
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the headings, and the short paragraphs in bold that something else follows."""
    yield from headings(page)
    yield from (paragraph for paragraph in exposed(page, f"//p[b or strong][not({_APART})]") if _looks_like_heading(paragraph))


def expect(element: HtmlElement) -> Literal[True] | None:
    """A line in bold may be a name or a warning: a person must look."""
    return None if element.tag == "p" and element.get("role") != "heading" else True


def _looks_like_heading(paragraph: HtmlElement) -> bool:
    text = text_of(paragraph)
    following = paragraph.getnext()
    return (
        _is_bold(paragraph)
        and len(text) <= _LONGEST
        and any(map(str.isalpha, text))
        and not text.endswith(_SENTENCE_ENDS)
        and following is not None
        and following.tag in _FOLLOWED
        and not _is_bold(following)
    )


def _is_bold(element: HtmlElement) -> bool:
    """Say whether all of the text of *element*, and some, is in bold."""
    bold = "".join(text_of(child) for child in element if child.tag in _BOLD)
    return bool(bold) and "".join(bold.split()) == "".join(folded(text_of(element)).split())


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE, targets=targets, expect=expect)
