"""Text is cut off when the page is enlarged to 200 %.

Why: who enlarges the text loses the end of it, often without a sign that there was more.
Remedy: let the box grow with its text: no fixed height, no `overflow: hidden` around text.
"""

from accessibility_rules.rule import BrowserRule, Impact, Window

RULE = BrowserRule(criterion="1.4.4", clause="9.1.4.4", impact=Impact.SERIOUS, act=("59br37",), window=Window.ZOOMED)
