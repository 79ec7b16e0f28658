"""Tilting or shaking the device changes the page, and nothing else does, nor turns it off.

Why: a device fixed to a wheelchair cannot be tilted, and a hand that trembles shakes it all the time.
Remedy: give controls that do the same, and one that turns the movement off.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.5.4", clause="9.2.5.4", impact=Impact.SERIOUS, act=("7677a9", "c249d5"))
