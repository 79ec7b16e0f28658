"""Captions: WebVTT or SRT in, a caption track of the model out."""

import codecs
import html
import re

import pysubs2

from generator.errors import ExportError
from generator.model.attachment import CaptionTrack, Cue

BLANK_LINE = re.compile(r"\n{2,}")
CUE = re.compile(r"^[^\n]*-->.*", re.DOTALL | re.MULTILINE)


def text_of(content: bytes, where: str) -> str:
    """Return the text of a file of captions.

    Raises:
        ExportError: the file is not UTF-8 text.
    """
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ExportError("media.captions_unreadable", where=where) from error


def _cues_of(text: str) -> str:
    """Return the cues of a WebVTT file, each from its times on: remarks (NOTE), styles and ids are no part of what is said.

    pysubs2 takes whatever stands between two cues for the text of the first.
    """
    blocks = BLANK_LINE.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n\n".join(["WEBVTT", *(found[0] for block in blocks if (found := CUE.search(block)))]) + "\n"


def read(content: bytes, *, language: str, where: str) -> CaptionTrack:
    """Return the cues of *content* in order of time; markup inside a cue is dropped, line breaks stay.

    Raises:
        ExportError: the file is not UTF-8 text, is no captions, has no cue, or a cue ends before it starts.
    """
    text = text_of(content, where)
    try:
        is_vtt = text.startswith("WEBVTT")
        subtitles = pysubs2.SSAFile.from_string(_cues_of(text) if is_vtt else text, format_="vtt" if is_vtt else "srt")
    except (pysubs2.exceptions.Pysubs2Error, ValueError) as error:
        raise ExportError("media.captions_unreadable", where=where) from error
    cues = tuple(
        Cue(start=event.start, end=event.end, text=plain)
        for event in sorted(subtitles.events, key=lambda event: (event.start, event.end))
        if (plain := html.unescape(event.plaintext).strip())
    )
    if not cues:
        raise ExportError("media.captions_empty", where=where)
    if any(cue.end <= cue.start for cue in cues):
        raise ExportError("media.captions_backwards", where=where)
    return CaptionTrack(language=language, cues=cues)
