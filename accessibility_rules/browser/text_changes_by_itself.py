"""A text goes on changing by itself, and nothing on the page stops it.

Why: who reads slowly, or cannot keep attention beside movement, cannot read the page at all.
Remedy: leave it still, or put a button beside it that pauses or hides it.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.2.2", clause="9.2.2.2", impact=Impact.SERIOUS, act=("efbfc7",))
