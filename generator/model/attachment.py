"""Files that belong to a meeting or an item, and the recording of a meeting."""

import msgspec

from generator.model.publicity import Publicity
from generator.model.text import Block


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was read from the file of an attachment, before redaction. Made by `generator.attachments`.

    *format* is the id of what reads such files, and *media_type* what they are, both empty where nobody can tell. *problem*
    is the end of a message code: why there is nothing to show. *hidden* names what the file holds and its reader does not
    see (`comments`, `metadata` …): with any, the original stays inside. *copy* is what may go out in its place where nothing is
    masked: without anything hidden, made anew. *digest* is of the original bytes (SHA-256): it names the file to `review`, and
    is never shown.

    *language* is that of the text. *pages* and *is_tagged* (a PDF's structure for screen readers) tell of the file. *left_out*
    counts what the text cannot hold: pictures, charts, drawings; *undescribed* those of them without a text alternative.
    *spoken* is what a screen reader says of the original besides its text. *is_machine_read* tells text that was read from a
    picture.
    """

    format: str = ""
    media_type: str = ""
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    hidden: tuple[str, ...] = ()
    problem: str | None = None
    copy: bytes | None = None
    digest: str = ""
    pages: int | None = None
    is_tagged: bool | None = None
    left_out: int = 0
    undescribed: int = 0
    spoken: str = ""
    is_machine_read: bool = False


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file named by the source. *file* is its name inside the export when the bytes are there, else None.

    *title* is the source's, without the number ("Liite 1") that stands in *number*. *supporting* tells supporting material
    (oheismateriaali), which is not part of the decision, from an attachment (liite), which is. *reading* is what its file says,
    once that was read.
    """

    title: str
    source_id: str | None = None
    number: str | None = None
    file: str | None = None
    supporting: bool = False
    language: str | None = None
    publicity: Publicity = Publicity()
    reading: Reading | None = None


class Cue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One caption: *start* and *end* in milliseconds from the start of the recording."""

    start: int
    end: int
    text: str


class CaptionTrack(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    language: str
    cues: tuple[Cue, ...]


class Recording(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recording of a meeting: either *file* (a path beside the export) or *link*, never both.

    *size* is in bytes. *moments* are (item number as in the source, seconds from the start), in order of time.
    *cut* are the numbers of the items that were cut out of the recording before it was given to us.
    """

    file: str | None = None
    media_type: str | None = None
    size: int = 0
    sha256: str | None = None
    link: str | None = None
    captions: tuple[CaptionTrack, ...] = ()
    moments: tuple[tuple[str, int], ...] = ()
    cut: tuple[str, ...] = ()
