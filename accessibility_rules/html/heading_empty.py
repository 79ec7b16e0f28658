"""A heading has no text.

Why: a screen reader announces a heading and then nothing; in a list of headings it is a hole.
Remedy: write the heading, or remove the element; space above a paragraph is the style sheet's business.
"""

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._headings import headings
from accessibility_rules.rule import Impact, Norm, Rule


def expect(heading: HtmlElement) -> bool:
    return bool(name(heading))


RULE = Rule(
    criterion="1.3.1",
    clause="9.1.3.1",
    impact=Impact.MODERATE,
    norm=Norm.POLICY,
    act=("ffd0e9",),
    targets=headings,
    expect=expect,
)
