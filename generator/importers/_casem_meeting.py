"""A meeting put together from CaseM's node, list of contents, cover and items."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from generator.importers import _casem_files as files
from generator.importers._casem_cover import NAMES as COVER_NAMES
from generator.importers._casem_cover import Cover, Told, cover, is_cover
from generator.importers._casem_item import ADDITIONAL, FIELDS, Body, ReadItem, listed_item, read_item, value
from generator.importers._casem_publicity import publicity
from generator.importers._casem_records import Content, Property
from generator.importers._headings import section_kind
from generator.importers._publicity import is_about_publicity
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, Classification, Meeting, Organization, SectionKind, Stage, State
from generator.model.message import Level, Message
from generator.model.publicity import Publicity, PublicityClass
from generator.model.text import Heading, inline_text

LEADING_NUMBER = re.compile(r"\d+")
MAX_DIGITS = 18
OPEN = {PublicityClass.PUBLIC, PublicityClass.UNMARKED}
SCHEMA_NAME = re.compile(r"\w{1,40}", re.ASCII)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """All that the export tells of one meeting, or of an office-holder's day. *key* is the source's own.

    *doubts* are codes by content id, of items whose body could not be read.
    """

    key: str
    day: date
    named_start: datetime | None
    organization: Organization
    where: str
    contents: tuple[Content, ...]
    bodies: dict[int, Body]
    doubts: dict[int, str]


def read_meeting(source: Source, kept: files.Files) -> tuple[Meeting, tuple[Message, ...]]:
    """Return the meeting of *source*, and what is to be told of it."""
    covers = [c for c in source.contents if _is_cover(c, source.bodies)]
    cover_bodies = [source.bodies[c.content_id] for c in covers if c.content_id in source.bodies]
    told = [p for body in cover_bodies for p in body.properties]
    language = _language(covers, source.contents)
    listed = [(c, source.bodies.get(c.content_id)) for c in source.contents if c not in covers]
    found = [_item(content, body, language, source, kept) for content, body in listed]
    items = _in_order([read.item for read in found])
    of_list = next((c for c in source.contents if c.is_cover), None)
    listed_start, listed_end = (of_list.start, of_list.end) if of_list else (None, None)
    front = cover(told, Told(day=source.day, start=listed_start, end=listed_end, named_start=source.named_start))
    is_decided = source.organization.classification is Classification.POST or any(map(_is_decided, items))
    stage = Stage.MINUTES if front.is_minutes or is_decided else Stage.AGENDA
    meeting = Meeting(
        source_id=f"casem:{source.key}",
        organization=source.organization,
        day=source.day,
        start=front.start,
        end=front.end,
        place=front.place,
        stage=stage,
        state=_state(stage, front),
        language=language,
        attendance=front.attendance,
        items=items,
        attachments=_whole_files(told, source.bodies.values(), items, kept),
    )
    messages = (*(m for read in found for m in read.messages), *_notes(source, covers, front, found, told))
    return meeting, messages


def _is_cover(content: Content, bodies: dict[int, Body]) -> bool:
    body = bodies.get(content.content_id)
    if body is None:
        return content.is_cover
    return is_cover(body.properties) or (content.is_cover and not value(body.properties, "name"))


def _language(covers: Sequence[Content], contents: Sequence[Content]) -> str:
    """Return the cover's language, otherwise that of most items; where no row says, it is Finnish."""
    said = [c.language for c in (covers or contents) if c.language] or [c.language for c in contents if c.language]
    return Counter(said).most_common(1)[0][0] if said else "fi"


def _item(content: Content, body: Body | None, language: str, source: Source, kept: files.Files) -> ReadItem:
    spoken = content.language or language
    if body:
        return read_item(content, body, spoken, kept)
    doubt = source.doubts.get(content.content_id)
    return ReadItem(item=listed_item(content, spoken, (doubt,) if doubt else ()))


def _in_order(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return *items* in the order of their numbers, unless the list itself keeps it; those without a number come last then."""
    numbers = [_rank(item.number) for item in items if item.number]
    ordered = items if numbers == sorted(numbers) else sorted(items, key=lambda item: (not item.number, _rank(item.number)))
    return tuple(replace(item, order=order) for order, item in enumerate(ordered, start=1))


def _rank(number: str | None) -> tuple[int, str]:
    leading = LEADING_NUMBER.match(number or "")
    return (int(leading[0][:MAX_DIGITS]) if leading else 0, number or "")


def _is_decided(item: AgendaItem) -> bool:
    return any(section.kind is SectionKind.DECISION for section in item.sections)


def _state(stage: Stage, front: Cover) -> State:
    if front.is_corrected:
        return State.CORRECTED
    if front.is_checked:
        return State.CHECKED
    return State.DECIDED if stage is Stage.MINUTES else State.AGENDA


def _whole_files(
    told: Sequence[Property], bodies: Iterable[Body], items: Sequence[AgendaItem], kept: files.Files
) -> tuple[Attachment, ...]:
    """Return the files of the whole meeting. One holds every item's text, so it is no more public than the least public."""
    links = [link for p in told if p.name.casefold() in files.OF_ITEMS for link in files.links(p)]
    whole = [p for body in bodies for p in body.properties if p.name.casefold() in files.WHOLE_MEETING]
    is_open = all(item.publicity.classification in OPEN and not item.holds for item in items)
    own = publicity(told)
    shown_to = own if is_open else Publicity(classification=PublicityClass.UNKNOWN, origin="AgendaAttachment")
    return tuple(kept.attachment(link, shown_to) for link in [*links, *(link for p in whole for link in files.links(p))])


def _notes(
    source: Source, covers: Sequence[Content], front: Cover, found: Sequence[ReadItem], told: Sequence[Property]
) -> Iterator[Message]:
    """Yield what is to be told of the meeting as a whole."""
    for content in covers:
        if not content.is_cover:
            where = source.bodies[content.content_id].where
            arguments: dict[str, str | int] = {"content": content.content_id}
            yield Message(level=Level.WARNING, code="casem.cover_conflict", where=where, arguments=arguments)
    if front.other_day:
        yield Message(level=Level.WARNING, code="casem.other_day", where=source.where)
    bodiless = sum(not read.item.has_text and int(read.item.source_id) not in source.doubts for read in found)
    bodies = [source.bodies[int(read.item.source_id)] for read in found if read.item.has_text]
    additional = sum(value(body.properties, ADDITIONAL).casefold() == "true" for body in bodies)
    headings = sum(_unknown_headings(read.item) for read in found)
    named = {c.content_id: set(map(str, c.files)) for c in source.contents}
    linked = {read.item.source_id: {a.source_id for a in read.item.attachments} for read in found if read.item.has_text}
    nameless = sum(len(named[int(key)] - have) for key, have in linked.items())
    yield from _counted(Level.WARNING, "casem.items_without_text", source.where, bodiless)
    yield from _counted(Level.WARNING, "casem.files_without_link", source.where, nameless)
    yield from _counted(Level.INFO, "casem.additional_items", source.where, additional)
    yield from _counted(Level.INFO, "casem.headings_unknown", source.where, headings)
    strange = [p.name for p in told if p.text.strip() and not _is_of_cover(p.name.casefold())]
    for name, count in sorted(Counter([*(n for read in found for n in read.unknown), *strange]).items()):
        shown = name if SCHEMA_NAME.fullmatch(name) else "?"
        arguments = {"name": shown, "count": count}
        yield Message(level=Level.WARNING, code="casem.property_unknown", where=source.where, arguments=arguments)


def _is_of_cover(name: str) -> bool:
    return name in {*COVER_NAMES, *files.NAMES, *FIELDS} or is_about_publicity(name)


def _unknown_headings(item: AgendaItem) -> int:
    # The headings of a vote are its options.
    blocks = (block for section in item.sections if section.kind is not SectionKind.VOTE for block in section.blocks)
    return sum(isinstance(block, Heading) and section_kind(inline_text(block.content)) is None for block in blocks)


def _counted(level: Level, code: str, where: str, count: int) -> Iterator[Message]:
    if count:
        yield Message(level=level, code=code, where=where, arguments={"count": count})
