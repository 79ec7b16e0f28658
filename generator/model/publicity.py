"""Who may see a thing, and on what ground not."""

from enum import StrEnum

import msgspec


class PublicityClass(StrEnum):
    """Publicity class as SÄHKE2 and JHS 191 name it (JulkisuusluokkaKoodi 1 to 4), and two of ours.

    UNMARKED: the source says nothing; the source's `unmarked` setting decides. UNKNOWN: it says something we do not
    know, or contradicts itself; not public until a person says so.
    """

    PUBLIC = "public"
    PARTLY_SECRET = "partly_secret"  # noqa: S105 - a class of publicity, not a password
    SECRET = "secret"  # noqa: S105 - the same
    NOT_PUBLISHED_ONLINE = "not_published_online"
    UNMARKED = "unmarked"
    UNKNOWN = "unknown"


class Publicity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the source's own metadata says of publicity, before the text is read.

    *ground* is the source's own words for the statute ("JulkL (621/1999) 24.1 § 25 k"); *origin* the field it came from.
    """

    classification: PublicityClass = PublicityClass.UNMARKED
    ground: str | None = None
    origin: str | None = None
