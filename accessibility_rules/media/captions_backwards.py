"""A caption ends before it begins, or when it begins.

Why: a player never shows it.
Remedy: correct its times in the file of captions.
"""

from collections.abc import Iterator

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.rule import FileRule, Impact


def targets(captions: Captions) -> Iterator[Cue]:
    yield from captions.timed


def expect(cue: Cue) -> bool:
    return cue.start < cue.end


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, targets=targets, expect=expect)
