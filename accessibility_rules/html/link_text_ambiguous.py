"""Two links have the same text and lead to different places.

Why: in a list of links they cannot be told apart, and the reader opens the wrong minutes.
Remedy: add what differs: the date, the number of the item, or the name of the attachment.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[tuple[HtmlElement, ...]]:
    """Yield the links of each text that more than one link has."""
    links: dict[str, list[HtmlElement]] = {}
    for link in exposed(page, "//a[@href]"):
        links.setdefault(name(link).casefold(), []).append(link)
    yield from (tuple(group) for text, group in links.items() if text and len(group) > 1)


def expect(links: tuple[HtmlElement, ...]) -> bool | None:
    """Different addresses may still be one place, or their paragraphs may tell them apart: a person must look."""
    return True if len({_address(link) for link in links}) == 1 else None


def _address(link: HtmlElement) -> str:
    address = str(link.get("href", "")).strip()
    return address.removesuffix("index.html").rstrip("/")


RULE = Rule(
    criterion="2.4.4",
    clause="9.2.4.4",
    impact=Impact.MODERATE,
    act=("fd3a94", "b20e66"),
    targets=targets,
    expect=expect,
)
