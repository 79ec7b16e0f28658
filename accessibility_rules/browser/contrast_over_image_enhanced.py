"""Text over a picture or a gradient has less contrast than level AAA asks for.

Why: with a ratio of 7 (4.5 for large text) most people with low vision read without aids.
Remedy: put a plain colour behind the text, or choose a picture that is dark or light throughout.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.4.6", clause="9.5", impact=Impact.MODERATE, act=("09o5cg",))
