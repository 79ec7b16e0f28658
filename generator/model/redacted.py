"""A meeting as it may be shown. Only `redaction` makes these types; rendering, exports, feeds and search see no other."""

from datetime import date, datetime

import msgspec

from generator.model.meeting import Attendance, EarlierHandling, Organization, Section, Stage, State, VoteEvent
from generator.model.text import Block


class PublicFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file that goes out: *path* is its address in the site, from its id; *size* is in bytes, *sha256* of what goes out.

    *pages* and *is_tagged* are told of a PDF: whether a screen reader finds its structure.
    """

    path: str
    media_type: str
    size: int
    sha256: str
    pages: int | None = None
    is_tagged: bool | None = None


class PublicText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The text of an attachment as shown, on a page of its own, whose address is *id*.

    *media_type* is that of the original. *original* is the end of a message code: why that does not go out beside its text;
    None where it does. *left_out* counts what the text cannot hold, *undescribed* the pictures without a text alternative.
    *is_machine_read* tells text that was read from a picture.
    """

    id: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    original: str | None = None
    left_out: int = 0
    undescribed: int = 0
    is_machine_read: bool = False


class PublicAttachment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An attachment as shown: its *text* and its *file*, or the reason code why there is neither (`not_in_export` …)."""

    title: str
    number: str | None = None
    supporting: bool = False
    language: str | None = None
    text: PublicText | None = None
    file: PublicFile | None = None
    reason: str | None = None
    ground: str | None = None


class PublicItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="public"):
    """An item whose text is shown, with masks where something was withheld.

    *personal_data_until* is the last day of its `Named` texts; None where nobody knows, and then nobody is named.
    """

    id: str
    source_id: str
    order: int
    title: str
    language: str
    number: str | None = None
    register_number: str | None = None
    sections: tuple[Section, ...] = ()
    votes: tuple[VoteEvent, ...] = ()
    earlier_handlings: tuple[EarlierHandling, ...] = ()
    attachments: tuple[PublicAttachment, ...] = ()
    moment: int | None = None
    has_text: bool = True
    personal_data_until: date | None = None


class SecretItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="secret"):
    """The mention of a secret item (K 140 § 2 mom.): built from an allowlist, never by deleting from the full record.

    *titles* are the municipality's own words for this kind of matter, by language.
    """

    id: str
    source_id: str
    order: int
    titles: dict[str, str]
    language: str
    ground: str
    number: str | None = None


class HeldItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="held"):
    """The mention of an item that waits for a person: its number and nothing else. *reasons* are message codes."""

    id: str
    source_id: str
    order: int
    language: str
    reasons: tuple[str, ...]
    number: str | None = None


class EndedItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="ended"):
    """The mention of an item whose time on the site is over: its address answers, and says no more than its number."""

    id: str
    source_id: str
    order: int
    language: str
    number: str | None = None


ShownItem = PublicItem | SecretItem | HeldItem | EndedItem


class PublicCue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One caption after redaction; times in milliseconds."""

    start: int
    end: int
    text: str


class PublicCaptions(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    language: str
    path: str
    cues: tuple[PublicCue, ...]


class PublicRecording(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recording as shown: *file* served by the site, or *link*; captions are files of the site."""

    file: PublicFile | None = None
    link: str | None = None
    captions: tuple[PublicCaptions, ...] = ()


class Version(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One published version of a meeting: when, in which state, and which items it changed, added or took away (by id).

    *disclosed* are those of the changed ones whose text was not shown before (they waited, or were secret), *withdrawn* those
    whose text is shown no more.
    """

    published: date
    state: State
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    disclosed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


class RedactedMeeting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting from which everything withheld is gone. *languages* are those of its shown items, sorted, never empty.

    *versions* tells its publications, oldest first; `publishing` writes them. *page_until* is the last day on which its text
    stands on the site at all, None where no end is set; then *is_ended*.
    """

    id: str
    source_id: str
    organization: Organization
    day: date
    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    stage: Stage
    state: State
    number: str | None = None
    language: str
    languages: tuple[str, ...]
    attendance: tuple[Attendance, ...] = ()
    items: tuple[ShownItem, ...] = ()
    attachments: tuple[PublicAttachment, ...] = ()
    recording: PublicRecording | None = None
    versions: tuple[Version, ...] = ()
    page_until: date | None = None
    is_ended: bool = False


def public_attachments(meeting: RedactedMeeting) -> tuple[PublicAttachment, ...]:
    """Return every attachment of the meeting and of its public items."""
    of_items = (a for item in meeting.items if isinstance(item, PublicItem) for a in item.attachments)
    return (*meeting.attachments, *of_items)
