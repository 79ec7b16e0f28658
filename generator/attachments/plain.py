"""Files of plain characters: decoded strictly, and written anew as UTF-8 with nothing that is not seen."""

import re

from generator.attachments.disguises import JPEG, PDF, PNG, ZIP
from generator.attachments.unreadable import UnreadableFileError
from generator.importers._markup_tree import readable

MAX_TEXT = 20 * 2**20
UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
BOM = b"\xef\xbb\xbf"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in Windows-1252
MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|script|svg|\?xml|\?php)\b", re.IGNORECASE)
OTHERS = (PDF, ZIP, PNG, JPEG, b"{\\rtf", b"GIF8", b"MZ", b"\x7fELF", b"#!")


def is_text(content: bytes) -> bool:
    """Tell whether *content* is text that can be read for sure."""
    try:
        decoded(content)
    except UnreadableFileError:
        return False
    return not content.startswith(OTHERS)


def is_plain(content: bytes) -> bool:
    """Tell whether *content* is text and no markup."""
    return is_text(content) and not MARKUP.match(content.removeprefix(BOM))


def decoded(content: bytes) -> str:
    """Return *content* as text with newlines: UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises:
        UnreadableFileError: it is in none of them, or holds characters that steer a device.

    """
    if len(content) > MAX_TEXT:
        raise UnreadableFileError("too_large")
    try:
        text = content.decode(UTF16.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        if content[:2] in UTF16 or UNDEFINED.search(content):
            raise UnreadableFileError("encoding") from None
        text = content.decode("cp1252")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if CONTROL.search(text):
        raise UnreadableFileError("encoding")
    return text


def published(text: str) -> bytes:
    """Return *text* as it may go out: all that is seen of it."""
    return readable(text).encode()
