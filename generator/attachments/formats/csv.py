"""Tables of comma-separated values (.csv): one table, whose separator is found as its columns agree (RFC 4180)."""

import csv
import io

from generator.attachments.format import Format
from generator.attachments.plain import decoded, is_plain, published
from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_table, as_blocks, body
from generator.model.attachment import Reading

SEPARATORS = (";", ",", "\t", "|")
LOOKED_AT = 50


def _read(content: bytes, language: str) -> Reading:
    text = decoded(content)
    source = body()
    add_table(source, _rows(text))
    blocks, own = as_blocks(source, language)
    return Reading(blocks=blocks, language=own, copy=published(text))


def _rows(text: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(text), delimiter=_separator(text)) if any(map(str.strip, row))]
    except csv.Error as error:
        raise UnreadableFileError("damaged") from error


def _separator(text: str) -> str:
    """Return the character that parts the first lines into the same number of columns, the most of them."""
    lines = [line for line in text.split("\n") if line.strip()][:LOOKED_AT]

    def columns(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0), usual

    return max(SEPARATORS, key=columns)


FORMAT = Format(endings={".csv": "text/csv"}, is_one=is_plain, read=_read)
