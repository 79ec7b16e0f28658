"""A script takes the focus away from what has just got it.

Why: the keyboard cannot stay on the link or button, so it cannot be used (WCAG failure F55).
Remedy: remove the script; the mark of focus belongs where the keyboard is.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.1.1", clause="9.2.1.1", impact=Impact.CRITICAL)
