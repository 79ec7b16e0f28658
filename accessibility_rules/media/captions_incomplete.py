"""Captions do not cover the meeting: they end before the last item begins, or long before the recording ends.

Why: a file that was cut off in the making looks whole until somebody needs its end.
Remedy: make the captions of the rest; where nothing is said any more, let a last caption say so ("[kokous päättyi]").
"""

from collections.abc import Iterator

from accessibility_rules.captions_file import Captions
from accessibility_rules.rule import FileRule, Impact

_LONG = 300  # seconds without a caption at the beginning or at the end


def targets(captions: Captions) -> Iterator[Captions]:
    """Yield captions of a recording whose length, or whose items' moments, are known."""
    if captions.timed and (captions.seconds is not None or captions.moments):
        yield captions


def expect(captions: Captions) -> bool | None:
    """Silence before and after a meeting may be as long: a person must listen."""
    first, last = min(cue.start for cue in captions.timed), max(cue.end for cue in captions.timed)
    if captions.moments and last <= max(captions.moments):
        return False
    ends = last if captions.seconds is None else captions.seconds
    return True if first <= _LONG and ends - last <= _LONG else None


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, targets=targets, expect=expect)
