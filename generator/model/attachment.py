"""Files that belong to a meeting or an item, and the recording of a meeting."""

import msgspec

from generator.model.publicity import Publicity


class Attachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file named by the source. *file* is its name inside the export when the bytes are there, else None.

    *title* is the source's, without the number ("Liite 1") that stands in *number*. *supporting* tells supporting material
    (oheismateriaali), which is not part of the decision, from an attachment (liite), which is.
    """

    title: str
    source_id: str | None = None
    number: str | None = None
    file: str | None = None
    supporting: bool = False
    language: str | None = None
    publicity: Publicity = Publicity()


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
