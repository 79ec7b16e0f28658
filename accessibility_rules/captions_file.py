"""A file of captions as the rules see it: WebVTT, read leniently, so that what is wrong in it can be told.

W3C, WebVTT (file structure). Libraries that read it for playing leave out what they cannot read, without a word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>]*>")
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)")
_HEAD = re.compile(r"WEBVTT(?:[ \t\n]|$)")


@dataclass(frozen=True, kw_only=True)
class Cue:
    """One caption, its times in seconds; without *is_timed* they could not be read, and a player leaves the caption out."""

    start: float
    end: float
    lines: tuple[str, ...]
    is_timed: bool = True

    @property
    def place(self) -> str:
        """The fragment that plays a recording from here (W3C, Media Fragments URI 1.0)."""
        return f"#t={self.start:g}" if self.is_timed else ""

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, kw_only=True)
class Captions:
    """The captions of one recording, as a page offers them.

    *is_webvtt* is None where the file is on another site. *language* is what the page says of them, *seconds* the length of
    the recording where it is known, *moments* the seconds from which pages play it.
    """

    is_webvtt: bool | None
    cues: tuple[Cue, ...] = ()
    language: str = ""
    seconds: float | None = None
    moments: tuple[float, ...] = ()

    @property
    def place(self) -> str:
        return ""

    @property
    def timed(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues if cue.is_timed)


def read_captions(
    file: bytes | None, *, language: str = "", seconds: float | None = None, moments: Iterable[float] = ()
) -> Captions:
    """Return the captions in *file*: those of another site, where it is None."""
    text = None if file is None else _text(file)
    cues = () if not text else tuple(_cues(text))
    is_webvtt = None if file is None else text is not None
    return Captions(is_webvtt=is_webvtt, cues=cues, language=language, seconds=seconds, moments=tuple(moments))


def _text(file: bytes) -> str | None:
    """Return the text of *file*, or None when it is no WebVTT."""
    try:
        text = file.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
    return text if _HEAD.match(text) else None


def _cues(text: str) -> Iterator[Cue]:
    _, *blocks = re.split(r"\n{2,}", text.strip("\n"))
    yield from (_cue(block.split("\n")) for block in blocks if block.strip() and not _NO_CUE.match(block))


def _cue(lines: list[str]) -> Cue:
    at = 0 if "-->" in lines[0] else 1
    match = _TIMES.fullmatch(lines[at]) if at < len(lines) else None
    if match is None:
        return Cue(start=0, end=0, lines=(), is_timed=False)
    shown = (_TAG.sub("", line).strip() for line in lines[at + 1 :])
    return Cue(start=_seconds(match.groups()[:4]), end=_seconds(match.groups()[4:]), lines=tuple(filter(None, shown)))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
