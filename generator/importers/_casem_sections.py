"""The sections of an item, and of its earlier handlings, from CaseM's properties."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from generator.errors import ExportError
from generator.importers import _markup
from generator.importers._casem_publicity import publicity
from generator.importers._casem_records import Property, moment, title_text
from generator.importers._casem_votes import votes
from generator.importers._dates import net_datetime
from generator.importers._headings import section_kind
from generator.importers._publicity import is_about_publicity
from generator.messages import sentence
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.text import Block, Heading, Inline, Paragraph, Run, inline_text

K = SectionKind

# In the order of the minutes; the misspelled names are those of HistoryTopics.
KINDS = {
    "draftsmans": K.PREPARER, "draftsmen": K.PREPARER,
    "draftingnotes": K.MORE_INFORMATION, "decisionnotes": K.MORE_INFORMATION,
    "description": K.BACKGROUND,
    "opinions": K.OTHER,
    "presenters": K.PRESENTER,
    "decisionproposal": K.PROPOSAL, "descisionproposal": K.PROPOSAL,
    "disqualification": K.DISQUALIFICATION,
    "eventhandling": K.HANDLING, "meetingcontent": K.HANDLING,
    "votings": K.VOTE,
    "decision": K.DECISION, "descision": K.DECISION,
    "dissentingopinion": K.DISSENT,
    "inform": K.NOTIFIED,
    "correctioninstructions": K.APPEAL,
}  # fmt: skip
# CaseM always has these as properties: such a heading inside another tells of another body's, or of an earlier, decision.
NEVER_INSIDE = {K.DECISION, K.PROPOSAL, K.PREPARER, K.PRESENTER}
ORDER = tuple(dict.fromkeys(KINDS.values()))
HISTORY = "historytopics"
TOPIC_KEYS = {"party", "partysv", "article", "meetingdate"}
# The number becomes an address: anything else may be text that nobody has looked at. Office-holders' have the year.
NUMBER = re.compile(r"\d{1,6}(?:\s?[a-zåäö]|/\d{4})?", re.IGNORECASE)
RECORD_END = "!#"
FIELD_END = ";#"


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The earlier handlings, and the names of their fields that have a value and no place in the model."""

    handlings: tuple[EarlierHandling, ...]
    unknown: tuple[str, ...]


def sections(properties: Sequence[Property], language: str) -> tuple[Section, ...]:
    """Return the sections that *properties* make, in the order of the minutes; those without text are left out.

    Raises:
        ExportError: a text is nested deeper than any real page.

    """
    found: dict[SectionKind, list[Block]] = {}
    for prop in properties:
        kind = KINDS.get(prop.name.casefold())
        if kind:
            found.setdefault(kind, []).extend(_blocks(kind, prop.text, language))
    return tuple(section for kind in ORDER for section in _split(kind, found.get(kind, ()), language))


def fields(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the records of *text* ("a;#b;#c;#!#d;#…"), each as its fields."""
    for record in text.split(RECORD_END):
        if record.strip():
            yield tuple(title_text(field) for field in record.split(FIELD_END))


def history(text: str, language: str) -> History:
    """Return the earlier handlings in *text*, the JSON of HistoryTopics.

    Raises:
        ExportError: it is no such JSON.

    """
    try:
        topics = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExportError("casem.history_broken") from error
    if not isinstance(topics, list) or not all(isinstance(topic, dict) for topic in topics):
        raise ExportError("casem.history_broken")
    return History(
        handlings=tuple(_handling(topic, language) for topic in topics),
        unknown=tuple(dict.fromkeys(name for topic in topics for name in _unknown(topic))),
    )


def _blocks(kind: SectionKind, text: str, language: str) -> tuple[Block, ...]:
    if kind in {K.PREPARER, K.PRESENTER} and FIELD_END in text:
        return tuple(_person(record) for record in fields(text) if any(record))
    if kind is K.VOTE:
        return votes(text, language)
    return _markup.blocks(text, language=language, is_heading=lambda start: _opens(section_kind(start), kind))


def _person(record: tuple[str, ...]) -> Paragraph:
    return Paragraph(content=(Run(text=", ".join(field for field in record if field)),))


def _split(kind: SectionKind, blocks: Iterable[Block], language: str) -> Iterator[Section]:
    """Yield the section *kind*, and one more from each heading inside it that names another kind."""
    heading = own = _own_heading(kind, language)
    part: list[Block] = []
    current = kind
    for block in blocks:
        named = section_kind(inline_text(block.content)) if isinstance(block, Heading) else None
        is_own = named is kind and (current is not kind or not (part or heading))
        if not isinstance(block, Heading) or named is None or not (is_own or (named is not current and _opens(named, kind))):
            part.append(block)
            continue
        if part or heading is not own:
            yield from _closed(current, heading, part)
        current, heading, part = named, block.content, []
    if part or heading is not own:
        yield from _closed(current, heading, part)


def _closed(kind: SectionKind, heading: tuple[Inline, ...], part: Sequence[Block]) -> Iterator[Section]:
    """Yield a section; a heading with nothing under it ("Muutoksenhakukielto") is its text."""
    if part:
        yield Section(kind=kind, heading=heading, blocks=tuple(part))
    elif heading:
        yield Section(kind=kind, blocks=(Paragraph(content=heading),))


def _opens(named: SectionKind | None, kind: SectionKind) -> bool:
    """Tell whether a heading that names the kind *named* opens a section of its own inside the property of *kind*."""
    return named is not None and named is not kind and named not in NEVER_INSIDE


def _own_heading(kind: SectionKind, language: str) -> tuple[Inline, ...]:
    # CaseM names its properties and heads none; only Opinions has no kind whose name would head it.
    return (Run(text=sentence("casem.opinions", {}, language=language)),) if kind is K.OTHER else ()


def _handling(topic: dict[str, object], language: str) -> EarlierHandling:
    told = [Property(name=name, text=_topic_text(name, value)) for name, value in topic.items()]
    names = [topic.get(key) for key in (("PartySv", "Party") if language == "sv" else ("Party", "PartySv"))]
    number = topic.get("Article")
    day = _moment(topic.get("MeetingDate"))
    shown_to = publicity(told)
    return EarlierHandling(
        organization=next((title_text(name) for name in names if isinstance(name, str) and name.strip()), ""),
        day=day.date() if day else None,
        number=article(str(number)) if isinstance(number, int | str) else None,
        sections=tuple(replace(section, publicity=shown_to) for section in sections(told, language)),
    )


def article(text: str) -> str | None:
    """Return the number of an item in *text* ("233", "§ 45 a", "12/2026"), or None for "0" and nothing."""
    number = title_text(text).strip("§. ")
    return number if NUMBER.fullmatch(number) and number.strip("0") else None


def _topic_text(name: str, value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if name.casefold() == "votings":
        return json.dumps(value)
    if isinstance(value, list) and all(isinstance(person, dict) for person in value):
        return RECORD_END.join(map(_record, value))
    if name.casefold() in KINDS:
        raise ExportError("casem.history_broken")
    return str(value)


def _record(person: dict[str, object]) -> str:
    parts = (person.get(key) for key in ("Name", "Title", "Phone", "Email"))
    return "".join((part if isinstance(part, str) else "") + FIELD_END for part in parts)


def _moment(value: object) -> datetime | None:
    return (net_datetime(value) or moment(value)) if isinstance(value, str) else None


def _unknown(topic: dict[str, object]) -> Iterator[str]:
    for name, value in topic.items():
        if value and name.casefold() not in {*KINDS, *TOPIC_KEYS} and not is_about_publicity(name):
            yield name
