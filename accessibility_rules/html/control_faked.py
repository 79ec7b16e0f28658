"""An element can be clicked, and cannot be used by keyboard.

Why: without a mouse it is not there at all; a screen reader reads it as text (WCAG failures F54 and F59).
Remedy: make it a `button`, or a link with an address.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Rule

_NATIVE = (
    "self::a[@href] or self::area or self::button or self::input or self::select or self::textarea or self::summary"
    " or self::option or self::label or self::form or self::video or self::audio or self::iframe"
)
_CLICKED = "@onclick or @onmousedown or @onmouseup or @ondblclick"
_HANDLED = "@onkeydown or @onkeyup or @onkeypress"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, f"/html/body//*[{_CLICKED}]")


def expect(element: HtmlElement) -> bool | None:
    """A block around a control may be clicked as well as the control: a person must look."""
    if element.xpath(f"boolean(self::*[{_NATIVE} or @tabindex or @contenteditable])"):
        return True
    is_beside = element.xpath(f"boolean(.//*[{_NATIVE}] | ancestor::*[self::a[@href] or self::button or self::label])")
    return None if is_beside or element.xpath(f"boolean(self::*[{_HANDLED}])") else False


RULE = Rule(criterion="2.1.1", clause="9.2.1.1", impact=Impact.CRITICAL, targets=targets, expect=expect)
