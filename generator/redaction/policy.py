"""What the municipality has decided beforehand about what may be published."""

from enum import StrEnum

import msgspec


class Unmarked(StrEnum):
    """What an item or attachment is of which its source says nothing."""

    PUBLIC = "public"
    HOLD = "hold"


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """The rules for one source.

    *secret_titles* are (beginning of a function class or register number, {language: title}): what a secret item of that
    kind of matter is called. *languages* are those in which the site speaks.
    """

    unmarked: Unmarked
    languages: tuple[str, ...] = ("fi", "sv")
    secret_titles: tuple[tuple[str, dict[str, str]], ...] = ()
