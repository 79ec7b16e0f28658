"""Whether two addresses on a page lead to one and the same content."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import folded, text_of
from accessibility_rules.page import PageUnreadableError, parse
from accessibility_rules.rule import LookUp

_AT_ONCE = re.compile(r"\s*0(?:\.0*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_ALIKE = 0.4  # of all words of two pages


def same(one: str, other: str, look_up: LookUp) -> bool | None:
    """Say whether *one* and *other* lead to the same content; None when only a person can tell."""
    if _plain(one) == _plain(other):
        return True
    if _document(one) == _document(other):
        return None  # two places in one page
    first, second = _arrived(one, look_up), _arrived(other, look_up)
    if first is None and second is None:
        return None
    if first is None or second is None:
        return False
    return _same_files(first, second, is_queried=urlsplit(one).query != urlsplit(other).query)


def leads_out(address: str, look_up: LookUp) -> bool:
    """Say whether *address* is on another site."""
    return bool(urlsplit(address).netloc) and look_up(address) is None


def _same_files(first: bytes, second: bytes, *, is_queried: bool) -> bool | None:
    one, other = _page(first), _page(second)
    if one is None or other is None:
        return first == second
    if is_queried and one.xpath("boolean(//script)"):
        return False  # a script there shows what the query asks for
    text, other_text = _content(one), _content(other)
    if "".join(text.split()) == "".join(other_text.split()):
        return True  # white space between elements is layout
    if _NUMBER.findall(text) != _NUMBER.findall(other_text):
        return False  # a date, an item's number, a sum
    words, others = set(_WORD.findall(text)), set(_WORD.findall(other_text))
    is_alike = len(words & others) >= _ALIKE * len(words | others)
    return None if is_alike and _title(one) == _title(other) else False


def _arrived(address: str, look_up: LookUp) -> bytes | None:
    """Return the file at *address*, or the one that it sends its reader on to at once."""
    found = look_up(address)
    page = _page(found) if found else None
    refreshes = [] if page is None else page.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']/@content")
    match = _AT_ONCE.match(refreshes[0]) if refreshes else None
    return look_up(urljoin(address, match[1].strip())) if match else found


def _page(file: bytes) -> HtmlElement | None:
    if b"<" not in file[:1000] or file[:5] in {b"<?xml", b"%PDF-"}:
        return None
    try:
        return parse(file)
    except PageUnreadableError:
        return None


def _content(page: HtmlElement) -> str:
    """Return what is a page's own, where it says so: menus are the same on all pages, and may differ without a difference."""
    mains = page.xpath("//main | //*[@role='main']")
    return text_of(mains[0] if mains else page)


def _title(page: HtmlElement) -> str:
    return folded("".join(page.xpath("//title[1]//text()")))


def _plain(address: str) -> str:
    return address.strip().removesuffix("index.html").rstrip("/")


def _document(address: str) -> str:
    return _plain(address.partition("#")[0])
