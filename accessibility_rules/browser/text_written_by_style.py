"""The style sheet writes words into the page.

Why: they cannot be searched or copied, and are not there for who reads with own styles or none (WCAG failure F87).
Remedy: write the words into the page; leave signs without meaning to the style sheet.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE)
