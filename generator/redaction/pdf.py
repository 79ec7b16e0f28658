"""What stands in a PDF that is to go out, for the leak scan; and the title of a copy."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Pdf

from generator.pdf_objects import dictionaries, saved

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
    with _opened(content) as pdf:
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
    with _opened(content) as pdf:
        pdf.docinfo["/Title"] = title
        return saved(pdf)


def _opened(content: bytes) -> Pdf:
    if not content.startswith(b"%PDF-"):
        raise UnpublishableError("damaged")
    try:
        pdf = Pdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise UnpublishableError("encrypted") from error
    except pikepdf.PdfError as error:
        raise UnpublishableError("damaged") from error
    if pdf.is_encrypted:
        raise UnpublishableError("encrypted")
    return pdf
