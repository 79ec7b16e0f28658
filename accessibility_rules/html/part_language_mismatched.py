"""A passage is written in another language than it says, or than the page says when the passage says nothing.

Why: in bilingual minutes a Swedish proposal read aloud by Finnish rules cannot be understood; no engine looks at this.
Remedy: give the passage, or the element around it, the `lang` of its text.
"""

from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, is_hidden, texts
from accessibility_rules.html._languages import commonest, function_words, is_in_letters_of_another, primary
from accessibility_rules.rule import Impact, Rule

_BLOCKS = {"p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6"}
_PASSAGES = f"/html/body//*[{' or '.join(f'self::{tag}' for tag in sorted(_BLOCKS))} or @lang]"
_ENOUGH = 4  # function words
_ENOUGH_SAID = 3  # of one language and none of the one that the passage itself says
_CERTAIN = 7  # of one language and none of the other: not a name, a title or a quoted phrase


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the passages that are long enough to be recognised and are said to be in a language that is known here."""
    for passage in exposed(page, _PASSAGES):
        counts = _counts(passage)
        enough = _ENOUGH if passage.get("lang") is None else _ENOUGH_SAID
        is_enough = _declared(passage) in counts and sum(counts.values()) >= enough
        if is_enough or _is_in_other_letters(passage):
            yield passage


def expect(passage: HtmlElement) -> bool | None:
    """A sentence or two in another language may be a name or a quotation: then a person must look."""
    if _is_in_other_letters(passage):
        return False
    counts = _counts(passage)
    found = commonest(counts)
    if passage.get("lang") is not None and counts[found] == sum(counts.values()):
        return found == _declared(passage)
    if counts[found] < _ENOUGH * max(1, counts[_declared(passage)]):
        return True
    return False if counts[found] == sum(counts.values()) >= _CERTAIN else None


def _is_in_other_letters(passage: HtmlElement) -> bool:
    """Say whether *passage*, which says its own language, is in letters that this is not written in."""
    return is_in_letters_of_another(passage.get("lang", ""), texts(passage, skipped=_is_another))


def _declared(passage: HtmlElement) -> str:
    said = (node.get("lang") for node in (passage, *passage.iterancestors()))
    return primary(next((language for language in said if language is not None), ""))


@lru_cache(maxsize=1)  # asked twice of each passage
def _counts(passage: HtmlElement) -> dict[str, int]:
    return function_words(texts(passage, skipped=_is_another))


def _is_another(element: HtmlElement) -> bool:
    return is_hidden(element) or element.get("lang") is not None or element.tag in _BLOCKS


RULE = Rule(criterion="3.1.2", clause="9.3.1.2", impact=Impact.SERIOUS, act=("off6ek",), targets=targets, expect=expect)
