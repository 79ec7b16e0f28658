"""The text of a link does not say where it leads ("tästä", "Liite 1", "läs mer", "here").

Why: screen-reader users list a page's links; ten times "Liite 1" helps nobody to choose.
Remedy: make the link text the name of what it leads to: "Liite 1: Kaavakartta (PDF, 200 kt)".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name, text_of
from accessibility_rules.rule import Impact, Rule

_VAGUE = re.compile(
    r"""(?:
      (?:(?:klikkaa|paina|katso|lue|avaa|siirry)\s+)?(?:tästä|tähän|tänne|täältä|täällä)(?:\s+(?:linkistä|lisää))?
      | lue\s+(?:lisää|koko\s+juttu|tästä\s+lisää) | katso\s+lisää | lisää | lisätietoja? | linkki
      | avaa | lataa | siirry | näytä
      | (?:liitteet|liite|oheismateriaali|tiedosto|asiakirja)(?:\s*(?:nro\.?)?\s*\d+\w?)?
      | (?:klicka\s+|tryck\s+)?här | läs\s+(?:mera?|mer\s+här|här) | se\s+mera? | mera? | länk | öppna | ladda\s+ner
      | (?:bilagor|bilagan?|fil|dokument)(?:\s*(?:nr\.?)?\s*\d+\w?)?
      | (?:click|press|read)\s+here | here | (?:read|learn|see|view)?\s*more | link | this | open | download | details? | info
      | (?:attachments?|appendix|annex|file|document)(?:\s*(?:no\.?)?\s*\d+\w?)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PUNCTUATION = " .…»›→>:!-–()[]"
_CONTEXT = "ancestor::*[self::p or self::li or self::td or self::th or self::dd or self::dt or self::figcaption][1]"
_WORD = re.compile(r"[^\W\d_]{4,}")


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (link for link in exposed(page, "//a[@href]") if name(link))


def expect(link: HtmlElement) -> bool | None:
    """A vague text alone in its paragraph, list item or cell fails; whether words around it say enough is for a person."""
    text = name(link).strip(_PUNCTUATION)
    if not _VAGUE.fullmatch(text):
        return True
    around = " ".join(text_of(block) for block in link.xpath(_CONTEXT)).replace(name(link), " ")
    return None if _WORD.search(around) else False


RULE = Rule(criterion="2.4.4", clause="9.2.4.4", impact=Impact.SERIOUS, act=("5effbb",), targets=targets, expect=expect)
