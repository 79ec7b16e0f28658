"""How long a recording is, as its container says: WebM (RFC 9559) and MP4 (ISO/IEC 14496-12)."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

SEGMENT, INFO, CLUSTER = 0x18538067, 0x1549A966, 0x1F43B675
TIMESTAMP_SCALE, DURATION = 0x2AD7B1, 0x4489
NANOSECONDS = 1_000_000_000
DEFAULT_SCALE = 1_000_000
# What is asked for stands before the pictures; a file with more parts than this before them is not looked through.
MAX_PARTS = 1_000
MAX_INFO = 2**16


class Part(NamedTuple):
    """An element of WebM or a box of MP4: what it is, and where its content starts and how long that is."""

    kind: int | bytes
    start: int
    size: int


def seconds(path: Path) -> float | None:
    """Return the length of the recording in *path*, or None where the file does not tell."""
    try:
        with path.open("rb") as stream:
            if path.suffix.casefold() == ".webm":
                return _of_webm(stream)
            return _of_mp4(stream) if path.suffix.casefold() == ".mp4" else None
    except (OSError, EOFError, struct.error, ValueError):
        return None


def _of_webm(stream: BinaryIO) -> float | None:
    size = stream.seek(0, 2)
    segment = _first(_elements(stream, 0, size), SEGMENT)
    info = segment and _first(_elements(stream, segment.start, size), INFO)
    if not info or info.size > MAX_INFO:
        return None
    told = {part.kind: _content(stream, part) for part in _elements(stream, info.start, info.start + info.size)}
    if DURATION not in told:
        return None
    scale = int.from_bytes(told[TIMESTAMP_SCALE], "big") if TIMESTAMP_SCALE in told else DEFAULT_SCALE
    (length,) = struct.unpack(">f" if len(told[DURATION]) == struct.calcsize("f") else ">d", told[DURATION])
    return float(length) * scale / NANOSECONDS or None


def _of_mp4(stream: BinaryIO) -> float | None:
    movie = _first(_boxes(stream, 0, stream.seek(0, 2)), b"moov")
    header = movie and _first(_boxes(stream, movie.start, movie.start + movie.size), b"mvhd")
    if not header:
        return None
    content = _content(stream, header)
    # Version 1 has times of 64 bits; before the scale stand the times of making and of change.
    scale, length = struct.unpack_from(">IQ", content, 20) if content[0] else struct.unpack_from(">II", content, 12)
    return length / scale if scale and length else None


def _first(parts: Iterator[Part], kind: int | bytes) -> Part | None:
    return next((part for _, part in zip(range(MAX_PARTS), parts, strict=False) if part.kind == kind), None)


def _elements(stream: BinaryIO, start: int, end: int) -> Iterator[Part]:
    """Yield the elements of WebM between *start* and *end*, up to the first pictures."""
    kind = 0
    while start < end and kind != CLUSTER:
        stream.seek(start)
        kind, _ = _number(stream)
        written, width = _number(stream)
        part = Part(kind, stream.tell(), written ^ (1 << 7 * width))
        yield part
        start = part.start + part.size


def _number(stream: BinaryIO) -> tuple[int, int]:
    """Return the number that stands next, with the mark of its length in it, and how many bytes it takes."""
    (first,) = stream.read(1)
    width = 9 - int(first).bit_length()
    return int.from_bytes(bytes([first]) + stream.read(width - 1), "big"), width


def _boxes(stream: BinaryIO, start: int, end: int) -> Iterator[Part]:
    """Yield the boxes of MP4 between *start* and *end*."""
    while start < end:
        stream.seek(start)
        size, kind = struct.unpack(">I4s", stream.read(8))
        if size == 1:
            (size,) = struct.unpack(">Q", stream.read(8))
        size = size or end - start
        if size < stream.tell() - start:
            raise ValueError("a box is smaller than its own head")
        yield Part(kind, stream.tell(), start + size - stream.tell())
        start += size


def _content(stream: BinaryIO, part: Part) -> bytes:
    stream.seek(part.start)
    return stream.read(min(part.size, MAX_INFO))
