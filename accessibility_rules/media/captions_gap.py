"""Nothing is captioned for a minute or more in the middle of a recording.

Why: a pause, or a speaker who was left out: who does not hear cannot tell which.
Remedy: listen to it; write what is said, or "[tauko]" where the meeting has a break.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Literal

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.media.captions_out_of_order import Pair
from accessibility_rules.rule import FileRule, Impact

_LONG = 60  # seconds


def targets(captions: Captions) -> Iterator[Pair]:
    in_order = sorted(captions.timed, key=lambda cue: (cue.start, cue.end))
    latest = accumulate(in_order, _longer)
    yield from (Pair(above=before, cue=cue) for before, (_, cue) in zip(latest, pairwise(in_order), strict=False))


def expect(pair: Pair) -> Literal[True] | None:
    """A vote or a break may take as long: a person must listen."""
    return True if _pause(pair.above, pair.cue) < _LONG else None


def _longer(one: Cue, other: Cue) -> Cue:
    return max(one, other, key=lambda cue: cue.end)


def _pause(above: Cue, cue: Cue) -> float:
    return cue.start - above.end


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, targets=targets, expect=expect)
