"""OpenDocument text (.odt): what its reader sees, with notes and running heads."""

from generator.attachments.archive import first
from generator.attachments.format import Format
from generator.attachments.opendocument import Reader
from generator.attachments.packages import channels, is_open_document, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import as_blocks, body
from generator.model.attachment import Reading


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    reader = Reader(archive, language)
    text = reader.body("text")
    if text is None:
        raise UnreadableFileError("damaged")
    source = body()
    page = first(reader.pages, "master-styles", "master-page")
    head, foot = first(page, "header"), first(page, "footer")
    for part in (head, text):
        if part is not None:
            reader.blocks(part, source)
    reader.notes(source)
    if foot is not None:
        reader.blocks(foot, source)
    blocks, own = as_blocks(source, language)
    hidden = {*channels(archive, "content.xml"), "office", *(["hidden_text"] if reader.hidden else [])}
    return Reading(
        language=own,
        blocks=blocks,
        hidden=tuple(sorted(hidden)),
        left_out=reader.left_out,
        undescribed=reader.undescribed,
    )


def _is_one(content: bytes) -> bool:
    return is_open_document("text", content)


FORMAT = Format(endings={".odt": "application/vnd.oasis.opendocument.text"}, is_one=_is_one, read=_read)
