"""Two pages in the same language have the same title.

Why: in tabs, bookmarks, history and search results two minutes with one title cannot be told apart.
Remedy: put into the title what differs: the number of the item, the organization and the day of the meeting.
"""

from collections import Counter
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import folded
from accessibility_rules.rule import Impact, Norm, SiteRule


def target(page: HtmlElement) -> HtmlElement | None:
    """Return the title, unless the page only leads elsewhere: nobody stays on a redirect."""
    leads_elsewhere = page.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']")
    titles = [] if leads_elsewhere else page.xpath("/html/head/title[normalize-space()]")
    return titles[0] if titles else None


def fact(title: HtmlElement) -> str:
    language = title.getroottree().getroot().get("lang", "")
    return f"{language}\n{folded(title.text_content()).casefold()}"


def expect(own: str, titles: Counter[str]) -> Literal[True] | None:
    """Two addresses may be one and the same page: a person must look."""
    return True if titles[own] == 1 else None


RULE = SiteRule(
    criterion="2.4.2", clause="9.2.4.2", impact=Impact.MODERATE, norm=Norm.POLICY, target=target, fact=fact, expect=expect
)
