"""The letters of a word are set apart by spaces.

Why: "P Ä Ä T Ö S" is read aloud letter by letter, and a search for the word does not find it (WCAG failure F32).
Remedy: write the word as a word; `letter-spacing` in the style sheet sets its letters apart.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Rule

_SPACED = re.compile(r"(?<!\S)(?:[A-ZÅÄÖa-zåäö][ \xa0]{1,2}){3,}[A-ZÅÄÖa-zåäö](?!\S)")
_LONG = 5  # letters: shorter rows may be marks, grades or initials
_BY_STYLE = "contains(translate(@style, ' ', ''), 'letter-spacing:')"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what is spaced out, by spaces or by style."""
    for element in exposed(page, f"/html/body//*[text() or {_BY_STYLE}]"):
        if _rows(element) or "letter-spacing:" in element.get("style", "").replace(" ", ""):
            yield element


def expect(element: HtmlElement) -> bool | None:
    """A row that is short or in the order of the alphabet may be a row of letters: a person must look."""
    rows = _rows(element)
    if not rows:
        return True
    return False if any(len(row) >= _LONG and row != sorted(row) for row in rows) else None


def _rows(element: HtmlElement) -> list[list[str]]:
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    return [match.group().split() for piece in pieces for match in _SPACED.finditer(piece)]


RULE = Rule(criterion="1.3.2", clause="9.1.3.2", impact=Impact.MODERATE, targets=targets, expect=expect)
