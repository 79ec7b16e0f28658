"""A sound recording stands on a page without any text that could say the same.

Why: who does not hear has nothing; a meeting that was only recorded in sound is closed to them.
Remedy: put the transcript on the page, or a link to it right after the player.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._recordings import has_transcript, has_words_beside, recordings
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from recordings(page, "self::audio")


def expect(audio: HtmlElement) -> bool | None:
    """Whether a text that is not called a transcript is one is for a person."""
    if has_transcript(audio):
        return True
    return None if has_words_beside(audio) else False


RULE = Rule(criterion="1.2.1", clause="9.1.2.1", impact=Impact.CRITICAL, act=("e7aa44",), targets=targets, expect=expect)
