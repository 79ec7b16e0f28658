"""A page begins with a part that other pages repeat, and nothing leads past it.

Why: by keyboard or by ear, the menu comes first on every page, again and again.
Remedy: put the page's own content into `main`, under a heading, and lead there with the page's first link.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, is_hidden, text_of
from accessibility_rules.html._headings import headings
from accessibility_rules.html._links import address, links
from accessibility_rules.page import PageUnreadableError, parse
from accessibility_rules.rule import Impact, LinkedRule, LookUp

_MOST = 5  # pages that are compared with this one
_LONG = 4  # words: a shorter block is a link or a date
_WAYS = "//main | //*[@role='main'] | //a[starts-with(@href, '#')] | //button | //*[@role='button'] | //details"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the body of a page that links to others."""
    yield from (body for body in page.xpath("/html/body") if any(True for _ in links(page)))


def expect(body: HtmlElement, look_up: LookUp) -> bool:
    """A heading, a landmark, a link within the page or a button that folds the part leads past it."""
    page = body.getroottree().getroot()
    if any(True for _ in headings(page)) or any(True for _ in exposed(page, _WAYS)):
        return True
    others = [other for link in list(links(page))[:_MOST] if (other := _read(address(link), look_up)) is not None]
    own = _blocks(page)
    repeated = [block for block in own if any(block in text_of(other) for other in others)]
    # What is repeated at the end needs no way past it.
    return not any(block in repeated and any(later not in repeated for later in own[at + 1 :]) for at, block in enumerate(own))


def _blocks(page: HtmlElement) -> list[str]:
    """Return the texts of the parts of *page* that stand side by side."""
    parts = page.xpath("/html/body/*")
    while len(parts) == 1 and len(parts[0]):
        parts = list(parts[0])
    texts = [text_of(part) for part in parts if isinstance(part.tag, str) and not is_hidden(part)]
    return [text for text in texts if len(text.split()) >= _LONG]


def _read(where: str, look_up: LookUp) -> HtmlElement | None:
    file = None if where.startswith("#") else look_up(where)
    try:
        return parse(file) if file else None
    except PageUnreadableError:
        return None


RULE = LinkedRule(criterion="2.4.1", clause="9.2.4.1", impact=Impact.SERIOUS, act=("cf77f2",), targets=targets, expect=expect)
