"""A control looks the same with the keyboard's focus as without it.

Why: who moves by the Tab key must see where they are; without a mark, each press is a guess.
Remedy: leave the browser's outline alone, or give `:focus-visible` an outline of at least two pixels.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.4.7", clause="9.2.4.7", impact=Impact.SERIOUS, act=("oj04fd",))
