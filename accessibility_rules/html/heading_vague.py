"""A heading does not say what its part is about ("Otsikko", "§ 45", "Rubrik 2").

Why: a reader goes by the list of headings; a number alone, or a word from a template, is no place to go to.
Remedy: write what the part is about after the number: "§ 45 Koulukuljetusten hankinta".
"""

import re

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._headings import headings
from accessibility_rules.rule import Impact, Rule

_PLACEHOLDER = re.compile(
    r"(?:(?:väli|ala|pää)?otsikko|(?:under|mellan|huvud)?rubrik|(?:sub)?heading|title|untitled|nimetön|namnlös|lorem ipsum.*"
    r"|otsikko tähän|rubrik här|your (?:title|heading) here|new section|uusi osio)(?:\s*\d{1,2})?[.:]?",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(r"(?:§+\s*\d*|\d+\s*§+|[\d.\s)-]+|[ivxlc]+\.)", re.IGNORECASE)


def targets(page: HtmlElement) -> list[HtmlElement]:
    return [heading for heading in headings(page) if name(heading)]


def expect(heading: HtmlElement) -> bool | None:
    """A number may be what a reader of minutes looks for: a person must look."""
    text = name(heading)
    if _PLACEHOLDER.fullmatch(text):
        return False
    return None if _NUMBER_ONLY.fullmatch(text) else True


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.MODERATE, act=("b49b2e",), targets=targets, expect=expect)
