"""Which files the leak scan can vouch for: text, and pictures, sounds and fonts by how they begin; all others it must open."""

import re

GZIP, ZIP, PDF, PNG = b"\x1f\x8b\x08", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n"
PAGEFIND = b"pagefind_dcd"  # behind it stands JSON, CBOR or the search's program
PROGRAM = b"\x00asm"
# Beginnings of what holds pixels, sound or outlines, in which only stretches of text are looked for.
OPAQUE = (
    PNG,
    b"\xff\xd8\xff",  # JPEG
    b"GIF87a",
    b"GIF89a",
    b"\x00\x00\x01\x00",  # ICO
    b"\x1a\x45\xdf\xa3",  # WebM, Matroska
    b"OggS",
    b"fLaC",
    b"ID3",
    b"\xff\xfb",  # MP3
    b"\xff\xf3",
    b"wOFF",
    b"wOF2",
    b"\x00\x01\x00\x00",  # TrueType
    b"OTTO",
    PROGRAM,
)
RIFF = re.compile(rb"RIFF....(?:WEBP|WAVE)", re.DOTALL)
MP4 = re.compile(rb"....ftyp", re.DOTALL)
# Written in plain characters, and not as they read: codes of letters, and what is embedded.
UNOPENED = (b"{\\rtf",)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
NULL = b"\0"
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
MOST_PLAIN = 0.6
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in Windows-1252


def is_opaque(content: bytes) -> bool:
    """Tell whether *content* is a picture, sound, video, font or program for the browser."""
    return content.startswith(OPAQUE) or RIFF.match(content) is not None or MP4.match(content) is not None


def is_plain_text(content: bytes) -> bool:
    """Tell whether *content* is text in UTF-8, without characters that steer."""
    return is_utf8(content) and CONTROL.search(content) is None


def is_text(content: bytes) -> bool:
    """Tell whether *content* is text in an encoding that the scan reads."""
    if content.startswith(MARKS) or is_wide(content):
        return True
    if NULL in content:
        return False
    return is_utf8(content) or (CONTROL.search(content) is None and UNDEFINED.search(content) is None)


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_wide(content: bytes) -> bool:
    """Tell whether *content* is UTF-16 or UTF-32 without a mark: Finnish text has nulls in every other place, or three."""
    return NULL in content and max(content[0::2].count(0), content[1::2].count(0)) > MOST_PLAIN * len(content) / 2
