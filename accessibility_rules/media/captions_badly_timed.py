"""Captions flash by, or stand so long that nobody knows whether something is still said.

Why: what is shown for less than half a second is not seen; what stands for more than ten is read twice.
Remedy: join captions that flash by to the next; end a caption when its words have been said.
"""

from typing import Literal

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.media._crowding import captioned, seldom
from accessibility_rules.rule import FileRule, Impact, Norm

# Guides on subtitling say one to six or seven seconds; these are the bounds beyond which it is no matter of taste.
_SHORTEST, _LONGEST = 0.5, 10  # seconds


def expect(captions: Captions) -> Literal[True] | None:
    return seldom(captions, _is_badly_timed)


def _is_badly_timed(cue: Cue) -> bool:
    return not _SHORTEST <= cue.seconds <= _LONGEST


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=captioned, expect=expect)
