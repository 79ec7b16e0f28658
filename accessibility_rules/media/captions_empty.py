"""A caption has no text.

Why: what is said meanwhile is not shown, and nobody sees that something is missing.
Remedy: write what is said, or the sound that matters ("[kellonsoitto]"); take the caption out where nothing is heard.
"""

from collections.abc import Iterator

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.rule import FileRule, Impact, Norm


def targets(captions: Captions) -> Iterator[Cue]:
    yield from captions.timed


def expect(cue: Cue) -> bool:
    return bool(cue.lines)


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
