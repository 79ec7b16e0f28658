"""A file of captions is no WebVTT, has no caption, or a part of it that a player cannot read.

Why: a player leaves out what it cannot read, without a word; readers of captions do not learn that something is missing.
Remedy: correct the file: UTF-8, `WEBVTT` at the top, each caption with its times in a line above it, none blank in between.
"""

from collections.abc import Iterator

from accessibility_rules.captions_file import Captions
from accessibility_rules.rule import FileRule, Impact


def targets(captions: Captions) -> Iterator[Captions]:
    yield captions


def expect(captions: Captions) -> bool | None:
    """What is on another site is for a person."""
    if captions.is_webvtt is None:
        return None
    return captions.is_webvtt and bool(captions.cues) and all(cue.is_timed for cue in captions.cues)


RULE = FileRule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.CRITICAL, targets=targets, expect=expect)
