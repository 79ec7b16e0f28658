"""A link opens a new window and does not say so.

Why: the way back is gone, and who does not see the new window looks for it in vain; level AAA.
Remedy: let the reader choose, without `target`; otherwise say it in the link: "(avautuu uuteen ikkunaan)".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name, text_of
from accessibility_rules.rule import Impact, Rule

_SAID = re.compile(
    r"uu(?:teen|dessa|si) (?:ikkuna|välileh)|uudelle välilehdelle|nytt? (?:fönster|flik)|new (?:browser )?(?:window|tab)",
    re.IGNORECASE,
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//a[@href][@target][not(contains(' _self _parent _top ', concat(' ', @target, ' ')))]")


def expect(link: HtmlElement) -> bool:
    described = [text_of(one) for i in link.get("aria-describedby", "").split() for one in link.xpath("//*[@id=$i]", i=i)]
    return bool(_SAID.search(" ".join([name(link), link.get("title", ""), *described])))


RULE = Rule(criterion="3.2.5", clause="9.5", impact=Impact.MINOR, targets=targets, expect=expect)
