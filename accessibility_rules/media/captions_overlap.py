"""A caption begins before the one before it has ended.

Why: the two stand on top of each other and cover the picture; from speech recognition they are mostly the same words twice.
Remedy: end the first where the second begins; where two people speak at once, write both into one caption, each with a dash.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from accessibility_rules.captions_file import Captions
from accessibility_rules.media.captions_out_of_order import Pair
from accessibility_rules.rule import FileRule, Impact, Norm


def targets(captions: Captions) -> Iterator[Pair]:
    in_order = sorted(captions.timed, key=lambda cue: (cue.start, cue.end))
    yield from (Pair(above=above, cue=cue) for above, cue in pairwise(in_order))


def expect(pair: Pair) -> Literal[True] | None:
    """Two people may speak at once: a person must look."""
    return True if pair.above.end <= pair.cue.start else None


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
