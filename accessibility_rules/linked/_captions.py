"""Caption tracks of a page, and their files read as WebVTT (W3C, WebVTT: file structure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import LookUp

# HTML 4.8.11.11: without a kind that the browser knows, a track is subtitles.
_TRACKS = "//*[self::video or self::audio]//track[@src][not(@kind='chapters' or @kind='metadata' or @kind='descriptions')]"
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>]*>")
_NO_CUE = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, kw_only=True)
class Cue:
    """One caption, its times in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def tracks(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield each caption track, once for each file."""
    seen = set()
    for track in exposed(page, _TRACKS):
        if track.get("src") not in seen:
            seen.add(track.get("src"))
            yield track


def cues(track: HtmlElement, look_up: LookUp) -> tuple[Cue, ...] | None:
    """Return the captions of *track*; nothing when the file is no WebVTT, None when it is on another site."""
    file = look_up(str(track.get("src")))
    if file is None:
        return None
    try:
        text = file.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return ()
    head, *blocks = re.split(r"\n{2,}", text.strip("\n"))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        return ()
    return tuple(_cue(block) for block in blocks if not block.startswith(_NO_CUE))


def _cue(block: str) -> Cue:
    lines = block.split("\n")
    at = 0 if "-->" in lines[0] else 1
    match = _TIMES.fullmatch(lines[at]) if at < len(lines) else None
    if match is None:
        return Cue(start=0, end=0, lines=())  # its time cannot be read: a player leaves it out
    shown = [_TAG.sub("", line).strip() for line in lines[at + 1 :]]
    return Cue(start=_seconds(match.groups()[:4]), end=_seconds(match.groups()[4:]), lines=tuple(filter(None, shown)))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
