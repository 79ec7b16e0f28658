"""Parsing of an export's HTML, safely: no network, no entities, no depth that the parser would cut in silence."""

import re

from lxml import etree, html
from lxml.etree import _Element

from generator.errors import ExportError
from generator.importers._export import MAX_TEXT

# libxml2 drops what lies deeper than 256 elements and says nothing; a real page is under 40 deep.
MAX_DEPTH = 200
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
HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
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
    check_depth(tree, where)
    return tree


def check_depth(tree: _Element, where: str = "") -> None:
    """Refuse a tree that is deeper than any real page, before anything walks it recursively.

    Raises:
        ExportError: it is.

    """
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise ExportError("importers.markup_too_deep", where=where, limit=MAX_DEPTH)


def is_shown(element: _Element) -> bool:
    """Tell whether *element* itself is something that a reader of the source sees (no comment, script or hidden node)."""
    if not isinstance(element.tag, str) or element.tag in NEVER_SHOWN or element.get("hidden") is not None:
        return False
    return not HIDING_STYLE.search(element.get("style", ""))


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
