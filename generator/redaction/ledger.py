"""What was withheld, where and on what ground, without the text itself; and, in memory only, what must not be written."""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

import msgspec

from generator.model.message import Level, Message
from generator.redaction.marks import Mark


class Kind(StrEnum):
    """What a ledger entry is about."""

    MASK = "mask"
    PASSAGE = "passage"
    SECRET_ITEM = "secret_item"  # noqa: S105 - a kind of entry, not a password
    HELD_ITEM = "held_item"
    ATTACHMENT = "attachment"
    CAPTION = "caption"
    RECORDING = "recording"


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One withholding. *subject* is the id of the item or meeting; *place* a path in it; offsets count characters there.

    *recognizer* is set for masks. *reason* is the end of a message code, for attachments and recordings.
    """

    subject: str
    kind: Kind
    place: str
    ground: str | None = None
    recognizer: str | None = None
    reason: str | None = None
    start: int = 0
    end: int = 0


class Secret(NamedTuple):
    """A text that must not be written anywhere, as it stood; *kind* is a recognizer's id, `passage`, `title` or `file_name`."""

    kind: str
    text: str


class Ledger:
    """Filled while one meeting is redacted. A class because every step adds to it and none may lose an entry."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []
        self.secrets: list[Secret] = []
        self.messages: list[Message] = []

    def add(self, entry: LedgerEntry) -> None:
        self.entries.append(entry)

    def keep_secret(self, kind: str, text: str) -> None:
        self.secrets.append(Secret(kind, text))

    def tell(self, level: Level, code: str, where: str, **arguments: str | int) -> None:
        self.messages.append(Message(level=level, code=code, where=where, arguments=arguments))

    def counts(self) -> dict[str, int]:
        """Return how often what was withheld, by recognizer, ground or reason, in order of name."""
        withheld = (entry for entry in self.entries if entry.kind is not Kind.HELD_ITEM)  # these wait: not yet decided
        keys = (entry.recognizer or entry.ground or f"{entry.kind}_{entry.reason}" for entry in withheld)
        return dict(sorted(Counter(keys).items()))


class Spot(NamedTuple):
    """Where in what a text stands, in which language it is shown, and what is looked for there."""

    ledger: Ledger
    subject: str
    language: str
    kinds: frozenset[str]
    place: str = ""

    def at(self, part: str) -> "Spot":
        return self._replace(place=f"{self.place}/{part}" if self.place else part)

    def masked(self, mark: Mark, text: str) -> None:
        """Note that *mark* in *text* was replaced."""
        self.ledger.keep_secret(mark.kind, text[mark.start : mark.end])
        self.ledger.add(
            LedgerEntry(
                subject=self.subject,
                kind=Kind.MASK,
                place=self.place,
                recognizer=mark.kind,
                start=mark.start,
                end=mark.end,
            )
        )
