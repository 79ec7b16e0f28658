"""The size of a text is a part of the window and nothing else.

Why: when the page is enlarged the window shrinks, and the text stays as small as it was (WCAG failure F94).
Remedy: give the size in `rem`, or add it: `calc(1rem + .5vw)`.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.4.4", clause="9.1.4.4", impact=Impact.SERIOUS)
