"""What of a page reaches a reader: elements that are not hidden, and the names of links and headings."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import cast

from lxml.etree import XPath, iterwalk
from lxml.html import HtmlElement

_WITHOUT_TEXT = {"script", "style", "template", "noscript"}
_HIDING = (  # the same as is_hidden
    "//*[@hidden or @aria-hidden='true' or self::script or self::style or self::template or self::noscript"
    " or @style[contains(translate(., ' ', ''), 'display:none')]]"
)


def exposed(page: HtmlElement, expression: str) -> Iterator[HtmlElement]:
    """Yield what the XPath *expression* finds, without what is hidden from everybody or from assistive technology."""
    hidden = _hidden(page.getroottree().getroot())
    found = cast("list[HtmlElement]", _compiled(expression)(page))  # an XPath may return a number, too; these name elements
    yield from (element for element in found if element not in hidden)


@cache
def _compiled(expression: str) -> XPath:
    """Every rule asks the same of every page."""
    return XPath(expression)


@lru_cache(maxsize=1)  # some forty rules ask in turn of one page, which none of them changes
def _hidden(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return what hides itself in the page of *root*, and all that is inside."""
    return frozenset(inner for outer in root.xpath(_HIDING) for inner in outer.iter())


def is_hidden(element: HtmlElement) -> bool:
    """Say whether *element* hides itself, as far as it can be read without style sheets."""
    return (
        element.tag in _WITHOUT_TEXT
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in element.get("style", "").replace(" ", "")
    )


def name(element: HtmlElement) -> str:
    """Return the accessible name of *element*, as far as it can be read without style sheets."""
    labels = [label for i in element.get("aria-labelledby", "").split() for label in element.xpath("//*[@id=$i]", i=i)]
    if labels:
        return " ".join(text_of(label) for label in labels)
    return folded(element.get("aria-label", "")) or text_of(element) or folded(element.get("title", ""))


def text_of(element: HtmlElement) -> str:
    """Return the text that is read aloud inside *element*, images replaced by their alternatives."""
    return folded("".join(texts(element, skipped=is_hidden)))


def texts(element: HtmlElement, *, skipped: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Yield the pieces of text inside *element*, without the elements for which *skipped* says yes."""
    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event != "start":
            yield (node.tail or "") if node is not element else ""
        elif node is not element and skipped(node):
            walk.skip_subtree()
        elif node is not element and node.get("aria-label"):
            yield node.get("aria-label", "")
            walk.skip_subtree()
        else:
            yield node.get("alt", "") if node.tag in {"img", "area"} else ""
            yield node.text or ""


def folded(text: str) -> str:
    """Return *text* with each run of white space as one space."""
    return " ".join(text.split())
