"""Captions: WebVTT or SRT in, a caption track of the model out."""

import codecs
import html

import pysubs2

from generator.errors import ExportError
from generator.model.attachment import CaptionTrack, Cue

MAX_CAPTIONS = 20 * 2**20


def read(content: bytes, *, language: str, where: str) -> CaptionTrack:
    """Return the cues of *content* in order of time; markup inside a cue is dropped, line breaks stay.

    Raises:
        ExportError: the file is not UTF-8 text, is no captions, has no cue, or a cue ends before it starts.
    """
    if len(content) > MAX_CAPTIONS:
        raise ExportError("media.captions_too_large", where=where)
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        subtitles = pysubs2.SSAFile.from_string(text, format_="vtt" if text.startswith("WEBVTT") else "srt")
    except (UnicodeDecodeError, pysubs2.exceptions.Pysubs2Error, ValueError) as error:
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
