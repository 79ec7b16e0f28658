"""Captions have more than two lines.

Why: three lines cover the speaker's face and the slide, and are read only by who reads fast.
Remedy: divide them into captions of two lines, one after the other.
"""

from typing import Literal

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.media._crowding import captioned, seldom
from accessibility_rules.rule import FileRule, Impact, Norm

_LINES = 2


def expect(captions: Captions) -> Literal[True] | None:
    return seldom(captions, _is_tall)


def _is_tall(cue: Cue) -> bool:
    return len(cue.lines) > _LINES


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=captioned, expect=expect)
