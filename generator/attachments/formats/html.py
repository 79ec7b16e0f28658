"""Web pages (.html): what a browser shows of them without scripts and styles from elsewhere; the page itself never goes out."""

import re

from generator.attachments.format import Format
from generator.attachments.plain import decoded, is_text
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_paragraph, as_blocks, described
from generator.importers._markup_tree import is_shown, parse
from generator.model.attachment import Reading

BEGINNING = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|h[1-6]|p|div|table|ul|ol)\b", re.IGNORECASE | re.DOTALL
)
ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
ACTIVE = re.compile(r"<(?:script|object|embed|applet|iframe|frame)\b|\son\w+\s*=|javascript:", re.IGNORECASE)


def _is_one(content: bytes) -> bool:
    return is_text(content) and BEGINNING.match(content.removeprefix(b"\xef\xbb\xbf")) is not None


def _read(content: bytes, language: str) -> Reading:
    markup = decoded(content)
    if ENTITIES.search(markup):
        raise UnreadableFileError("doctype")
    if ACTIVE.search(markup):
        raise UnreadableFileError("scripts")
    (source, *_) = parse(markup).iter("body")
    undescribed = 0
    for picture in [each for each in source.iter("img") if is_shown(each)]:
        text = picture.get("alt", "").strip()
        undescribed += not text
        if text and (parent := picture.getparent()) is not None:
            words = add_paragraph(parent, described(text, language), "span")
            parent.replace(picture, words)
    blocks, own = as_blocks(source, language)
    return Reading(blocks=blocks, language=own, hidden=("markup",), left_out=undescribed, undescribed=undescribed)


FORMAT = Format(endings={".html": "text/html", ".htm": "text/html"}, is_one=_is_one, read=_read)
