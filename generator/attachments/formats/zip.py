"""Archives (.zip): the names of what is in them; nothing in them is opened for the public."""

from lxml.etree import SubElement

from generator.attachments.archive import Archive, members
from generator.attachments.format import Format
from generator.attachments.packages import CONTENT_TYPES
from generator.attachments.writing import add_text, as_blocks, body
from generator.model.attachment import Reading


def _is_one(content: bytes) -> bool:
    names = members(content)
    return bool(names) and CONTENT_TYPES not in names and "mimetype" not in names


def _read(content: bytes, language: str) -> Reading:
    source = body()
    place = SubElement(source, "ul")
    for name in sorted(Archive(content).names):
        add_text(SubElement(place, "li"), name.replace("_", " "))  # as words, which are looked through for names
    blocks, own = as_blocks(source, language)
    return Reading(blocks=blocks, language=own, hidden=("files",), left_out=len(place))


FORMAT = Format(endings={".zip": "application/zip"}, is_one=_is_one, read=_read)
