"""The style sheet shows parts of a page in another order than they are read in.

Why: what is read first stands last for the eye, and focus jumps against the direction of reading (WCAG failure F1).
Remedy: write the parts in the order in which they make sense, and leave `order` and the reverse directions alone.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.3.2", clause="9.1.3.2", impact=Impact.MODERATE)
