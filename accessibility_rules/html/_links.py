"""Links as a reader meets them: where they lead, and the words around them."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed

_LINKS = (
    "//*[self::a or self::area][@href or @*[name()='xlink:href']][not(@role) or @role='link'] | //*[@role='link'][@onclick]"
)
_SCRIPTED = re.compile(r"location(?:\.href)?\s*=\s*(['\"])(.+?)\1")
# WCAG 2.1, "programmatically determined link context": what a screen reader tells with a link.
_CONTEXT = "ancestor::*[self::p or self::li or self::td or self::th or self::dd or self::dt or self::figcaption][1]"
_AROUND = "ancestor::*[self::div or self::section or self::nav or self::header or self::footer or self::main or self::body][1]"

_VAGUE = re.compile(
    r"""(?:
      (?:(?:klikkaa|paina|katso|lue|avaa|siirry)\s+)?(?:tästä|tähän|tänne|täältä|täällä)(?:\s+(?:linkistä|lisää))?
      | lue\s+(?:lisää|koko\s+juttu|tästä\s+lisää) | katso\s+lisää | lisää | lisätietoja? | linkki
      | avaa | lataa | siirry | näytä
      | (?:liitteet|liite|oheismateriaali|tiedosto|asiakirja)(?:\s*(?:nro\.?)?\s*\d+\w?)?
      | (?:klicka\s+|tryck\s+)?här | läs\s+(?:mera?|mer\s+här|här) | se\s+mera? | mera? | länk | öppna | ladda\s+ner
      | (?:bilagor|bilagan?|fil|dokument)(?:\s*(?:nr\.?)?\s*\d+\w?)?
      | (?:click|press|read)\s+here | here | (?:read|learn|see|view)?\s*more | link | this | go
      | open | download | details? | info
      | (?:attachments?|appendix|annex|file|document)(?:\s*(?:no\.?)?\s*\d+\w?)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FILE_TYPE = re.compile(
    r"(?:html|pdf|word|docx?|excel|xlsx?|csv|json|xml|epub|odt|rtf|zip|tekstitiedosto|textfil|plain text|text file)"
    r"(?:-(?:tiedosto|muoto|version?|versio|fil|format))?",
    re.IGNORECASE,
)
_PUNCTUATION = " .…»›→>:!-–()[]"


def links(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what a reader can follow, also links in drawings and those that a script makes."""
    yield from (link for link in exposed(page, _LINKS) if address(link))


def address(link: HtmlElement) -> str:
    """Return where *link* leads, as the page writes it; empty when it cannot be read."""
    written = link.get("href") or link.get("{http://www.w3.org/1999/xlink}href") or link.get("xlink:href")
    if written is not None:
        return str(written).strip()
    match = _SCRIPTED.search(link.get("onclick", ""))
    return match[2].strip() if match else ""


def context(link: HtmlElement) -> HtmlElement:
    """Return the paragraph, list item or cell of *link*, otherwise the block that holds it."""
    blocks = link.xpath(_CONTEXT) or link.xpath(_AROUND) or [link.getroottree().getroot()]
    return blocks[0]


def is_vague(text: str) -> bool:
    """Say whether *text* names nothing: "tästä", "Liite 1", "läs mer", "here", or the type of a file."""
    return bool(_VAGUE.fullmatch(text.strip(_PUNCTUATION))) or is_file_type(text)


def is_file_type(text: str) -> bool:
    return bool(_FILE_TYPE.fullmatch(text.strip(_PUNCTUATION)))
