"""What a machine may not decide, and what a person decided on it: doubts, verdicts, and the fingerprint that joins the two."""

import hashlib
import hmac
from collections.abc import Mapping
from enum import StrEnum

import msgspec

ID_LENGTH = 10


class Subject(StrEnum):
    """What a person decides upon."""

    ATTACHMENT = "attachment"
    ITEM = "item"
    MARK = "mark"
    MINUTES = "minutes"
    TITLE = "title"


class Verdict(StrEnum):
    """APPROVE: it may be published as it is. REJECT: it may not; a mark is masked, an item only mentioned."""

    APPROVE = "approve"
    REJECT = "reject"


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that stands. *titles* are a person's words for a secret item, by language."""

    verdict: Verdict
    ground: str | None = None
    titles: Mapping[str, str] = {}


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """Every decision that stands, by fingerprint. *key* makes the fingerprints; it is in memory only."""

    key: bytes = b""
    standing: Mapping[str, Decision] = {}


class Doubt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is for a person to decide on: where it stands and why, never what it says.

    *item* is None for what belongs to the whole meeting. *reason* is a code of messages; *recognizer* is set for marks.
    *place* is a path in the item or meeting, *start* and *end* count characters there. *classification* is the publicity
    class of the item's metadata. *verdict* is None as long as it waits.
    """

    subject: Subject
    meeting: str
    item: str | None = None
    number: str | None = None
    reason: str
    recognizer: str | None = None
    classification: str = ""
    place: str = ""
    start: int = 0
    end: int = 0
    fingerprint: str
    verdict: Verdict | None = None

    @property
    def id(self) -> str:
        """Return what a person calls it on the command line: the same in every run, as long as the text is the same."""
        return self.fingerprint[:ID_LENGTH]


NOTHING_DECIDED = Decided()


def fingerprint(key: bytes, parts: tuple[str, ...]) -> str:
    """Return a keyed hash of *parts* in hexadecimal: without *key*, nobody can try texts against it (HMAC-SHA256)."""
    return hmac.new(key, msgspec.json.encode(parts), hashlib.sha256).hexdigest()
