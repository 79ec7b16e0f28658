"""The objects of a PDF: its dictionaries one by one, and a file written so that the same objects give the same bytes."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Pdf


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
