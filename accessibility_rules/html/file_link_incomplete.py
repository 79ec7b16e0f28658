"""A link to a file does not say what kind of file it is, how large, and in which language.

Why: a PDF opens another program and may be scanned, huge or in the other language; a reader decides before opening it.
Remedy: write type and size into the link or beside it, and its language into `hreflang` or words: "(PDF, 200 kt, ruotsiksi)".
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name, text_of
from accessibility_rules.rule import Impact, Norm, Rule

_TYPES = {
    **{extension: (extension,) for extension in ("pdf", "rtf", "zip", "odt", "ods", "odp")},
    **dict.fromkeys(("doc", "docx"), ("word", "docx", "doc")),
    **dict.fromkeys(("xls", "xlsx"), ("excel", "xlsx", "xls")),
    **dict.fromkeys(("ppt", "pptx"), ("powerpoint", "pptx", "ppt")),
}
_SIZE = re.compile(r"\d[\d\s.,]*(?:tavua|bytes?|kt|kb|kib|mt|mb|mib|gt|gb)\b", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\b(?:suomeksi|suomi|suomenkielinen|ruotsiksi|ruotsi|ruotsinkielinen|englanniksi|englanti|englanninkielinen|saameksi"
    r"|finska|svenska|engelska|samiska|finnish|swedish|english|sámi)\b",
    re.IGNORECASE,
)
_CONTEXT = "ancestor::*[self::li or self::p or self::td or self::dd][1]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (link for link in exposed(page, "//a[@href]") if _extension(link) in _TYPES)


def expect(link: HtmlElement) -> bool | None:
    """Type and size are known of every file; its language may not be, and then a person must look."""
    words = " ".join([name(link), *(text_of(block) for block in link.xpath(_CONTEXT))])
    says_type = any(re.search(rf"\b{word}\b", words, re.IGNORECASE) for word in _TYPES[_extension(link)])
    if not says_type or not _SIZE.search(words):
        return False
    return True if link.get("hreflang") or _LANGUAGE.search(words) else None


def _extension(link: HtmlElement) -> str:
    try:
        return urlsplit(str(link.get("href", "")).strip()).path.rpartition(".")[2].lower()
    except ValueError:  # not an address at all, such as "http://["
        return ""


RULE = Rule(criterion="2.4.4", clause="9.2.4.4", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
