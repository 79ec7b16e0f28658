"""Where an element is, as a CSS selector made of element names and positions only: ids and addresses may be personal."""

from lxml.html import HtmlElement

_ALONE = {"html", "head", "body"}


def ancestry(element: HtmlElement) -> str:
    """Return the way from the root to *element*, as axe writes it."""
    return " > ".join(_step(node) for node in [*reversed(list(element.iterancestors())), element])


def _step(element: HtmlElement) -> str:
    parent = element.getparent()
    siblings = [] if parent is None else [child for child in parent if isinstance(child.tag, str)]
    if element.tag in _ALONE or len(siblings) < 2:  # noqa: PLR2004 - an only child
        return str(element.tag)
    return f"{element.tag}:nth-child({siblings.index(element) + 1})"
