"""Captions are in another language than their track says.

Why: a reader chooses them by language, and a braille display writes them by its rules.
Remedy: set `srclang` to the language of the captions, or put the right file in its place.
"""

from collections.abc import Iterator

from accessibility_rules.captions_file import Captions
from accessibility_rules.html._languages import commonest, function_words, primary
from accessibility_rules.rule import FileRule, Impact, Norm

_ENOUGH = 5  # function words
_MARGIN = 4  # times as many as of the declared language


def targets(captions: Captions) -> Iterator[Captions]:
    if primary(captions.language) and captions.timed:
        yield captions


def expect(captions: Captions) -> bool | None:
    """What is short, or in a language that is not known here, is for a person."""
    counts = function_words(line for cue in captions.timed for line in cue.lines)
    declared, found = primary(captions.language), commonest(counts)
    if found == declared and counts[found]:
        return True
    if counts[found] < _ENOUGH or declared not in counts:
        return None
    return False if counts[found] >= _MARGIN * max(1, counts[declared]) else None


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, norm=Norm.POLICY, targets=targets, expect=expect)
