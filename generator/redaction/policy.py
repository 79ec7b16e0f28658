"""What the municipality has decided beforehand about what may be published."""

from enum import StrEnum

import msgspec

from generator.model.decision import NOTHING_DECIDED, Decided


class Unmarked(StrEnum):
    """What an item or attachment is of which its source says nothing."""

    PUBLIC = "public"
    HOLD = "hold"


class Names(StrEnum):
    """What becomes of names of private persons in running text.

    ASK: sure ones are masked, and an item with a doubtful one waits for a person. MASK: sure ones are masked, and nobody is
    asked. LEAVE: they are not looked for, because a person reads every text before it is exported.
    """

    ASK = "ask"
    MASK = "mask"
    LEAVE = "leave"


class NamedDecisions(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of decision that must name the private persons whom it concerns, until the time for appeal is over.

    *beginning* is that of a function class or register number; *organization* is the id of the only one meant, if any.
    """

    beginning: str
    organization: str | None = None


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """The rules for one source.

    *secret_titles* are (beginning of a function class or register number, {language: title}): what a secret item of that
    kind of matter is called. *languages* are those in which the site speaks. *decided* is what persons have decided since.
    Private persons are named in none but the *named_decisions*.
    """

    unmarked: Unmarked
    languages: tuple[str, ...] = ("fi", "sv")
    secret_titles: tuple[tuple[str, dict[str, str]], ...] = ()
    decided: Decided = NOTHING_DECIDED
    named_decisions: tuple[NamedDecisions, ...] = ()
    names: Names = Names.LEAVE
