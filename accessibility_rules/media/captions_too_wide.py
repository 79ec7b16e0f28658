"""Lines of captions are longer than fits on a narrow screen.

Why: a player breaks them where it likes, or lets them run out of the picture, more so when the text is enlarged.
Remedy: break lines where a phrase ends: 42 signs a line at most.
"""

from typing import Literal

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.media._crowding import captioned, seldom
from accessibility_rules.rule import FileRule, Impact, Norm

_LONGEST = 42  # signs a line: the most that guides on subtitling allow


def expect(captions: Captions) -> Literal[True] | None:
    return seldom(captions, _is_wide)


def _is_wide(cue: Cue) -> bool:
    return any(len(line) > _LONGEST for line in cue.lines)


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=captioned, expect=expect)
