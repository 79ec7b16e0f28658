"""The style sheet keeps something moving or blinking.

Why: it draws the eye away from the text for as long as it is read, and some readers cannot go on reading.
Remedy: let it end within five seconds, and stand still where the reader asked for less motion.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.2.2", clause="9.2.2.2", impact=Impact.SERIOUS)
