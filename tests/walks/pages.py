"""Which pages of the published example are walked: found by what they are, not by their number."""

from pathlib import Path

import lxml.html
import msgspec

LANGUAGES = ("fi", "sv")
DECISION = "//*[@id='decision']"
APPEAL_DAY = "//*[@class='k-appeal']//time"
MOMENT = "//dl[@class='k-facts']//a[@class='k-watch']"
_HERE = "http://localhost"


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """The way from the front page of one language to an item."""

    front: str
    organization: str
    meeting: str
    item: str


def front(language: str) -> str:
    return "/index.html" if language == "fi" else f"/{language}/index.html"


def walk(site: Path, language: str, goal: str) -> Walk:
    """Return the way in *language* to a decision that has *goal*, an XPath."""
    items = [(address, page(site, address)) for address in _addresses(site)]
    found = [(a, item) for a, item in items if item.get("lang") == language and item.xpath(goal) and item.xpath(DECISION)]
    ways = (_way(address, item) for address, item in found)
    # An office-holder's page leads past the day straight to the decision.
    way = next((way for way in ways if way.meeting in _links(site, way.organization)), None)
    assert way, f"no decision in {language} in the example has {goal}"
    return way


def _way(address: str, item: lxml.html.HtmlElement) -> Walk:
    front, organization, meeting = (_address(link) for link in item.xpath("//nav[@class='k-crumbs']//a/@href")[:3])
    return Walk(front=front, organization=organization, meeting=meeting, item=address)


def _links(site: Path, address: str) -> set[str]:
    return {_address(link) for link in page(site, address).xpath("//main//a/@href")}


def kinds(site: Path, language: str) -> list[str]:
    """Return pages in *language* that together hold every part that any of them has, and those of the walks."""
    parts = {}
    for address in _addresses(site):
        root = page(site, address)
        if root.get("lang") == language:
            parts[address] = frozenset(" ".join(root.xpath("//main//@class")).split())
    chosen = {address for goal in (MOMENT, APPEAL_DAY) for address in msgspec.structs.astuple(walk(site, language, goal))}
    seen = {part for address in chosen for part in parts[address]}
    while missing := {part for found in parts.values() for part in found} - seen:
        address = max(parts, key=lambda each: len(parts[each] & missing))
        chosen.add(address)
        seen |= parts[address]
    return sorted(chosen)


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    """Return the page at *address*, its links absolute from the root of the site."""
    root = lxml.html.document_fromstring((site / address.lstrip("/")).read_bytes())
    root.make_links_absolute(_HERE + address)
    return root


def _addresses(site: Path) -> list[str]:
    return [f"/{file.relative_to(site).as_posix()}" for file in sorted(site.rglob("*.html"))]


def _address(link: str) -> str:
    return link.removeprefix(_HERE).partition("#")[0]
