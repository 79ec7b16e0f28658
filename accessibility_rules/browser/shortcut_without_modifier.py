"""A letter, digit or sign pressed anywhere on the page does something.

Why: who speaks to the computer, or hits a key by mistake, sets it off without knowing.
Remedy: ask for Ctrl or Alt with it, let it work only where its control has focus, or let the reader turn it off.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.1.4", clause="9.2.1.4", impact=Impact.SERIOUS, act=("ffbc54",))
