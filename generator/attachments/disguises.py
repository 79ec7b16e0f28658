"""Files that are two things at once, or more than they say: what one program reads in them, another does not.

Polyglots, data behind the end, and old compound files are never read, because nobody can say what a reader would see.
"""

import re

from generator.attachments.unreadable import UnreadableFileError

OLE, PDF, ZIP, PNG, JPEG = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Programs look for the header of a PDF in the first kilobyte (ISO 32000-2, annex I), and for the end of a ZIP in the last 64.
HEAD, TAIL = 1024, 65_557
ZIP_END, ZIP_END_LENGTH = b"PK\x05\x06", 22
PDF_END = re.compile(rb"%%EOF[\s\0]*\Z")
ACTIVE = re.compile(rb"<(?:!doctype\s+html|html|script|svg)\b|<\?php\b", re.IGNORECASE)
SVG = re.compile(
    rb"""^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>\s*)?
    <(?:\w+:)?svg\b""",
    re.DOTALL | re.VERBOSE,
)
MHTML = re.compile(rb"^MIME-Version:|^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def refuse_disguised(content: bytes) -> None:
    """Refuse what is not one thing alone, from its first byte to its last.

    Raises:
        UnreadableFileError: it is not.

    """
    if content.startswith(OLE):
        raise UnreadableFileError("encrypted" if ENCRYPTED_PACKAGE in content else "old_office")
    head = content[:HEAD]
    if SVG.match(head):
        raise UnreadableFileError("svg")
    if MHTML.search(head) and b"boundary=" in content[: 4 * HEAD].lower():
        raise UnreadableFileError("mhtml")
    if head.find(PDF) > 0:
        raise UnreadableFileError("polyglot")
    if content.startswith(PDF):
        _refuse_pdf(content)
    if content.startswith(ZIP):
        _refuse_zip(content)
    elif ZIP_END in content[-TAIL:] and b"PK\x01\x02" in content:
        raise UnreadableFileError("polyglot")


def _refuse_pdf(content: bytes) -> None:
    if ACTIVE.search(content[:HEAD]):
        raise UnreadableFileError("polyglot")
    if not PDF_END.search(content[-HEAD:]):
        raise UnreadableFileError("trailing_data" if b"%%EOF" in content else "damaged")


def _refuse_zip(content: bytes) -> None:
    """Refuse a ZIP with anything before its first member, between its parts or behind its end."""
    end = content.rfind(ZIP_END)
    if end < 0 or end + ZIP_END_LENGTH > len(content):
        raise UnreadableFileError("damaged")
    comment = int.from_bytes(content[end + 20 : end + 22], "little")
    if end + ZIP_END_LENGTH + comment != len(content):
        raise UnreadableFileError("trailing_data")
    size, start = (int.from_bytes(content[end + at : end + at + 4], "little") for at in (12, 16))
    if start + size != end:
        raise UnreadableFileError("polyglot")
