"""Every text that the bytes of a file may hold, whatever they are packed or written in.

Three tables from a name to a decoder, so that a test can switch any one off and see a leak go by.
"""

import binascii
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from generator.redaction.pdf import UnpublishableError, insides, pages

MAX_DEPTH = 4
MAX_UNPACKED = 500 * 2**20
GZIP, ZIP, PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF-"
GZIP_WINDOW = 16 + zlib.MAX_WBITS
BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
# Readable stretches of what is neither text nor a known container: a video, a font, a picture.
READABLE = re.compile(rb"(?:[\x20-\x7e\t\r\n]|\xc3[\x80-\xbf]){6,}")
WIDE = (re.compile(rb"(?:[\x20-\x7e\xa0-\xff\t\r\n]\x00){2,}"), re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff\t\r\n]){2,}"))
JSON_ESCAPE = re.compile(r'(?:\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt]))+')
TAG = re.compile(r"<[^<>]*>")
# These stand inside a word or a sentence; every other tag parts words.
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


class UnreadableError(Exception):
    """A container does not open, so nobody can say what it holds."""


def texts(content: bytes, depth: int = 0) -> Iterator[str]:
    """Yield every text in *content* and in the containers inside it.

    Raises:
        UnreadableError: a container does not open.

    """
    if depth > MAX_DEPTH:
        raise UnreadableError
    for unpack in CONTAINERS.values():
        for part in unpack(content):
            yield from (plain(part),) if isinstance(part, str) else texts(part, depth + 1)
    for decode in ENCODINGS.values():
        for text in decode(content):
            yield plain(text)


def plain(text: str) -> str:
    """Return *text* without escapes and tags."""
    for unescape in ESCAPES.values():
        text = unescape(text)
    return text


def _gzip(content: bytes) -> Iterator[bytes]:
    if not content.startswith(GZIP):
        return
    try:
        unpacked = zlib.decompressobj(GZIP_WINDOW)
        part = unpacked.decompress(content, MAX_UNPACKED)
    except zlib.error as error:
        raise UnreadableError from error
    if not unpacked.eof:
        raise UnreadableError
    yield part


def _zip(content: bytes) -> Iterator[bytes | str]:
    if not content.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise UnreadableError
            yield archive.comment
            for member in archive.infolist():
                yield member.filename
                yield member.comment
                yield archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
        raise UnreadableError from error  # RuntimeError is how zipfile says that a password is needed


def _pdf(content: bytes) -> Iterator[bytes | str]:
    if not content.startswith(PDF):
        return
    try:
        yield from insides(content)
        yield from (page.text for page in pages(content))
    except UnpublishableError as error:
        raise UnreadableError from error


def _base64(content: bytes) -> Iterator[bytes]:
    for found in BASE64.findall(content):
        run = found.rstrip(b"=")
        part = binascii.a2b_base64(run[: len(run) - (len(run) % 4 == 1)] + b"==")
        if part.startswith((GZIP, ZIP, PDF)) or b"\0" in part or _is_utf8(part):
            yield part


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf8(content: bytes) -> Iterator[str]:
    if b"\0" in content:
        yield b"\n".join(READABLE.findall(content)).decode("utf-8", errors="ignore")
    elif _is_utf8(content):
        yield content.decode("utf-8")


def _utf16(content: bytes) -> Iterator[str]:
    if b"\0" in content:
        for pattern, encoding in zip(WIDE, ("utf-16-le", "utf-16-be"), strict=True):
            yield " ".join(part.decode(encoding) for part in pattern.findall(content))


def _latin1(content: bytes) -> Iterator[str]:
    if b"\0" not in content and not _is_utf8(content):
        yield content.decode("latin-1")


def _unescape_json(text: str) -> str:
    return JSON_ESCAPE.sub(_json_character, text) if "\\" in text else text


def _json_character(found: re.Match[str]) -> str:
    character: str = json.loads(f'"{found[0]}"')
    return character


def _unescape_percent(text: str) -> str:
    return unquote(text) if "%" in text else text


def _without_tags(text: str) -> str:
    """Return the text between the tags and, after it, what stands inside them: attributes and comments."""
    if "<" not in text:
        return text
    inside = " ".join(TAG.findall(text))
    return TAG.sub(" ", INLINE_TAG.sub("", text)) + "\n" + inside


def _unescape_entities(text: str) -> str:
    return html.unescape(text) if "&" in text else text


CONTAINERS: dict[str, Callable[[bytes], Iterator[bytes] | Iterator[bytes | str]]] = {
    "gzip": _gzip,
    "zip": _zip,
    "pdf": _pdf,
    "base64": _base64,
}
ENCODINGS: dict[str, Callable[[bytes], Iterator[str]]] = {"utf-8": _utf8, "utf-16": _utf16, "latin-1": _latin1}
# In this order: markup may be written in JSON, and entities stand in the text between tags.
ESCAPES: dict[str, Callable[[str], str]] = {
    "json": _unescape_json,
    "percent": _unescape_percent,
    "tags": _without_tags,
    "entities": _unescape_entities,
}
