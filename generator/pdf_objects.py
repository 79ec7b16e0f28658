"""A PDF opened, its dictionaries one by one, and a file written so that the same objects give the same bytes."""

import io
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Pdf


def opened(content: bytes, refused: Callable[[str], Exception]) -> Pdf:
    """Return the PDF in *content*; of one that is damaged or encrypted, raise what *refused* makes of the reason."""
    if not content.startswith(b"%PDF-"):
        raise refused("damaged")
    try:
        pdf = Pdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise refused("encrypted") from error
    except pikepdf.PdfError as error:
        raise refused("damaged") from error
    if pdf.is_encrypted:
        raise refused("encrypted")
    return pdf


def dictionaries(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield *thing* and every dictionary written inside it; indirect ones are met on their own."""
    if isinstance(thing, Array):
        for child in thing:
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from dictionaries(child)
    elif isinstance(thing, Dictionary | pikepdf.Stream):
        yield thing
        for child in tuple(thing.values()) if isinstance(thing, Dictionary) else tuple(thing.stream_dict.values()):
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from dictionaries(child)


def saved(pdf: Pdf) -> bytes:
    """Return *pdf* as a file. Only what can be reached is written: no old revision, no orphan, nothing after the end."""
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False)
    return buffer.getvalue()
