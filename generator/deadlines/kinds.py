"""The kinds of appeal: period, start rule, statute and the words that recognise each, as data."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec


class Start(StrEnum):
    """What starts a period: see kinds.toml."""

    WEB = "web"
    GIVEN = "given"
    NOTICE = "notice"
    SERVED = "served"


class Whose(StrEnum):
    """Whose last day it is: that of a member of the municipality, of all who may appeal, or of a party alone."""

    MEMBER = "member"
    ANYONE = "anyone"
    PARTY = "party"


WHOSE = {Start.WEB: Whose.MEMBER, Start.GIVEN: Whose.ANYONE, Start.NOTICE: Whose.ANYONE, Start.SERVED: Whose.PARTY}


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of appeal. A prohibition has no *starts*; a combined kind has the ids of its *parts*, and nothing else.

    *statute* and *name* are texts by language.
    """

    id: str
    words: tuple[str, ...]
    days: int | None = None
    months: int | None = None
    starts: Start | None = None
    whose: Whose | None = None
    statute: dict[str, str] = {}
    name: dict[str, str] = {}
    parts: tuple[str, ...] | None = None

    @property
    def is_prohibition(self) -> bool:
        return self.starts is None and self.parts is None

    @property
    def owner(self) -> Whose | None:
        """Return whose date it is: as said, otherwise as follows from what starts the period."""
        return self.whose or (WHOSE[self.starts] if self.starts else None)


@cache
def packaged() -> tuple[Kind, ...]:
    """Return the kinds that come with Pykälä, in the order of kinds.toml."""
    found = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert({"id": key, **fields}, Kind) for key, fields in found.items())
