"""Who may see a thing, and on what ground not."""

from datetime import date
from enum import StrEnum

import msgspec

# The origin of what no field of the source said, but its title or text.
TEXT = "text"


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


class PersonalData(StrEnum):
    """What kind of personal data a source says is in a thing (JHS 191 HenkilotietoluonneKoodi 1 to 3, Helsinki's 4 and 5)."""

    NONE = "none"
    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    SPECIAL = "special"
    CRIMINAL = "criminal"


class CountedFrom(StrEnum):
    """From what a period of secrecy is counted: the values that JHS 191 recommends (SalassapidonLaskentaperusteTeksti)."""

    CASE_DECIDED = "case_decided"
    DOCUMENT_DATED = "document_dated"
    DOCUMENT_FINISHED = "document_finished"
    DOCUMENT_RECEIVED = "document_received"


class SecrecyPeriod(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How long a thing is secret, as far as the source tells (SalassapitoAikaArvo, in *years*; JulkL 31 §).

    *start* and *end* are the source's own days (SecurityPeriodStart, SecurityPeriodEnd).
    """

    years: int | None = None
    counted_from: CountedFrom | None = None
    start: date | None = None
    end: date | None = None


class Publicity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the source's own metadata says of publicity, before the text is read.

    *ground* is the source's own words for the statute ("JulkL (621/1999) 24.1 § 25 k"). *origin* is the source's name of the
    field that the class came from, `other` for a field that we do not know, and TEXT where the text itself said it.
    *is_contradictory* tells of an UNKNOWN class whether the source contradicts itself.
    """

    classification: PublicityClass = PublicityClass.UNMARKED
    ground: str | None = None
    period: SecrecyPeriod | None = None
    personal_data: PersonalData | None = None
    origin: str | None = None
    is_contradictory: bool = False
