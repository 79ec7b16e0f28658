"""Captions are in another language than their track says.

Why: a reader chooses them by language, and a braille display writes them by its rules.
Remedy: set `srclang` to the language of the captions, or put the right file in its place.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._languages import commonest, function_words, primary
from accessibility_rules.linked._captions import cues, tracks
from accessibility_rules.rule import Impact, LinkedRule, LookUp, Norm

_ENOUGH = 5  # function words
_MARGIN = 4  # times as many as of the declared language


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (track for track in tracks(page) if primary(track.get("srclang", "")))


def expect(track: HtmlElement, look_up: LookUp) -> bool | None:
    """What is short, on another site, or in a language that is not known here is for a person."""
    captions = cues(track, look_up)
    counts = function_words(line for cue in captions or () for line in cue.lines)
    declared, found = primary(track.get("srclang", "")), commonest(counts)
    if found == declared and counts[found]:
        return True
    if counts[found] < _ENOUGH or declared not in counts:
        return None
    return False if counts[found] >= _MARGIN * max(1, counts[declared]) else None


RULE = LinkedRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, norm=Norm.POLICY, targets=targets, expect=expect)
