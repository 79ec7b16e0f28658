"""What stands in a PDF that is to go out, for the leak scan; and the title of a copy."""

from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary

from generator.pdf_objects import dictionaries, opened, saved

MAX_PAGES = 2_000


class UnpublishableError(Exception):
    """A file may hold what nobody sees or should see, or cannot be read; *reason* is the end of a message code."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def page_texts(content: bytes) -> tuple[str, ...]:
    """Return the text of each page, what is drawn over or in white included.

    Raises:
        UnpublishableError: it cannot be read.

    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnpublishableError("encrypted" if "password" in str(error).casefold() else "damaged") from error
    try:
        if len(document) > MAX_PAGES:
            raise UnpublishableError("too_large")
        return tuple(document[number].get_textpage().get_text_range() for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise UnpublishableError("damaged") from error
    finally:
        document.close()


def insides(content: bytes) -> tuple[bytes | str, ...]:
    """Return every stream and every string of a PDF, whether a page uses it or not.

    Raises:
        UnpublishableError: it cannot be opened.

    """
    with opened(content, UnpublishableError) as pdf:
        return tuple(part for thing in (*pdf.objects, pdf.trailer) for part in _insides(thing))


def _insides(thing: pikepdf.Object) -> Iterator[bytes | str]:
    if isinstance(thing, pikepdf.Stream):
        try:
            yield thing.read_bytes()
        except pikepdf.PdfError:
            yield thing.read_raw_bytes()  # a picture in a form of its own, whose description is readable as it is
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    for part in dictionaries(thing):
        values = part.values() if isinstance(part, Dictionary) else part.stream_dict.values()
        for value in values:
            yield from (
                str(each) for each in (value if isinstance(value, Array) else (value,)) if isinstance(each, pikepdf.String)
            )


def titled(content: bytes, title: str) -> bytes:
    """Return the copy in *content*, which is of our own making, under *title*."""
    with opened(content, UnpublishableError) as pdf:
        pdf.docinfo["/Title"] = title
        return saved(pdf)
