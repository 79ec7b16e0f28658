"""What pages share: the shell that a page was stamped into, and the kinds of elements in its content; both without any text."""

import hashlib
from collections.abc import Iterator

from lxml.html import HtmlElement

_TELLING = ("class", "role", "lang", "dir", "tabindex", "type", "hidden")  # attributes that say how an element is shown
_OF_KIND = ("class", "role", "type")


def skeleton(page: HtmlElement) -> str:
    """Return a hash of what stands outside of the page's main element: elements and how they are shown, once where repeated.

    Empty for a page without a main element: it has no shell.
    """
    if page.find(".//main") is None:
        return ""
    return hashlib.sha256("\\n".join(_outline(page)).encode()).hexdigest()


def kinds(page: HtmlElement) -> frozenset[str]:
    """Return the kinds of elements in the page's main element: each with the one that it stands in."""
    found: set[str] = set()
    for main in page.iterfind(".//main"):
        found |= {
            f"{_kind(parent)} > {_kind(node)}" for node in main.iterdescendants() if (parent := _parent(node)) is not None
        }
    return frozenset(found)


def _outline(element: HtmlElement, depth: int = 0) -> Iterator[str]:
    yield f"{depth} {_kind(element, _TELLING)}"
    if element.tag in {"main", "head"}:
        return
    before: list[str] = []
    for child in element:
        lines = list(_outline(child, depth + 1)) if isinstance(child.tag, str) else []
        if lines != before:
            yield from lines
        before = lines or before


def _kind(element: HtmlElement, telling: tuple[str, ...] = _OF_KIND) -> str:
    shown = "".join(f"[{name}={element.get(name)}]" for name in telling if element.get(name) is not None)
    return f"{element.tag}{shown}"


def _parent(element: HtmlElement) -> HtmlElement | None:
    return element.getparent() if isinstance(element.tag, str) else None
