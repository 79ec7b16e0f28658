"""A caption track does not say which language it is in.

Why: a player lists captions by language; a track without one cannot be chosen, nor read to a braille display by its rules.
Remedy: give the `track` a `srclang`, and a `label` in that language where there are several: "Suomi", "Svenska".
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Norm, Rule

# HTML 4.8.11.11: without a kind that the browser knows, a track is subtitles. libxml2 puts a second track inside the first.
_TRACKS = "descendant::track[not(@kind='chapters' or @kind='metadata' or @kind='descriptions')]"
_MEDIA = "ancestor::*[self::video or self::audio][1]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, f"//*[self::video or self::audio]/{_TRACKS}")


def expect(track: HtmlElement) -> bool | None:
    """Without labels, several tracks in one language cannot be told apart; a browser may name them: a person must look."""
    if not track.get("srclang", "").strip():
        return False
    return None if sum(_same(other, track) for other in track.xpath(f"{_MEDIA}/{_TRACKS}")) > 1 else True


def _same(one: HtmlElement, other: HtmlElement) -> bool:
    shown = ("kind", "srclang", "label")
    return [one.get(name) for name in shown] == [other.get(name) for name in shown]


RULE = Rule(criterion="1.2.2", clause="9.1.2.2", impact=Impact.SERIOUS, norm=Norm.POLICY, targets=targets, expect=expect)
