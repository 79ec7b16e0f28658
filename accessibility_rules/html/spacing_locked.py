"""The space between lines, words or letters is fixed at the font's own, so that a reader's style sheet cannot widen it.

Why: dyslexic readers and those of low vision set text wider; `!important` in a `style` attribute wins over their setting.
Remedy: take `!important` out, or give at least line-height 1.5, letter-spacing 0.12em and word-spacing 0.16em.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, text_of
from accessibility_rules.rule import Impact, Rule

_SPACING = re.compile(r"(line-height|letter-spacing|word-spacing)\s*:\s*([^;!]+?)\s*(!\s*important)?\s*(?:;|$)", re.IGNORECASE)
_AS_IN_FONT = {"normal", "initial"}
_LINE = 60  # signs: a shorter text may stand on one line, which has no space between lines


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements with text whose `style` fixes a spacing; numbers are for axe, which knows the size of the font."""
    for element in exposed(page, "/html/body//*[contains(@style, '-spacing') or contains(@style, 'line-height')]"):
        if any(len(text_of(element)) >= (_LINE if name == "line-height" else 2) for name in _fixed(element)):
            yield element


def expect(element: HtmlElement) -> bool:
    length = len(text_of(element))
    fixed = _fixed(element).items()
    return not any(value in _AS_IN_FONT and (name != "line-height" or length >= _LINE) for name, value in fixed)


def _fixed(element: HtmlElement) -> dict[str, str]:
    """Return the spacings that are fixed: the last important value of each."""
    declared = (match.groups() for match in _SPACING.finditer(element.get("style", "")))
    return {name.lower(): value.lower() for name, value, important in declared if important}


RULE = Rule(
    criterion="1.4.12",
    clause="9.1.4.12",
    impact=Impact.SERIOUS,
    act=("24afc2", "78fd32", "9e45ec"),
    targets=targets,
    expect=expect,
)
