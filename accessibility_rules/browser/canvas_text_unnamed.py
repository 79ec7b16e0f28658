"""Text is drawn on a canvas that has no text in its place.

Why: a drawing has no words for a screen reader, and what is said there is said to nobody.
Remedy: write the text as text; otherwise give the canvas `role="img"` and a label, or text inside it.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.SERIOUS, act=("e88epe",))
