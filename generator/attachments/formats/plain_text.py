"""Plain text (.txt): paragraphs parted by blank lines."""

from generator.attachments.format import Format
from generator.attachments.plain import decoded, is_plain, published
from generator.attachments.writing import add_paragraph, as_blocks, body
from generator.importers._markup import BLANK_LINES
from generator.model.attachment import Reading


def _read(content: bytes, language: str) -> Reading:
    text = decoded(content)
    source = body()
    parts = BLANK_LINES.split(text) if BLANK_LINES.search(text) else text.split("\n")
    for part in parts:
        if part.strip():
            add_paragraph(source, part)
    blocks, own = as_blocks(source, language)
    return Reading(blocks=blocks, language=own, copy=published(text))


FORMAT = Format(endings={".txt": "text/plain"}, is_one=is_plain, read=_read)
