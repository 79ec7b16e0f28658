"""Text over a picture or a gradient cannot be told from what is behind it.

Why: the ratio of 4.5 (3 for large text) holds for every letter, whatever lies under it.
Remedy: put a plain colour behind the text, or choose a picture that is dark or light throughout.
"""

from accessibility_rules.rule import BrowserRule, Impact

RULE = BrowserRule(criterion="1.4.3", clause="9.1.4.3", impact=Impact.SERIOUS, act=("afw4f7",))
