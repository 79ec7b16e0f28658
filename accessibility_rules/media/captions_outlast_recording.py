"""A caption begins when the recording has ended.

Why: it is never shown; the captions are those of another recording, or of this one before it was cut.
Remedy: put the right file in its place, or move the captions by what was cut from the beginning.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility_rules.captions_file import Captions, Cue
from accessibility_rules.rule import FileRule, Impact

_SLACK = 2.0  # seconds: containers round their length


@dataclass(frozen=True, kw_only=True)
class Last:
    """The caption that begins last, and when the recording ends."""

    cue: Cue
    ends: float

    @property
    def place(self) -> str:
        return self.cue.place


def targets(captions: Captions) -> Iterator[Last]:
    """Yield the last caption where the length of the recording is known."""
    if captions.timed and captions.seconds is not None:
        yield Last(cue=max(captions.timed, key=lambda cue: cue.start), ends=captions.seconds)


def expect(last: Last) -> bool:
    return last.cue.start <= last.ends + _SLACK


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, targets=targets, expect=expect)
