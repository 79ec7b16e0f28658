"""A page is written in another language than its `lang` says.

Why: a Swedish page marked as Finnish is read aloud by Finnish rules and cannot be understood; no engine looks at this.
Remedy: set `lang` of the `html` element to the language of the text, and mark passages in another language by their own `lang`.
"""

from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import is_hidden, texts
from accessibility_rules.html._languages import commonest, function_words, is_in_letters_of_another, primary
from accessibility_rules.rule import Impact, Rule

_ENOUGH = 5  # function words: about three sentences
_FEW = 3  # of one language and of no other, on a page of hardly more words
_SHORT = 40  # words
_MARGIN = 4  # times as many as of the declared language, or it is a page in two languages


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the page when its text is long enough to be recognised."""
    known = sum(_counts(page).values())
    is_enough = known >= _ENOUGH or (known >= _FEW and len(_text(page).split()) <= _SHORT)
    if page.get("lang", "").strip() and (is_enough or is_in_letters_of_another(page.get("lang", ""), _text(page))):
        yield page


def expect(page: HtmlElement) -> bool | None:
    """Compare *page* with its `lang`; two languages side by side are for a person."""
    if is_in_letters_of_another(page.get("lang", ""), _text(page)):
        return False
    declared = primary(page.get("lang", ""))
    counts = _counts(page)
    found = commonest(counts)
    if found == declared:
        return True
    if sum(counts.values()) < _ENOUGH:
        return False if counts[found] == sum(counts.values()) else None
    return False if counts[found] >= _MARGIN * max(1, counts.get(declared, 0)) else None


@lru_cache(maxsize=1)  # asked twice of each page, and so is its text
def _counts(page: HtmlElement) -> dict[str, int]:
    return function_words([_text(page)])


@lru_cache(maxsize=1)
def _text(page: HtmlElement) -> str:
    return " ".join(text for body in page.iterchildren("body") for text in texts(body, skipped=_is_apart))


def _is_apart(element: HtmlElement) -> bool:
    return is_hidden(element) or element.get("lang") is not None


RULE = Rule(criterion="3.1.1", clause="9.3.1.1", impact=Impact.SERIOUS, act=("ucwvc8",), targets=targets, expect=expect)
