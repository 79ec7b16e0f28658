"""Every text that the bytes of a file may hold, whatever they are packed or written in.

The tables `ARCHIVES`, `CARRIERS`, `ENCODINGS`, `ESCAPES` and `STYLES` are from a name to a decoder, so that a test can switch
any one off and see a leak go by.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.redaction import search_index
from generator.redaction.escapes import ESCAPES, STYLES
from generator.redaction.file_types import (
    CONTROL,
    NULL,
    PAGEFIND,
    PDF,
    UNOPENED,
    is_opaque,
    is_plain_text,
    is_text,
    is_utf8,
    is_wide,
)
from generator.redaction.unpacking import ARCHIVES, CARRIERS, MAX_UNPACKED, UnreadableError

__all__ = ["ARCHIVES", "CARRIERS", "ENCODINGS", "ESCAPES", "STYLES", "UnreadableError", "plain", "texts", "texts_in"]

MAX_ARCHIVES, MAX_DEPTH = 2, 6
PAGE = ("tags", "entities")
WINDOW, OVERLAP, HEAD = 2**22, 2**14, 64
ROUNDS = 3  # entities of entities, and markup inside a feed
# Readable stretches of what is neither text nor a known container: a video, a font, a picture.
READABLE = re.compile(rb"(?:[\x20-\x7e\t\r\n]|\xc3[\x80-\xbf]){6,}+")
FINNISH = re.compile("[\x20-\x7e\t\r\n\xe4\xf6\xe5\xc4\xd6\xc5\xe9\xfc]{6,}+".encode("latin-1"))
LETTER = rb"[\x20-\x7e\xa0-\xff\t\r\n]"
WIDE = {"utf-16-le": re.compile(rb"(?:" + LETTER + rb"\x00){2,}"), "utf-16-be": re.compile(rb"(?:\x00" + LETTER + rb"){2,}")}
WIDEST = {
    "utf-32-le": re.compile(rb"(?:" + LETTER + rb"\x00\x00\x00){2,}"),
    "utf-32-be": re.compile(rb"(?:\x00\x00\x00" + LETTER + rb"){2,}"),
}


def texts(content: bytes) -> Iterator[str]:
    """Yield every text in the file *content* and in the files inside it.

    Raises:
        UnreadableError: a container does not open, or is of no known type.

    """
    yield from _of_file(content, 0)


def texts_in(file: Path) -> Iterator[str]:
    """Yield every text in *file*, of which no more than a window is in memory where it is a picture, sound or video.

    Raises:
        UnreadableError: as `texts`.
        OSError: it cannot be read.

    """
    size = file.stat().st_size
    with file.open("rb") as opened:
        if size > WINDOW and is_opaque(opened.peek(HEAD)):
            for start in range(0, size, WINDOW):
                opened.seek(start)
                yield from _texts_of_part(opened.read(WINDOW + OVERLAP), 0)
        elif size > MAX_UNPACKED:
            raise UnreadableError
        else:
            yield from texts(opened.read())


def _texts_of_part(content: bytes, depth: int) -> Iterator[str]:
    """Yield every text in *content*, which is a part of something that is known, and need be of no type itself.

    Raises:
        UnreadableError: a container in it does not open.

    """
    if depth > MAX_DEPTH:
        raise UnreadableError
    for unpack in CARRIERS.values():
        for part in unpack(content):
            if isinstance(part, bytes):
                yield from _of_any_part(part, depth + 1)
            else:
                yield from plain(part)
    for decode in ENCODINGS.values():
        for text in decode(content):
            yield from plain(text)


def _of_file(content: bytes, depth: int) -> Iterator[str]:
    if content.startswith(UNOPENED):
        raise UnreadableError
    if is_plain_text(content):
        yield from _texts_of_part(content, depth)
        return
    if content.startswith(PAGEFIND):
        for part in search_index.parts(content):
            yield from _of_file(part, depth + 1) if isinstance(part, bytes) else plain(part)
        return
    is_known = is_opaque(content) or is_text(content) or content.startswith(PDF)
    for unpack in ARCHIVES.values():
        for part in unpack(content):
            is_known = True
            if depth >= MAX_ARCHIVES:
                raise UnreadableError
            yield from _of_file(part, depth + 1) if isinstance(part, bytes) else plain(part)
    if not is_known:
        raise UnreadableError
    yield from _texts_of_part(content, depth)


def _of_any_part(content: bytes, depth: int) -> Iterator[str]:
    for unpack in () if is_plain_text(content) else ARCHIVES.values():
        for part in unpack(content):
            yield from _texts_of_part(part, depth + 1) if isinstance(part, bytes) else plain(part)
    yield from _texts_of_part(content, depth)


def plain(text: str) -> Iterator[str]:
    """Yield *text* as a reader sees it, without tags and entities, and once more for other escapes that it may hold."""
    seen = _unescaped(text, PAGE)
    yield seen
    if any(name not in PAGE and (unescape(text) != text or unescape(seen) != seen) for name, unescape in ESCAPES.items()):
        yield _unescaped(text, ESCAPES)
    for unescape in STYLES.values():
        if (styled := unescape(text)) != text:
            yield _unescaped(styled, PAGE)


def _unescaped(text: str, names: Iterable[str]) -> str:
    for _ in range(ROUNDS):
        before = text
        for name in names:
            if unescape := ESCAPES.get(name):
                text = unescape(text)
        if text == before:
            break
    return text


def _utf8(content: bytes) -> Iterator[str]:
    if is_utf8(content):
        yield content.decode("utf-8-sig")
    if CONTROL.search(content):
        yield b"\n".join(READABLE.findall(content)).decode("utf-8", errors="ignore")


def _latin1(content: bytes) -> Iterator[str]:
    if is_utf8(content):
        return
    if CONTROL.search(content):
        yield b"\n".join(FINNISH.findall(content)).decode("latin-1")
    else:
        yield content.decode("cp1252", errors="replace")


def _utf16(content: bytes) -> Iterator[str]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield content.decode("utf-16", errors="replace")
    elif is_wide(content):
        yield from (content.decode(encoding, errors="replace") for encoding in WIDE)
    elif NULL in content:
        yield from _stretches(content, WIDE)


def _utf32(content: bytes) -> Iterator[str]:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        yield content.decode("utf-32", errors="replace")
    elif NULL in content:
        yield from _stretches(content, WIDEST)


def _stretches(content: bytes, patterns: Mapping[str, re.Pattern[bytes]]) -> Iterator[str]:
    for encoding, pattern in patterns.items():
        yield " ".join(part.decode(encoding) for part in pattern.findall(content))


ENCODINGS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "utf-8": _utf8,
    "utf-16": _utf16,
    "utf-32": _utf32,
    "latin-1": _latin1,
}
