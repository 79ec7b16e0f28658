"""The keyboard's focus goes round in a part of the page and cannot leave it.

Why: without a mouse, everything after it is out of reach, the way back and the browser's own bar included.
Remedy: let Tab, Shift+Tab or Escape lead out, or say in the text which key does.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="2.1.2", clause="9.2.1.2", impact=Impact.CRITICAL, act=("80af7b",))
