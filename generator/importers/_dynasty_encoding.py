"""Bytes of a page as text: as declared, as they are where that is certain, and otherwise not at all."""

import codecs
import re

from generator.errors import ExportError

DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[A-Za-z0-9_-]+)")
LOOK_AT = 4096
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The systems call Windows' character set by these names; its quotation marks and dashes are in the pages.
MEANS_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15"})
# "Ã¤" and "â€™" are UTF-8 read as something else: no Finnish or Swedish text has them.
MOJIBAKE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œž\u009d“”˜¦¢]|\ufffd")


def decode(content: bytes, where: str) -> str:
    """Return the text of a page.

    Raises:
        ExportError: the bytes are not in the declared encoding, nor surely in another.

    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _checked(content[len(mark) :], encoding, where)
    if b"\0" in content[:LOOK_AT]:
        return _checked(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be", where)
    if _is_utf8(content):
        return _checked(content, "utf-8", where)
    return _checked(content, _declared(content), where)


def _is_utf8(content: bytes) -> bool:
    """Tell whether all of *content* is UTF-8, which text in a one-byte set with letters beyond ASCII never is by chance."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut may end in the middle of a character; more than that is another encoding.
        return error.reason == "unexpected end of data" and not content[: error.start].isascii()
    return True


def _declared(content: bytes) -> str:
    found = DECLARED.search(content[:LOOK_AT])
    try:
        name = codecs.lookup(found["name"].decode("ascii")).name if found else "cp1252"
    except LookupError:
        return "cp1252"
    return "cp1252" if name in MEANS_WINDOWS or name.startswith("utf") else name


def _checked(content: bytes, encoding: str, where: str) -> str:
    try:
        text = content.decode(encoding, "strict" if encoding == "cp1252" else "replace")
    except (UnicodeDecodeError, LookupError) as error:
        raise ExportError("dynasty.encoding_unclear", where=where) from error
    if MOJIBAKE.search(text):
        raise ExportError("dynasty.encoding_unclear", where=where)
    return text
