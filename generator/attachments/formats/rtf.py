"""Rich Text (.rtf): what its reader sees; objects inside it, and what it fetches, make it unreadable."""

import re

from generator.attachments.format import Format
from generator.attachments.rich_text import Reader
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import as_blocks
from generator.model.attachment import Reading

BEGINNING = b"{\\rtf"
OBJECTS = re.compile(rb"\\(?:object|objdata|objocx|objemb|objlink|objclass)\b")
FETCHES = re.compile(rb"\\\*\\template\b|\b(?:INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO)\b")


def _read(content: bytes, language: str) -> Reading:
    if OBJECTS.search(content):
        raise UnreadableFileError("embedded_files")
    if FETCHES.search(content):
        raise UnreadableFileError("external_links")
    reader = Reader(content.rstrip(b"\0\r\n\t "))
    blocks, own = as_blocks(reader.read(), language)
    hidden = ("hidden_text", "office") if reader.hidden else ("office",)
    return Reading(language=own, blocks=blocks, hidden=hidden, left_out=reader.left_out, undescribed=reader.left_out)


def _is_one(content: bytes) -> bool:
    return content.startswith(BEGINNING)


FORMAT = Format(endings={".rtf": "application/rtf"}, is_one=_is_one, read=_read)
