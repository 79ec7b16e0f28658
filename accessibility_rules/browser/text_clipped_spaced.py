"""Text is cut off when a reader widens the space between letters, words and lines.

Why: some read only with such spacing, which they set in their browser for all pages.
Remedy: let the box grow with its text: heights in `min-height`, no `overflow: hidden` around text.
"""

from accessibility_rules.rule import BrowserRule, Impact, Window

RULE = BrowserRule(criterion="1.4.12", clause="9.1.4.12", impact=Impact.SERIOUS, window=Window.ZOOMED)
