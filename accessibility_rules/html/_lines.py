"""The lines of a paragraph, as line breaks divide it."""

from lxml.html import HtmlElement


def lines(element: HtmlElement) -> list[str]:
    """Return the lines of *element* as written, runs of spaces included."""
    pieces = [element.text or ""]
    for node in element.iterdescendants():
        pieces.append("\n" if node.tag == "br" else (node.text or "") if isinstance(node.tag, str) else "")
        pieces.append(node.tail or "")
    return "".join(pieces).split("\n")
