"""Whether the sound of a video says what its picture shows has to be asked of a person, once for each recording.

Why: slides, maps and hands raised in a vote are silent; who does not see learns of them from the sound or not at all.
Remedy: watch it; where the picture says more than the sound, add a version with audio description, or have speakers say it.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._recordings import has_description, recordings
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from recordings(page, "self::video")


def expect(video: HtmlElement) -> Literal[True] | None:
    """Nothing but a version with audio description answers it."""
    return True if has_description(video) else None


RULE = Rule(criterion="1.2.5", clause="9.1.2.5", impact=Impact.SERIOUS, act=("1ec09b",), targets=targets, expect=expect)
