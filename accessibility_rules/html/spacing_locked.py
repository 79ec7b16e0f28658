"""The space between lines, words or letters is fixed at less than a reader may need.

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
_NUMBER = re.compile(r"(-?\d*\.?\d+)(em|%|)")
# WCAG 2.1, 1.4.12, in the font's own size.
_NEEDED = {"line-height": 1.5, "letter-spacing": 0.12, "word-spacing": 0.16}
_LINE = 60  # signs: a shorter text may stand on one line, which has no space between lines
_LINES = 200  # signs: a text that no window shows on one line
_WIDTH = re.compile(r"(?:^|[;\s])(?:max-)?width\s*:\s*(\d*\.?\d+)(px|em|rem|ch)", re.IGNORECASE)
_SIGN = {"px": 6.0, "em": 0.4, "rem": 0.4, "ch": 0.8}  # the least that a sign of running text takes


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements with text whose `style` fixes a spacing; pixels are for axe, which knows the size of the font."""
    for element in exposed(page, "/html/body//*[contains(@style, '-spacing') or contains(@style, 'line-height')]"):
        if any(len(text_of(element)) >= (_LINE if name == "line-height" else 2) for name in _fixed(element)):
            yield element


def expect(element: HtmlElement) -> bool | None:
    """Where nothing says how wide the text is, whether it has lines is for a person."""
    little = {name for name, value in _fixed(element).items() if _is_little(name, value)}
    length = len(text_of(element))
    if little - {"line-height"}:
        return False
    if not little or length < _LINE:
        return True
    return False if length >= _LINES or _is_narrow(element, length) else None


def _is_narrow(element: HtmlElement, length: int) -> bool:
    """Say whether a text of *length* signs does not fit on a line of the width that its `style` gives it."""
    match = _WIDTH.search(element.get("style", ""))
    return match is not None and float(match[1]) < _SIGN[match[2].lower()] * length


def _fixed(element: HtmlElement) -> dict[str, str]:
    """Return the spacings that are fixed: the last important value of each."""
    declared = (match.groups() for match in _SPACING.finditer(element.get("style", "")))
    return {name.lower(): value.lower() for name, value, important in declared if important}


def _is_little(name: str, value: str) -> bool:
    if value in _AS_IN_FONT:
        return True
    match = _NUMBER.fullmatch(value)
    if match is None or (not match[2] and name != "line-height" and float(match[1])):
        return False  # in pixels, or no value of this property
    size = float(match[1]) / 100 if match[2] == "%" else float(match[1])
    return size < _NEEDED[name]


RULE = Rule(
    criterion="1.4.12",
    clause="9.1.4.12",
    impact=Impact.SERIOUS,
    act=("24afc2", "78fd32", "9e45ec"),
    targets=targets,
    expect=expect,
)
