"""OpenDocument spreadsheets (.ods): each sheet that is seen is a table under its name."""

from generator.attachments.archive import attribute, local
from generator.attachments.format import Format
from generator.attachments.opendocument import Reader
from generator.attachments.packages import channels, is_open_document, opened
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_heading, as_blocks, body
from generator.model.attachment import Reading


def _read(content: bytes, language: str) -> Reading:
    archive = opened(content)
    reader = Reader(archive, language)
    sheets = reader.body("spreadsheet")
    if sheets is None:
        raise UnreadableFileError("damaged")
    source = body()
    for sheet in (one for one in sheets if local(one) == "table"):
        if reader.styles.look("table", attribute(sheet, "style-name")).get("display") != "false":
            add_heading(source, attribute(sheet, "name"), 1)
        reader.table(sheet, source)
    blocks, own = as_blocks(source, language)
    hidden = {*channels(archive, "content.xml"), "office", *(["hidden_text"] if reader.hidden else [])}
    return Reading(language=own, blocks=blocks, hidden=tuple(sorted(hidden)), left_out=reader.left_out)


def _is_one(content: bytes) -> bool:
    return is_open_document("spreadsheet", content)


FORMAT = Format(endings={".ods": "application/vnd.oasis.opendocument.spreadsheet"}, is_one=_is_one, read=_read)
