"""What of a page reaches a reader: elements that are not hidden, and the names of links and headings."""

from collections.abc import Callable, Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_WITHOUT_TEXT = {"script", "style", "template", "noscript"}


def exposed(page: HtmlElement, expression: str) -> Iterator[HtmlElement]:
    """Yield what the XPath *expression* finds, without what is hidden from everybody or from assistive technology."""
    for element in page.xpath(expression):
        if not is_hidden(element) and not any(is_hidden(ancestor) for ancestor in element.iterancestors()):
            yield element


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
