"""Sound starts by itself, lasts over three seconds, and nothing on the page stops it.

Why: it drowns out the screen reader with which one would look for a way to stop it.
Remedy: remove `autoplay`, or give the player its `controls`.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.4.2", clause="9.1.4.2", impact=Impact.SERIOUS, act=("80f0bf",))
