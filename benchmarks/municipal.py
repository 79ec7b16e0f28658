"""The texts of real items as the detector of names gets them, for benchmarks and tests; read in place, never copied."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator import importers
from generator.model.meeting import AgendaItem, Meeting, Section
from generator.model.text import inline_text, text
from generator.redaction.names import Field, Known, Passage, field_of

SAMPLES = Path(__file__).parents[1] / ".." / "shared" / "samples" / "fi" / "paatos-scraper"
TOWNS = ("mikkeli", "tampere", "oulu", "espoo")


class Item(NamedTuple):
    """One item: its *passages* are title, sections, earlier handlings' sections and titles of attachments, in this order."""

    export: str
    id: str
    passages: tuple[Passage, ...]
    known: Known


def items(town: str) -> Iterator[Item]:
    """Yield the items of *town*'s sample."""
    for export in importers.read_all(SAMPLES / town):
        for meeting in export.meetings:
            known = Known(public=frozenset(_public(meeting)), places=frozenset({town.capitalize()}))
            for item in meeting.items:
                yield Item(export.export.name, item.source_id, tuple(_passages(item)), known)


def _public(meeting: Meeting) -> Iterator[str]:
    """Yield who is public by the export's structured roles."""
    yield from (attendance.name for attendance in meeting.attendance)
    for item in meeting.items:
        yield from (person.name for person in item.people)
        yield from (vote.voter for event in item.votes for vote in event.votes)


def _passages(item: AgendaItem) -> Iterator[Passage]:
    yield Passage(text=item.title, language=item.language, field=Field.MATTER)
    sections = (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))
    yield from (_passage(section, item.language) for section in sections)
    yield from (Passage(text=a.title, language=item.language, field=Field.MATTER) for a in item.attachments)


def _passage(section: Section, language: str) -> Passage:
    words = f"{inline_text(section.heading)}\n{text(section.blocks)}"
    return Passage(text=words, language=section.language or language, field=field_of(section.kind))
