"""A caption file cannot be read as WebVTT, has no captions, or its times contradict each other.

Why: a player leaves out what it cannot read, without a word; readers of captions do not learn that something is missing.
Remedy: correct the file: `WEBVTT` at the top, each caption with a start before its end, all in the order of time.
"""

from itertools import pairwise

from lxml.html import HtmlElement

from accessibility_rules.linked._captions import cues, tracks
from accessibility_rules.rule import Impact, LinkedRule, LookUp


def expect(track: HtmlElement, look_up: LookUp) -> bool | None:
    """What is on another site, or overlaps (two speakers at once), is for a person."""
    captions = cues(track, look_up)
    if captions is None:
        return None
    if not captions or any(cue.end <= cue.start or not cue.lines for cue in captions):
        return False
    if any(later.start < earlier.start for earlier, later in pairwise(captions)):
        return False
    return None if any(later.start < earlier.end for earlier, later in pairwise(captions)) else True


RULE = LinkedRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, targets=tracks, expect=expect)
