"""How far the site conforms, as its accessibility statement says it ((EU) 2018/1523, annex)."""

from datetime import date
from enum import StrEnum

import msgspec


class State(StrEnum):
    """The three states of the model statement, and the one before anybody has assessed the site."""

    FULLY = "fully"
    PARTIALLY = "partially"
    NOT = "not"
    NOT_ASSESSED = "not_assessed"


class Unmet(msgspec.Struct, frozen=True, kw_only=True):
    """A success criterion that is not met on *pages* pages; none where a person says so of the whole site."""

    criterion: str
    pages: int


class Waived(msgspec.Struct, frozen=True, kw_only=True):
    """What is published under a waiver: why, by language, and until when."""

    reasons: dict[str, str]
    until: date


class Conformance(msgspec.Struct, frozen=True, kw_only=True):
    """*recorded* of *criteria* success criteria have been checked by a person, the last of them on the day *last_recorded*."""

    state: State = State.NOT_ASSESSED
    unmet: tuple[Unmet, ...] = ()
    waived: tuple[Waived, ...] = ()
    recorded: int = 0
    criteria: int = 50
    last_recorded: date | None = None
