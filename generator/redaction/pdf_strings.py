"""What a PDF says outside its pages: strings that unused content paints, and streams that only an old revision refers to."""

import re
import zlib
from collections.abc import Iterator

STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
LITERAL = rb"\((?:[^()\\]|\\.)*\)"
STRING = re.compile(rb"(" + LITERAL + rb")|<([0-9A-Fa-f\s]+)>|(\bTJ\b|\bTj\b|\bTd\b|\bTD\b|\bT\*|['\"]\s|\bTm\b)", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"\n", b"\n": b"", b"\r": b"", b"\r\n": b""}
SHOWS = (b"Tj", b"TJ", b"'")


def painted_strings(content: bytes) -> str:
    """Return the strings that *content*, if it is instructions for painting, puts on a page (ISO 32000-2, 9.4.3).

    The pieces that one instruction paints are one word or more; a new instruction begins a new word.
    """
    if not any(show in content for show in SHOWS):
        return ""
    pieces: list[str] = []
    for literal, digits, operator in STRING.findall(content):
        pieces.append(" " if operator else _text(_unescaped(literal[1:-1]) if literal else _of_hex(digits)))
    return "".join(pieces)


def old_streams(content: bytes) -> Iterator[bytes]:
    """Yield every stream that is packed as most are, whether a revision of the document still refers to it or not."""
    for found in STREAM.finditer(content):
        unpacked = zlib.decompressobj()
        try:
            part = unpacked.decompress(found[1], MAX_STREAM)
        except zlib.error:
            continue  # packed otherwise: what is in use is unpacked by name of its filter
        yield part
        yield painted_strings(part).encode()


MAX_STREAM = 100 * 2**20


def _unescaped(literal: bytes) -> bytes:
    return ESCAPE.sub(_escaped, literal) if b"\\" in literal else literal


def _escaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 255]) if code.isdigit() else ESCAPED.get(code, code)


def _of_hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(plain + "0" * (len(plain) % 2))


def _text(content: bytes) -> str:
    if content.startswith(b"\xfe\xff") or (b"\0" in content and not len(content) % 2):
        return content.removeprefix(b"\xfe\xff").decode("utf-16-be", errors="replace")
    return content.decode("cp1252", errors="replace")
