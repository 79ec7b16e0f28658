"""A meeting put together from CaseM's node, list of contents, cover and items."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.importers import _casem_files as files
from generator.importers._casem_cover import Cover, cover, is_cover
from generator.importers._casem_cover import NAMES as COVER_NAMES
from generator.importers._casem_item import Body, ReadItem, listed_item, read_item, value
from generator.importers._casem_records import Content, Property
from generator.importers._headings import section_kind
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, Meeting, Organization, SectionKind, Stage, State
from generator.model.message import Level, Message
from generator.model.publicity import Publicity, PublicityClass
from generator.model.text import Heading, inline_text

LEADING_NUMBER = re.compile(r"\d+")
SCHEMA_NAME = re.compile(r"\w{1,40}", re.ASCII)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """All that the export tells of one meeting. *doubts* are codes by content id, of items whose body could not be read."""

    node_id: int
    day: date
    organization: Organization
    where: str
    contents: tuple[Content, ...]
    bodies: dict[int, Body]
    doubts: dict[int, str]


def read_meeting(source: Source, kept: files.Files) -> tuple[Meeting, tuple[Message, ...]]:
    """Return the meeting of *source*, and what is to be told of it."""
    ...
