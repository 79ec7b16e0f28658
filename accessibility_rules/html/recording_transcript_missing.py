"""A recording stands on a page without any text that could be its transcript.

Why: who neither sees nor hears reads by fingers; for them the recording is its transcript or nothing; level AAA.
Remedy: put the transcript on the page, or a link to it right after the recording.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._recordings import has_transcript, has_words_beside, recordings
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from recordings(page, "self::video")


def expect(video: HtmlElement) -> bool | None:
    """Whether a text that is not called a transcript is one is for a person."""
    if has_transcript(video):
        return True
    return None if has_words_beside(video) else False


RULE = Rule(criterion="1.2.8", clause="9.5", impact=Impact.SERIOUS, act=("1a02b0",), targets=targets, expect=expect)
