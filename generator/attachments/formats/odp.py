"""OpenDocument slides (.odp): each slide that is shown under its title, without the speaker's notes."""

from lxml.etree import _Element

from generator.attachments.archive import attribute, local
from generator.attachments.format import Format
from generator.attachments.opendocument import Reader
from generator.attachments.packages import channels, is_open_document, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import as_blocks, body
from generator.model.attachment import Reading


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    reader = Reader(archive, language)
    slides = reader.body("presentation")
    if slides is None:
        raise UnreadableFileError("damaged")
    source = body()
    shown = [one for one in slides if local(one) == "page"]
    for slide in shown:
        if reader.styles.look("drawing-page", attribute(slide, "style-name")).get("visibility") == "hidden":
            continue
        for part in sorted((one for one in slide if local(one) not in {"notes", "annotation"}), key=_is_no_title):
            if _is_no_title(part):
                reader.drawing(part, source)
            else:
                reader.title(part, source)
    blocks, own = as_blocks(source, language)
    hidden = {*channels(archive, "content.xml"), "office", *(["hidden_text"] if reader.hidden else [])}
    return Reading(
        language=own,
        blocks=blocks,
        hidden=tuple(sorted(hidden)),
        pages=len(shown),
        left_out=reader.left_out,
        undescribed=reader.undescribed,
    )


def _is_no_title(part: _Element) -> bool:
    return attribute(part, "class") != "title"


def _is_one(content: bytes) -> bool:
    return is_open_document("presentation", content)


FORMAT = Format(endings={".odp": "application/vnd.oasis.opendocument.presentation"}, is_one=_is_one, read=_read)
