"""What the bytes of a file are packed in, unpacked: archives, which hold files, and carriers, which hold bytes or texts.

An archive that does not open is an error, since nobody can say what it holds. Both tables are there to be tested one by one.
"""

import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache

import brotli

from generator.redaction.file_types import GZIP, NULL, PDF, PNG, ZIP, is_plain_text
from generator.redaction.pdf import UnpublishableError, insides, page_texts
from generator.redaction.pdf_strings import old_streams, painted_strings

Part = bytes | str
MAX_UNPACKED = 500 * 2**20
ZLIB_HEAD = 2
BROTLI_WINDOW = 2**16
GZIP_WINDOW = 16 + zlib.MAX_WBITS
ZIP_END = b"PK\x05\x06"
# A personal identity code has eleven bytes: fifteen characters of base64, without padding, and 22 digits of hex.
SHORTEST_BASE64, SHORTEST_LINE, SHORTEST_HEX = 15, 57, 22
# Everything else becomes a space: a table is ten times as fast as a pattern, and nearly all pages are spared the patterns.
BASE64_ONLY = bytes(n if chr(n).isascii() and (chr(n).isalnum() or chr(n) in "+/-_") else 32 for n in range(256))
LINES = re.compile(rb"(?:[A-Za-z0-9+/]{57,76}\r?\n)+[A-Za-z0-9+/]+")  # lines of mail have 76 characters, of keys 64
HEX_ONLY = re.compile(rb"[0-9a-fA-F]{22,}+")
HEX_SHAPE = bytes(104 if chr(n) in "0123456789abcdefABCDEF" else 32 if chr(n) in " :,\r\n" else 120 for n in range(256))
SPACED_HEX = re.compile(rb"(?:\b[0-9a-fA-F]{2}[ :,\r\n]{1,2}){10,}+[0-9a-fA-F]{2}\b")
NOT_HEX = re.compile(rb"[^0-9a-fA-F]+")
URL_SAFE = bytes.maketrans(b"-_", b"+/")
PNG_TEXT = frozenset({b"tEXt", b"zTXt", b"iTXt", b"iCCP"})


class UnreadableError(Exception):
    """A container does not open, or a file is of no known type, so nobody can say what it holds."""


def _unzipped(content: bytes) -> Iterator[Part]:
    """Yield names, comments and members of a zip, also of one behind something else."""
    if not content.startswith(ZIP) and ZIP_END not in content:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise UnreadableError
            yield archive.comment.decode("utf-8", errors="replace")
            for member in archive.infolist():
                yield f"{member.filename} {member.comment.decode('utf-8', errors='replace')}"
                yield archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
        raise UnreadableError from error  # RuntimeError is how zipfile says that a password is needed


def _gunzipped(content: bytes) -> Iterator[Part]:
    while content.startswith(GZIP):
        part, content = _inflated(content, GZIP_WINDOW)
        yield part
        if content and not content.startswith(GZIP):
            yield content  # what stands behind the end is a file too


def _unbrotlied(content: bytes) -> Iterator[Part]:
    # Brotli has no mark of its own: a stream is what opens as one, to its last byte.
    decoder, parts, size = brotli.Decompressor(), [], 0
    try:
        for start in range(0, len(content), BROTLI_WINDOW):
            parts.append(decoder.process(content[start : start + BROTLI_WINDOW]))
            size += len(parts[-1])
            if size > MAX_UNPACKED:
                raise UnreadableError
    except brotli.error:
        return
    if decoder.is_finished():
        yield b"".join(parts)


def _zlib_inflated(content: bytes) -> Iterator[Part]:
    if _is_zlib(content):
        yield from _if_whole(content, zlib.MAX_WBITS)


def _raw_inflated(content: bytes) -> Iterator[Part]:
    yield from _if_whole(content, -zlib.MAX_WBITS)


def _if_whole(content: bytes, window: int) -> Iterator[bytes]:
    try:
        part, rest = _inflated(content, window)
    except UnreadableError:
        return
    if part and not rest:
        yield part


def _inflated(content: bytes, window: int) -> tuple[bytes, bytes]:
    unpacked = zlib.decompressobj(window)
    try:
        part = unpacked.decompress(content, MAX_UNPACKED)
    except zlib.error as error:
        raise UnreadableError from error
    if not unpacked.eof:
        raise UnreadableError
    return part, unpacked.unused_data


def _is_zlib(content: bytes) -> bool:
    """Tell whether *content* begins as RFC 1950 says."""
    return (
        len(content) > ZLIB_HEAD and content[0] & 15 == zlib.DEFLATED and int.from_bytes(content[:ZLIB_HEAD], "big") % 31 == 0
    )


def _pdf(content: bytes) -> Iterator[Part]:
    if not content.startswith(PDF):
        return
    try:
        parts = insides(content)
        yield from parts
        yield from page_texts(content)
    except UnpublishableError as error:
        raise UnreadableError from error
    yield from (painted_strings(part) for part in parts if isinstance(part, bytes))


def _pdf_old_streams(content: bytes) -> Iterator[Part]:
    if content.startswith(PDF):
        yield from old_streams(content)


def _png(content: bytes) -> Iterator[Part]:
    """Yield the texts of a PNG that are packed (W3C PNG, 11.3.3), and what stands behind its end."""
    if not content.startswith(PNG):
        return
    place = len(PNG)
    while place + 12 <= len(content):
        length, kind = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        chunk = content[place + 8 : place + 8 + length]
        if kind in PNG_TEXT:
            yield chunk
            for start in (found.end() for found in re.finditer(rb"\0+", chunk)):
                yield from _if_whole(chunk[start:], zlib.MAX_WBITS)
        place += 12 + length


def _base64(content: bytes) -> Iterator[Part]:
    found = {word for word in content.translate(BASE64_ONLY).split() if len(word) >= SHORTEST_BASE64}
    if any(len(word) >= SHORTEST_LINE for word in found):
        found = {*found, *(lines.translate(None, b"\r\n") for lines in LINES.findall(content))}
    yield from (part for word in sorted(found) if (part := _of_base64(word)) is not None)


def _hex(content: bytes) -> Iterator[Part]:
    if b"h" * SHORTEST_HEX in content.translate(HEX_SHAPE):
        parts = (bytes.fromhex(found[: len(found) // 2 * 2].decode("ascii")) for found in HEX_ONLY.findall(content))
        yield from filter(_is_telling, parts)


def _spaced_hex(content: bytes) -> Iterator[Part]:
    if b"hh hh hh hh hh " in content.translate(HEX_SHAPE).replace(b"  ", b" "):
        for found in SPACED_HEX.findall(content):
            yield bytes.fromhex(NOT_HEX.sub(b"", found).decode("ascii"))


@lru_cache(maxsize=4096)  # the same names of styles and the same long words stand on every page
def _of_base64(word: bytes) -> bytes | None:
    part = binascii.a2b_base64(word[: len(word) - (len(word) % 4 == 1)].translate(URL_SAFE) + b"==")
    return part if _is_telling(part) else None


def _is_telling(part: bytes) -> bool:
    """Tell whether *part* is more than noise: most words and all digests are noise when they are read as base64 or hex."""
    if part.startswith((GZIP, ZIP, PDF)) or _is_zlib(part) or part.count(NULL) * 4 >= len(part):
        return True
    return is_plain_text(part)


# What any of these opens is no plain text: that is not tried.
ARCHIVES: dict[str, Callable[[bytes], Iterator[Part]]] = {
    "gzip": _gunzipped,
    "zip": _unzipped,
    "zlib": _zlib_inflated,
    "brotli": _unbrotlied,
    "deflate": _raw_inflated,
}
CARRIERS: dict[str, Callable[[bytes], Iterator[Part]]] = {
    "pdf": _pdf,
    "pdf_old_streams": _pdf_old_streams,
    "png": _png,
    "base64": _base64,
    "hex": _hex,
    "spaced_hex": _spaced_hex,
}
