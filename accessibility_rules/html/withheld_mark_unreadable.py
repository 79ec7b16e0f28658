"""What is withheld is marked by black blocks or a row of signs instead of words.

Why: a screen reader says "full block" nine times, or nothing, and the reader does not learn that something was left out.
Remedy: write it in words, such as "[henkilötieto poistettu]"; the look of a bar is the style sheet's business.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Rule

_BLOCKS = re.compile(r"[█▇▆■▓▒◼⬛]{2,}")
_SIGNS = re.compile(r"(?<!\S)(?:[Xx]{4,}|\*{4,}|#{4,})(?!\S)")
_MARKED = "@class[contains(., 'withheld') or contains(., 'redact')]"
_WORD = re.compile(r"[^\W\d_]{3,}")


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the marks by their class, and what holds a row of blocks or signs."""
    for element in exposed(page, f"/html/body//*[{_MARKED} or text()]"):
        if _is_marked(element) or _has_row(element):
            yield element


def expect(element: HtmlElement) -> bool | None:
    """A row of letters or stars may be something else: a person must look."""
    if element.get("aria-label") or (element.get("role") == "img" and name(element)):
        return True
    written = _own_text(element)
    if _BLOCKS.search(written):
        return False
    if _SIGNS.search(written):
        return None
    return bool(_WORD.search(name(element))) or None


def _is_marked(element: HtmlElement) -> bool:
    classes = element.get("class", "")
    return "redact" in classes or "withheld" in classes.split()


def _has_row(element: HtmlElement) -> bool:
    written = _own_text(element)
    return bool(_BLOCKS.search(written) or _SIGNS.search(written))


def _own_text(element: HtmlElement) -> str:
    return " ".join([element.text or "", *(child.tail or "" for child in element)])


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
