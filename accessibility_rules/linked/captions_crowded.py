"""Captions hold more than a reader has time for.

Why: captions of a council meeting come from speech recognition in lumps; the eye needs a second for some fifteen signs.
Remedy: divide them: two lines at most, 42 signs a line, 20 signs a second.
"""

from lxml.html import HtmlElement

from accessibility_rules.linked._captions import Cue, cues, tracks
from accessibility_rules.rule import Impact, LinkedRule, LookUp, Norm

# The limits that guides on subtitling share; above these, not even practised readers keep up.
_FASTEST = 21  # signs a second
_LINES = 2
_LONGEST = 42  # signs a line
_OFTEN = 0.1  # of all captions


def expect(track: HtmlElement, look_up: LookUp) -> bool | None:
    """One in ten that is crowded is for a person: a name or a number may need it."""
    captions = cues(track, look_up)
    if not captions:
        return None
    return None if sum(map(_is_crowded, captions)) > _OFTEN * len(captions) else True


def _is_crowded(cue: Cue) -> bool:
    signs = sum(map(len, cue.lines))
    is_wide = len(cue.lines) > _LINES or any(len(line) > _LONGEST for line in cue.lines)
    return is_wide or signs > _FASTEST * max(cue.end - cue.start, 0.1)


RULE = LinkedRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=tracks, expect=expect)
