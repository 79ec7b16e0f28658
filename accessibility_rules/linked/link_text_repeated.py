"""Two links have the same text and different content behind them, whatever the words around them say.

Why: in a list of links, or at the tip of a braille display, there are no words around a link; this is level AAA.
Remedy: put what differs into the link itself: "Pöytäkirja 12.3.2026", "Pöytäkirja 9.4.2026".
"""

from itertools import combinations

from lxml.html import HtmlElement

from accessibility_rules.html._links import address
from accessibility_rules.linked._contents import leads_out, same
from accessibility_rules.linked.link_text_ambiguous import targets
from accessibility_rules.rule import Impact, LinkedRule, LookUp

_MOST = 8  # links of one text


def expect(group: tuple[HtmlElement, ...], look_up: LookUp) -> bool | None:
    """Two addresses on other sites are two places at this level."""
    verdicts = [_same(address(one), address(other), look_up) for one, other in combinations(group[:_MOST], 2)]
    if False in verdicts and not group[0].xpath("boolean(//script[contains(., 'attachShadow')])"):
        return False
    return True if all(verdicts) else None


def _same(one: str, other: str, look_up: LookUp) -> bool | None:
    verdict = same(one, other, look_up)
    return False if verdict is None and leads_out(one, look_up) and leads_out(other, look_up) else verdict


RULE = LinkedRule(criterion="2.4.9", clause="9.5", impact=Impact.MODERATE, act=("b20e66",), targets=targets, expect=expect)
