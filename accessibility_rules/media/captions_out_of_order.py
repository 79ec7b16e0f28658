"""A caption begins before the one that stands above it in the file.

Why: WebVTT asks for the order of time; a player that reads on as it plays shows the caption too late or never.
Remedy: put the captions into the order in which they begin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.rule import FileRule, Impact


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A caption and the one above it."""

    above: Cue
    cue: Cue

    @property
    def place(self) -> str:
        return self.cue.place


def targets(captions: Captions) -> Iterator[Pair]:
    yield from (Pair(above=above, cue=cue) for above, cue in pairwise(captions.timed))


def expect(pair: Pair) -> bool:
    return pair.above.start <= pair.cue.start


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.MODERATE, targets=targets, expect=expect)
