"""What was withheld, where and on what ground, without the text itself; and, in memory only, what must not be written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from generator.model.decision import Doubt, Subject
from generator.model.message import Level, Message
from generator.redaction.marks import Mark, resolved
from generator.redaction.matter import Matter
from generator.redaction.names import Field
from generator.redaction.people import NOBODY, People, passage
from generator.redaction.recognizers import marks
from generator.redaction.register import Ended
from generator.redaction.withheld import COINCIDENCE, WITHHELD_IN_CASE, Withheld
from generator.redaction.withheld import NOTHING as NOTHING_WITHHELD

# What stands, or is masked, until a person says otherwise: its item goes out meanwhile.
HOLDING_NOTHING = frozenset({(Subject.MARK, COINCIDENCE), (Subject.MARK, WITHHELD_IN_CASE)})


class Kind(StrEnum):
    """What a ledger entry is about."""

    MASK = "mask"
    NAMED = "named"
    PASSAGE = "passage"
    SECRET_ITEM = "secret_item"  # noqa: S105 - a kind of entry, not a password
    HELD_ITEM = "held_item"
    ATTACHMENT = "attachment"
    CAPTION = "caption"
    RECORDING = "recording"


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One withholding. *subject* is the id of the item or meeting; *place* a path in it; offsets count characters there.

    *recognizer* is set for masks. *reason* is the end of a message code, for attachments and recordings. *origin* tells of a
    secret item which field of the source made it so, or that its text did.
    """

    subject: str
    kind: Kind
    place: str
    ground: str | None = None
    recognizer: str | None = None
    reason: str | None = None
    origin: str | None = None
    start: int = 0
    end: int = 0


class Secret(NamedTuple):
    """A text that must not be written anywhere, as it stood; *kind* is a recognizer's id, `passage`, `title` or `file_name`.

    *subject* is the id of the item or meeting in which it stood.
    """

    kind: str
    text: str
    subject: str = ""


class Noted(NamedTuple):
    """A doubt, and in memory only the text that a person must see to decide on it.

    *is_of_file* tells that only an attachment waits for it, and not what the attachment belongs to.
    """

    doubt: Doubt
    text: str
    is_of_file: bool = False


class Ledger:
    """Filled while one meeting is redacted. A class because every step adds to it and none may lose an entry."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []
        self.secrets: list[Secret] = []
        self.messages: list[Message] = []
        self.doubts: dict[str, Noted] = {}
        self.ended: list[Ended] = []

    def add(self, entry: LedgerEntry) -> None:
        self.entries.append(entry)

    def keep_secret(self, kind: str, text: str, subject: str = "") -> None:
        self.secrets.append(Secret(kind, text, subject))

    def keep_marks_secret(self, marks: Iterable[Mark], text: str, subject: str = "") -> None:
        """Note what the sure ones of *marks* stand for in *text*; what is only doubtful may stand elsewhere.

        What only the case's register tells is in the register, for as long as nobody calls it public.
        """
        for mark in marks:
            if not mark.is_doubtful and not mark.reason:
                self.keep_secret(mark.kind, text[mark.start : mark.end], subject)

    def tell(self, level: Level, code: str, where: str, **arguments: str | int) -> None:
        self.messages.append(Message(level=level, code=code, where=where, arguments=arguments))

    def doubt(self, doubt: Doubt, text: str) -> None:
        """Note a *doubt* and the *text* that a person must see to decide; the same text in the same matter is one."""
        self.doubts.setdefault(doubt.fingerprint, Noted(doubt, text))

    def take_doubts(self, doubts: Mapping[str, Noted]) -> None:
        """Add *doubts* that were noted elsewhere."""
        for fingerprint, noted in doubts.items():
            self.doubts.setdefault(fingerprint, noted)

    def take_doubts_of_file(self, doubts: Mapping[str, Noted]) -> None:
        """Add *doubts* because of which an attachment waits, while the rest goes out."""
        self.take_doubts({fingerprint: noted._replace(is_of_file=True) for fingerprint, noted in doubts.items()})

    def take(self, other: "Ledger") -> None:
        """Add everything that *other* holds."""
        self.entries += other.entries
        self.secrets += other.secrets
        self.messages += other.messages
        self.ended += other.ended
        self.take_doubts(other.doubts)

    @property
    def decided_doubts(self) -> dict[str, Noted]:
        """Return the doubts on which somebody has decided: what waits in an item that is secret waits for nothing."""
        return {fingerprint: noted for fingerprint, noted in self.doubts.items() if noted.doubt.verdict is not None}

    @property
    def is_any_waiting(self) -> bool:
        """Tell whether any doubt has no verdict yet, those aside for which only an attachment, or nothing, waits."""
        asked = (noted.doubt for noted in self.doubts.values() if not noted.is_of_file)
        return any(doubt.verdict is None and (doubt.subject, doubt.reason) not in HOLDING_NOTHING for doubt in asked)

    def counts(self) -> dict[str, int]:
        """Return how often what was withheld, by recognizer, ground or reason, in order of name."""
        # What waits is not yet decided, and a name with a time limit is not yet withheld.
        withheld = (entry for entry in self.entries if entry.kind not in {Kind.HELD_ITEM, Kind.NAMED})
        keys = (entry.recognizer or entry.ground or f"{entry.kind}_{entry.reason}" for entry in withheld)
        return dict(sorted(Counter(keys).items()))


class Spot(NamedTuple):
    """Where in what a text stands, in which language it is shown, and what is looked for there.

    *named* are the kinds of marks that may stand there for a time. *matter* is that in which decisions on it hold; *row* is
    the text of the table row around a cell, which begins there at *row_start*. Names of *people* are looked for in texts
    that have a *field*, and so is what other texts of the case have *withheld*.
    """

    ledger: Ledger
    subject: str
    language: str
    kinds: frozenset[str]
    place: str = ""
    matter: Matter = Matter()
    row: str = ""
    row_start: int = 0
    named: frozenset[str] = frozenset()
    people: People = NOBODY
    field: Field | None = None
    withheld: Withheld = NOTHING_WITHHELD

    def at(self, part: str) -> "Spot":
        return self._replace(place=f"{self.place}/{part}" if self.place else part)

    def found(self, text: str) -> tuple[Mark, ...]:
        """Return what is personal in *text*, in order, without overlaps."""
        if self.field is None:
            return resolved(marks(text, self.kinds))
        whole = self.row or text
        own = (*marks(text, self.kinds), *self._inside(self.people.marks(passage(whole, self.language, self.field)), text))
        # What may be somebody of the case is a question to a person already, where the text itself raises it.
        doubtful = [mark for mark in own if mark.is_doubtful]
        of_case = (mark for mark in self._inside(self.withheld.marks(whole), text) if not _is_among(mark, doubtful))
        return resolved((*own, *of_case))

    def names(self, text: str) -> tuple[Mark, ...]:
        """Return the names of persons in *text*, which is a whole text of the case."""
        return () if self.field is None else self.people.marks(passage(text, self.language, self.field))

    def chances(self, text: str) -> tuple[Mark, ...]:
        """Return the names in *text* that may be another's than one withheld in the case: for a person to look at."""
        if self.field is None:
            return ()
        chances = self._inside(self.withheld.chances(self.row or text), text)
        found = self.found(text) if chances else ()
        return resolved(mark for mark in chances if not _is_among(mark, found))

    def _inside(self, found: Iterable[Mark], text: str) -> tuple[Mark, ...]:
        """Return the marks of *found* in the whole row as they lie in *text*, which is a cell of it, or the whole itself."""
        start, end = (self.row_start, self.row_start + len(text)) if self.row else (0, len(text))
        inside = (mark for mark in found if mark.start < end and start < mark.end)
        return tuple(replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start) for m in inside)

    def masked(self, mark: Mark, text: str) -> None:
        """Note that *mark* in *text* was replaced."""
        self._note(Kind.MASK, mark, text)

    def named_for_a_time(self, mark: Mark, text: str) -> None:
        """Note that *mark* in *text* stands until the time for appeal is over; it must not be written anywhere else."""
        self._note(Kind.NAMED, mark, text)

    def _note(self, kind: Kind, mark: Mark, text: str) -> None:
        self.ledger.keep_marks_secret([mark], text, self.subject)
        self.ledger.add(
            LedgerEntry(
                subject=self.subject,
                kind=kind,
                place=self.place,
                recognizer=mark.kind,
                start=mark.start,
                end=mark.end,
            )
        )


def _is_among(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(other.start < mark.end and mark.start < other.end for other in others)
