"""What `pykala check` tells of exports: in lines for people, whole for programs, or as a shape without any text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec.structs import replace

from generator import importers
from generator.errors import ConfigurationError
from generator.importers import ReadExport
from generator.messages import sentence
from generator.model.identifiers import identified
from generator.model.meeting import AgendaItem, Attendance, EarlierHandling, Meeting, Section, VoteEvent
from generator.model.message import Level, Message
from generator.model.text import Block, ItemList, inline_text, labelled_text
from generator.redaction import masked_message

ENDING = re.compile(r"\.[a-z0-9]{1,5}")
Json = dict[str, Any]  # Any: plain JSON, documented in docs/check.md


def read(paths: Sequence[Path]) -> tuple[ReadExport, ...]:
    """Return what is read from every export at *paths*.

    Raises:
        ConfigurationError: one of them is not there.
    """
    missing = next((path for path in paths if not path.exists()), None)
    if missing:
        raise ConfigurationError("cli.no_such_path", where=missing.name)
    found = (export for path in paths for export in importers.read_all(path))
    return tuple(replace(export, messages=tuple(map(masked_message, export.messages))) for export in found)


def told(exports: Sequence[ReadExport], form: str) -> str:
    """Return what was read as "lines", "json" or "shape"."""
    if form == "lines":
        return "\n".join(line for export in exports for line in _lines(export))
    return json.dumps(whole(exports) if form == "json" else shape(exports), ensure_ascii=False, indent=1)


def exit_code(exports: Sequence[ReadExport]) -> int:
    """Return 0 when all was read, 3 when something was set aside, 1 when no meeting was read."""
    if not any(export.meetings for export in exports):
        return 1
    return 3 if any(m.level is Level.ERROR for export in exports for m in export.messages) else 0


def whole(exports: Iterable[ReadExport]) -> Json:
    """Return everything read, before redaction, in the documented form of `pykala check --json`."""
    return {"exports": [_export(export) for export in exports]}


def shape(exports: Iterable[ReadExport]) -> Json:
    """Return structure, counts and codes of everything read, without any text: safe to send to a maintainer."""
    return {"exports": [_export_shape(export, place) for place, export in enumerate(exports, 1)]}


def _lines(read: ReadExport) -> list[str]:
    known = sentence("cli.check_export", {"importer": read.importer}, where=str(read.export.path)) if read.importer else ""
    meetings = [
        sentence(
            "cli.check_meeting",
            {
                "id": meeting.id,
                "stage": sentence(f"cli.stage_{meeting.stage}", {}),
                "items": len(meeting.items),
                "with_text": sum(item.has_text for item in meeting.items),
                "attendance": len(meeting.attendance),
            },
        )
        for meeting in identified(read.meetings)
    ]
    return [*filter(None, [known]), *meetings, *(f"  {sentence(m.code, m.arguments, where=m.where)}" for m in read.messages)]


def _export(read: ReadExport) -> Json:
    return {
        "path": str(read.export.path),
        "importer": read.importer,
        "meetings": [_meeting(meeting) for meeting in identified(read.meetings)],
        "messages": [message_json(message) for message in read.messages],
    }


def message_json(message: Message) -> Json:
    """Return *message* with its sentence in the language of the commands."""
    return {
        "level": message.level.value,
        "code": message.code,
        "text": sentence(message.code, message.arguments),
        "where": message.where,
    }


def _meeting(meeting: Meeting) -> Json:
    return {
        "id": meeting.id,
        "organization": meeting.organization.name,
        "start": (meeting.start or meeting.day).isoformat(),
        "place": meeting.place,
        "stage": meeting.stage.value,
        "state": meeting.state.value,
        "attendance": [_attendance(person) for person in meeting.attendance],
        "items": [_item(item) for item in meeting.items],
        "attachments": [{"title": a.title, "file": a.file} for a in meeting.attachments],
    }


def _attendance(person: Attendance) -> Json:
    return {
        "name": person.name,
        "role": person.role,
        "present": person.present,
        "arrived": person.arrived.isoformat() if person.arrived else None,
        "left": person.left.isoformat() if person.left else None,
    }


def _item(item: AgendaItem) -> Json:
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "register_number": item.register_number,
        "language": item.language,
        "publicity": item.publicity.classification.value,
        "has_text": item.has_text,
        "holds": list(item.holds),
        "sections": [_section(section) for section in item.sections],
        "people": [{"name": person.name, "role": person.role.value, "title": person.title} for person in item.people],
        "votes": [_vote_event(event) for event in item.votes],
        "earlier_handlings": [_earlier(handling) for handling in item.earlier_handlings],
        "attachments": [{"title": a.title, "file": a.file} for a in item.attachments],
    }


def _vote_event(event: VoteEvent) -> Json:
    return {
        "counts": {count.option.value: count.value for count in event.counts},
        "votes": [{"voter": vote.voter, "option": vote.option.value} for vote in event.votes],
        "meaning": {option.value: words for option, words in event.meaning},
        "on_outcome": event.is_on_outcome,
        "text": event.text,
    }


def _section(section: Section) -> Json:
    return {"kind": section.kind.value, "heading": inline_text(section.heading), "text": labelled_text(section.blocks)}


def _earlier(handling: EarlierHandling) -> Json:
    return {
        "organization": handling.organization,
        "date": handling.day.isoformat() if handling.day else None,
        "number": handling.number,
        "sections": [_section(section) for section in handling.sections],
    }


def _export_shape(read: ReadExport, place: int) -> Json:
    return {
        "export": place,
        "files": _endings(read),
        "importer": read.importer,
        "meetings": [_meeting_shape(meeting) for meeting in read.meetings],
        "messages": dict(sorted(Counter(f"{m.level}:{m.code}" for m in read.messages).items())),
    }


def _endings(read: ReadExport) -> dict[str, int]:
    if read.importer is None:
        return {}
    endings = (PurePosixPath(name).suffix.casefold() for name in read.export.names)
    # What looks like no ending is a part of a name.
    return dict(sorted(Counter(e.removeprefix(".") if ENDING.fullmatch(e) else "?" for e in endings).items()))


def _meeting_shape(meeting: Meeting) -> Json:
    return {
        "stage": meeting.stage.value,
        "state": meeting.state.value,
        "has_time": meeting.start is not None,
        "attendance": len(meeting.attendance),
        "items": [_item_shape(item) for item in meeting.items],
    }


def _item_shape(item: AgendaItem) -> Json:
    return {
        "numbered": item.number is not None,
        "title_letters": len(item.title),
        "has_register_number": item.register_number is not None,
        "language": item.language,
        "publicity": item.publicity.classification.value,
        "holds": list(item.holds),
        "sections": [{"kind": s.kind.value, "blocks": _kinds(s.blocks)} for s in item.sections],
        "people": len(item.people),
        "votes": [{"counts": len(event.counts), "named": len(event.votes)} for event in item.votes],
        "earlier_handlings": len(item.earlier_handlings),
        "attachments": len(item.attachments),
    }


def _kinds(blocks: Sequence[Block]) -> dict[str, int]:
    nested = [b for block in blocks if isinstance(block, ItemList) for entry in block.items for b in entry]
    return dict(sorted(Counter(type(block).__name__ for block in [*blocks, *nested]).items()))
