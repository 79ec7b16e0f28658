"""A link has no address but a script (`javascript:`).

Why: it leads nowhere where scripts are off, cannot be opened in another tab or kept, and says it is a link when it is a button.
Remedy: give it the address it leads to; what changes the page is a `button`; the way back is the browser's.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//a[@href] | //area[@href]")


def expect(link: HtmlElement) -> bool | None:
    """One that says it is a button is one, as far as scripts are on: a person must look."""
    if not "".join(link.get("href", "").split()).casefold().startswith("javascript:"):
        return True
    return None if link.get("role") == "button" else False


RULE = Rule(criterion="4.1.2", clause="9.4.1.2", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
