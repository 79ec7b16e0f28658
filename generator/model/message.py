"""What a stage has to say besides its value."""

from enum import StrEnum

import msgspec


class Level(StrEnum):
    """How much a message matters to the clerk."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Message(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One thing to be told about an input: what happened, where, and (in its text) what to do.

    *code* names the sentence in generator/messages/{fi,sv,en}.toml; *arguments* fill its places and hold ids, counts and
    categories only, never text of an export. *where* is a file of the export and, after a colon, the place in it.
    An ERROR means that something was set aside and is not published.
    """

    level: Level
    code: str
    where: str
    arguments: dict[str, str | int] = {}
