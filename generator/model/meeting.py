"""A meeting as its source tells it: organization, attendance, items. Unredacted: never rendered, never logged."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from generator.model.attachment import Attachment, Recording
from generator.model.publicity import Publicity
from generator.model.text import Block, Inline


class Stage(StrEnum):
    """Agenda (esityslista) and minutes (pöytäkirja) are two states of one meeting."""

    AGENDA = "agenda"
    MINUTES = "minutes"


class State(StrEnum):
    """How far the document is: *checked* (tarkastettu) and *corrected* only when the source says so."""

    AGENDA = "agenda"
    DECIDED = "decided"
    CHECKED = "checked"
    CORRECTED = "corrected"


class SectionKind(StrEnum):
    """The parts of an item, by the vocabulary in importers/_headings.py. OTHER keeps a heading that it does not know."""

    SUMMARY = "summary"
    PREPARER = "preparer"
    MORE_INFORMATION = "more_information"
    BACKGROUND = "background"
    GROUNDS = "grounds"
    PRESENTER = "presenter"
    PROPOSAL = "proposal"
    HANDLING = "handling"
    VOTE = "vote"
    DISQUALIFICATION = "disqualification"
    DECISION = "decision"
    DISSENT = "dissent"
    NOTIFIED = "notified"
    APPEAL = "appeal"
    OTHER = "other"


class Section(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One part of an item. *heading* is the source's own words, or empty where the source has none.

    *publicity* is what the source's metadata says of this section alone.
    """

    kind: SectionKind
    heading: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    language: str | None = None
    publicity: Publicity = Publicity()


class Role(StrEnum):
    """What a person does in an item, by the source's structured fields or a labelled section."""

    PREPARER = "preparer"
    PRESENTER = "presenter"
    INFORMANT = "informant"


class PersonInRole(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person in a role, from a structured field or a section that holds nothing else; *title* is the post."""

    name: str
    role: Role
    title: str | None = None


class VoteOption(StrEnum):
    """How a vote is cast, in Popolo's words: yes is JAA, no is EI, abstain is tyhjä, absent is poissa."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class Count(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many votes *option* got."""

    option: VoteOption
    value: int


class Vote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One member's vote, named where the source names it. *group* is the political group, where told."""

    voter: str
    option: VoteOption
    group: str | None = None


class VoteEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One vote (äänestys) as counted and, where the source tells, by name. *meaning* tells what an option stands for.

    Read from the item's text, which stays as it is; the named votes of an option agree with its count, or there are none.
    *text* are the sentences that tell the counts. *is_on_outcome* says that yes and no are for and against what was decided
    ("9 äänellä 6 ääntä vastaan"), because the source does not tell which was JAA.
    """

    counts: tuple[Count, ...]
    votes: tuple[Vote, ...] = ()
    meaning: tuple[tuple[VoteOption, str], ...] = ()
    text: str = ""
    is_on_outcome: bool = False


class EarlierHandling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A handling of the same case before this meeting, as far as the source repeats it."""

    organization: str
    day: date | None = None
    number: str | None = None
    sections: tuple[Section, ...] = ()


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One item (pykälä, asiakohta). *number* is the source's ("127", "45 a"), None for a row without one.

    *other_title* is what another place of the source calls it, where the two differ; it is never shown.
    *order* counts from 1 within the meeting. *id* is its address without the ending, given by `model.identifiers`.
    *source_id* is the source's own key, stable between exports. *holds* are codes of messages because of which the item
    must wait for a person (a title that contradicts itself, say). *has_text* is False when only a list names the item.
    """

    id: str = ""
    source_id: str
    order: int
    title: str
    language: str
    other_title: str | None = None
    number: str | None = None
    register_number: str | None = None
    function_class: str | None = None
    sections: tuple[Section, ...] = ()
    people: tuple[PersonInRole, ...] = ()
    votes: tuple[VoteEvent, ...] = ()
    earlier_handlings: tuple[EarlierHandling, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    publicity: Publicity = Publicity()
    holds: tuple[str, ...] = ()
    has_text: bool = True


class Attendance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who was there. *role* in the source's words; *group* the source's heading for the group ("Jäsenet", "member").

    *arrived* and *left* are set only where the source tells them.
    """

    name: str
    role: str | None = None
    group: str | None = None
    present: bool = True
    arrived: datetime | None = None
    left: datetime | None = None


class Classification(StrEnum):
    """What kind of decision-maker it is. POST is an office-holder, who decides alone: its "meeting" is a day's decisions."""

    BODY = "body"
    POST = "post"


class Organization(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body of the municipality (toimielin) or a post (virka). *id* is a slug of its name, given by `model.identifiers`."""

    id: str = ""
    name: str
    source_id: str | None = None
    classification: Classification = Classification.BODY


class Meeting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One meeting. *start* is aware (Europe/Helsinki) and None where the source tells only the day.

    *source_id* is the importer's id, a colon and the source's own key, stable between exports.
    """

    id: str = ""
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
    attendance: tuple[Attendance, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    recording: Recording | None = None
