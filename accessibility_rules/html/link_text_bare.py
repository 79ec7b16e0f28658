"""The text of a link by itself does not say where it leads, even if the words around it do.

Why: a list of links has no words around them; this is level AAA, and the reader's gain is the same at every level.
Remedy: take the words that tell into the link: "Lue esityslistasta", not "Lue lisää".
"""

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._links import is_vague
from accessibility_rules.html.link_text_vague import targets
from accessibility_rules.rule import Impact, Rule


def expect(link: HtmlElement) -> bool:
    return not is_vague(name(link))


RULE = Rule(criterion="2.4.9", clause="9.5", impact=Impact.MODERATE, act=("aizyf1",), targets=targets, expect=expect)
