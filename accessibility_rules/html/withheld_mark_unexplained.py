"""A page marks something as withheld, and does not say on what legal ground.

Why: "[poistettu]" tells that something is missing and not why; who may ask for it, and from whom, follows from the ground.
Remedy: name the ground on the page ("JulkL 24 § 1 mom. 25 k"), or link from it to where the grounds are explained.
"""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name, text_of
from accessibility_rules.rule import Impact, Norm, Rule

_MARKED = (
    "/html/body//*[contains(concat(' ', @class, ' '), ' withheld ') or contains(@class, 'redact') or contains(@class, 'mask')]"
)
_SAYS = re.compile(
    r"\[[^\]]*(?:poistettu|salassa|peitetty|ei julkinen|borttag|sekretess|hemlig|utelämna|withheld|removed|redacted)[^\]]*\]",
    re.IGNORECASE,
)
# A statute by its number or name, or the Data Protection Regulation.
_GROUND = re.compile(
    r"621/1999|410/2015|1050/2018|2016/679|julkisuuslai|julkl|kuntala|tietosuoja|offentlighetsl|kommunall|dataskydd|gdpr"
    r"|openness of government|data protection|local government act|\d+\s?(?:\w\s)?§",
    re.IGNORECASE,
)
_LEADS_TO_GROUNDS = re.compile(
    r"salassa|jätetty pois|poistettu|peitetty|henkilötie|sekretess|utelämna|lämnats bort|withheld|left out", re.IGNORECASE
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first mark of the page."""
    by_class = (mark for mark in exposed(page, _MARKED) if text_of(mark))
    by_words = (block for block in exposed(page, "/html/body//*[text()[contains(., '[')]]") if _SAYS.search(text_of(block)))
    for marks in (by_class, by_words):
        first = next(marks, None)
        if first is not None:
            yield first
            return


def expect(mark: HtmlElement) -> Literal[True] | None:
    """Whether a ground stands elsewhere, or none is needed, is for a person."""
    page = mark.getroottree().getroot()
    if any(_LEADS_TO_GROUNDS.search(name(link)) for link in exposed(page, "//a[@href]")):
        return True
    return True if _GROUND.search(text_of(page)) else None


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
