"""Which elements are headings, and how deep."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed

_HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][not(@role)] | //*[@role='heading']"
_DEFAULT_LEVEL = 2  # WAI-ARIA 1.2, role heading: the level when aria-level is missing


def headings(page: HtmlElement) -> Iterator[HtmlElement]:
    return exposed(page, _HEADINGS)


def level(heading: HtmlElement) -> int:
    """Return the level of *heading*: aria-level where it is a number, otherwise the element's own."""
    stated = heading.get("aria-level", "")
    if stated.isdecimal():
        return int(stated)
    return int(heading.tag[1]) if heading.tag[1:].isdecimal() else _DEFAULT_LEVEL
