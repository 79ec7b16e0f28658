"""What the files of the site's search hold behind pagefind's mark: a page's text as JSON, words as CBOR, a program."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import cbor2

from generator.redaction.file_types import PAGEFIND, PROGRAM
from generator.redaction.unpacking import Part, UnreadableError

JSON = b"{"


def parts(content: bytes) -> Iterator[Part]:
    """Yield what is in the unpacked file *content*: a file, or every word of a list by itself.

    Lists stand in the order of the alphabet, so that words side by side (Heikki, Heikkinen) say nothing of each other. What
    stands together on a page is in its fragment, as it stands there.

    Raises:
        UnreadableError: it is neither, or something stands behind it.
    """
    inside = content.removeprefix(PAGEFIND)
    if inside.startswith((JSON, PROGRAM)):
        yield inside
        return
    stream = io.BytesIO(inside)
    try:
        value = cbor2.CBORDecoder(stream, read_size=1).decode()
    except (cbor2.CBORDecodeError, RecursionError) as error:
        raise UnreadableError from error
    if stream.read():
        raise UnreadableError
    yield from sorted(set(_texts(value)))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - CBOR holds anything
    match value:
        case str():
            yield value
        case list():
            for part in value:
                yield from _texts(part)
        case Mapping():
            for key, part in value.items():
                yield from (*_texts(key), *_texts(part))
        case int() | float() | None:
            return
        case _:
            raise UnreadableError
