"""Captions go faster than the eye can follow.

Why: captions of a council meeting come from speech recognition in lumps; the eye needs a second for some fifteen signs.
Remedy: give each caption more time, or shorten it: twenty signs a second at most.
"""

from typing import Literal

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.media._crowding import captioned, seldom
from accessibility_rules.rule import FileRule, Impact, Norm

_FASTEST = 21  # signs a second: the most that guides on subtitling allow


def expect(captions: Captions) -> Literal[True] | None:
    return seldom(captions, _is_fast)


def _is_fast(cue: Cue) -> bool:
    return sum(map(len, cue.lines)) > _FASTEST * cue.seconds


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=captioned, expect=expect)
