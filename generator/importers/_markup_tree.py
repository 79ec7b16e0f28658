"""Parsing of an export's HTML, safely: no network, no entities, no depth that the parser would cut in silence."""

import re

from lxml import etree, html
from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._export import MAX_TEXT

# libxml2 drops what lies deeper than 256 elements and says nothing; a real page is under 40 deep.
MAX_DEPTH = 200
# A real page has some thousands; a quarter of a million takes seconds to read.
MAX_ELEMENTS = 250_000
NEVER_SHOWN = frozenset({
    "script", "style", "head", "title", "meta", "link", "template", "object", "embed", "iframe", "del", "select", "textarea",
    "svg", "math", "noscript", "base",
})  # fmt: skip
BLOCKS = frozenset({
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer", "center", "pre",
    "address", "form", "fieldset", "hr", "dl", "dt", "dd", "li", "ul", "ol", "table", "caption", "thead", "tbody", "tfoot",
    "tr", "td", "th", "figure", "figcaption", "main", "aside", "nav", "body", "html", "legend", "details", "summary",
})  # fmt: skip
SEPARATE = BLOCKS | {"br"}
HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
# White on white is how names are made to vanish in print; white on a coloured ground is a table's head.
COLOUR = re.compile(r"(?<![\w-])color\s*:\s*(?P<colour>[^;]+)", re.IGNORECASE)
WHITE = re.compile(r"white|window|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)", re.IGNORECASE)
GROUND = re.compile(r"background(?:-color|-image)?\s*:\s*(?!white|#fff(?:fff)?\b|transparent|none)", re.IGNORECASE)
# Soft hyphens, zero-width marks and byte order marks carry no text and split words for search and for masks.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b\u000e-\u001f]")
# Windows' quotation marks and dashes that were written as control characters; a browser shows them as meant.
WINDOWS = {code: bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0)}
BLANK = re.compile(r"\s+")


def parse(markup: str, where: str = "") -> _Element:
    """Return the tree of *markup*, a page or a fragment of one.

    Raises:
        ExportError: it is nested deeper, or is larger, than any real page.

    """
    if len(markup) > MAX_TEXT:
        raise ExportError("importers.file_too_large", where=where, megabytes=MAX_TEXT // 2**20)
    parser = html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    shell = markup if "<body" in markup.casefold() else f"<html><body>{markup}</body></html>"
    tree = html.document_fromstring(shell.encode(errors="replace"), parser=parser)
    check_shape(tree, where)
    return tree


def check_shape(tree: _Element, where: str = "") -> None:
    """Refuse a tree that is deeper, or has more in it, than any real page, before anything walks it recursively.

    Raises:
        ExportError: it is.

    """
    depth = count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH:
            raise ExportError("importers.markup_too_deep", where=where, limit=MAX_DEPTH)
        if count > MAX_ELEMENTS:
            raise ExportError("importers.markup_too_large", where=where, limit=MAX_ELEMENTS)


def is_shown(element: _Element) -> bool:
    """Tell whether *element* itself is something that a reader of the source sees (no comment, script or hidden node)."""
    if not isinstance(element.tag, str) or element.tag in NEVER_SHOWN or element.get("hidden") is not None:
        return False
    return not HIDING_STYLE.search(element.get("style", "")) and not _is_white_on_white(element)


def _is_white_on_white(element: _Element) -> bool:
    if not WHITE.fullmatch(_colour(element)) or any(map(_colour, element.iterdescendants("*"))):
        return False
    return not any(e.get("bgcolor") or GROUND.search(e.get("style", "")) for e in (element, *element.iterancestors()))


def _colour(element: _Element) -> str:
    found = COLOUR.search(element.get("style", ""))
    return (found["colour"] if found else element.get("color", "")).strip()


def plain(element: _Element) -> str:
    """Return the text that is seen in *element*, white space collapsed and a space where a block starts or ends."""
    return BLANK.sub(" ", readable("".join(_texts(element)))).strip()


def readable(text: str) -> str:
    """Return *text* without marks that are not seen, and with the characters that Windows meant."""
    return INVISIBLE.sub("", text).translate(WINDOWS)


def _texts(element: _Element) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if is_shown(child):
            apart = " " if child.tag in SEPARATE else ""
            found += [apart, *_texts(child), apart]
        found.append(child.tail or "")
    return found
