"""A page is written in another language than its `lang` says.

Why: a Swedish page marked as Finnish is read aloud by Finnish rules and cannot be understood; no engine looks at this.
Remedy: set `lang` of the `html` element to the language of the text, and mark passages in another language by their own `lang`.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import is_hidden, texts
from accessibility_rules.rule import Impact, Rule

# The commonest function words that the other two languages do not have: what decides is grammar, not topic.
_WORDS = {
    "fi": "ja ei se että joka mutta tai kun jos ovat oli hän tämä sekä myös ettei niin kuin mukaan ole voi kanssa jälkeen",
    "sv": "och att det som är av för på inte med den har om ett var jag eller vid från ska kan efter enligt",
    "en": "the and of to is that for was with are this not or from at which have has been will were their",
}
_LANGUAGES = {word: language for language, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[a-zåäöé]+")
_ENOUGH = 5  # function words: about three sentences
_MARGIN = 4  # times as many as of the declared language, or it is a page in two languages


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the page when its text is long enough to be recognised."""
    if page.get("lang", "").strip() and sum(_counts(page).values()) >= _ENOUGH:
        yield page


def expect(page: HtmlElement) -> bool | None:
    """Compare *page* with its `lang`; two languages side by side are for a person."""
    declared = page.get("lang", "").strip().lower().partition("-")[0]
    counts = _counts(page)
    commonest = max(sorted(counts), key=lambda language: counts[language])
    if commonest == declared:
        return True
    return False if counts[commonest] >= _MARGIN * max(1, counts.get(declared, 0)) else None


def _counts(page: HtmlElement) -> dict[str, int]:
    counts = dict.fromkeys(_WORDS, 0)
    for body in page.iterchildren("body"):
        for word in _WORD.findall(" ".join(texts(body, skipped=_is_apart)).lower()):
            if word in _LANGUAGES:
                counts[_LANGUAGES[word]] += 1
    return counts


def _is_apart(element: HtmlElement) -> bool:
    return is_hidden(element) or element.get("lang") is not None


RULE = Rule(criterion="3.1.1", clause="9.3.1.1", impact=Impact.SERIOUS, act=("ucwvc8",), targets=targets, expect=expect)
