"""Captions (.vtt): what is said, without notes, styles, names of cues and tags (W3C WebVTT)."""

import html
import re

from generator.attachments.format import Format
from generator.attachments.plain import decoded, is_text, published
from generator.attachments.writing import add_paragraph, as_blocks, body
from generator.model.attachment import Reading

TIME = r"(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}"
TIMING = re.compile(rf"[ \t]*({TIME})[ \t]+-->[ \t]+({TIME})(?:[ \t].*)?")
TAG = re.compile(r"<[^>]*>")
SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")


def _is_one(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") and is_text(content)


def _read(content: bytes, language: str) -> Reading:
    cues = [cue for block in re.split(r"\n{2,}", decoded(content)) if (cue := _cue(block.split("\n")))]
    source = body()
    for _, said in cues:
        add_paragraph(source, said)
    blocks, own = as_blocks(source, language)
    # A timing keeps nothing but its two times, and a cue nothing but its words.
    written = "\n".join(("WEBVTT\n", *(f"{timing}\n{html.escape(said, quote=False)}\n" for timing, said in cues)))
    return Reading(blocks=blocks, language=own, copy=published(written))


def _cue(lines: list[str]) -> tuple[str, str] | None:
    """Return the times and the words of a block; None for a note, a style or the head of the file."""
    for place, line in enumerate(lines[:2]):
        timing = TIMING.fullmatch(line)
        if timing:
            said = (_plain(each) for each in lines[place + 1 :])
            return f"{timing[1]} --> {timing[2]}", "\n".join(each for each in said if each)
    return None


def _plain(line: str) -> str:
    named = SPEAKER.sub(lambda found: f"{found[1]}: ", line)
    return html.unescape(TAG.sub("", named)).strip()


FORMAT = Format(endings={".vtt": "text/vtt"}, is_one=_is_one, read=_read)
