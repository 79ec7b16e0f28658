"""What a rule says in a reader's language: what is wrong where it found something, and what to do."""

from accessibility_rules import axe
from accessibility_rules.messages import accesslint_words, axe_words, words
from generator.audit import noticed


def told(rule: str, language: str) -> dict[str, str]:
    """Return *message* and *remedy* of *rule* in *language*: one of ours, one of an engine's, or what the browser notices."""
    of_engines = axe_words(language).get(rule) or accesslint_words(language).get(rule)
    return words(language).get(rule) or of_engines or noticed.words(rule, language)


def page_of_axe(rule: str) -> str:
    """Return where axe explains its *rule*, in English."""
    return f"https://dequeuniversity.com/rules/axe/{axe.VERSION.rpartition('.')[0]}/{rule}"
