"""Something that a script makes a control, and that the keyboard reaches, does not say that it is one.

Why: a screen reader reads its text and nothing more, so that nobody knows it can be pressed (WCAG failure F59).
Remedy: make it a `button`, or a link where it leads somewhere; both have their role and their keys by themselves.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Rule

_HANDLERS = "@onclick or @onmousedown or @onmouseup or @onkeydown or @onkeypress or @onkeyup"
_NATIVE = (
    "self::a[@href] or self::area[@href] or self::button or self::input or self::select or self::textarea or self::summary"
    " or self::option or self::label or self::iframe or self::audio or self::video or self::embed or self::object or self::body"
)
_CONTROLS = ".//a[@href] | .//button | .//input | .//select | .//textarea | .//summary | .//*[@role]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what has a handler and can be reached, and is none of HTML's own controls."""
    yield from exposed(page, f"//*[{_HANDLERS}][@tabindex][not({_NATIVE})]")


def expect(element: HtmlElement) -> bool | None:
    """A handler around controls may be there for what they tell it: then a person must look."""
    if element.get("role", "").strip():
        return True
    return None if element.xpath(f"boolean({_CONTROLS})") else False


RULE = Rule(criterion="4.1.2", clause="9.4.1.2", impact=Impact.CRITICAL, targets=targets, expect=expect)
