"""The one place where tests of redaction build meetings; a test says only what matters to it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.attachments import read_all, reading
from generator.errors import ExportError
from generator.model.attachment import Reading
from generator.model.meeting import AgendaItem, Meeting, Organization, Section, SectionKind, Stage, State
from generator.model.publicity import Publicity, PublicityClass
from generator.model.text import Heading, Paragraph, Run
from generator.redaction import Policy, Redaction, Unmarked, redact

PUBLIC = Policy(unmarked=Unmarked.PUBLIC)
HOLD = Policy(unmarked=Unmarked.HOLD)


def classified(classification: PublicityClass, ground: str | None = None) -> Publicity:
    return Publicity(classification=classification, ground=ground, origin="Julkisuus")


def paragraph(text: str) -> Paragraph:
    return Paragraph(content=(Run(text=text),))


def heading(text: str) -> Heading:
    return Heading(content=(Run(text=text),))


def section(*texts: str, kind: SectionKind = SectionKind.BACKGROUND, title: str = "", **more: Any) -> Section:
    return Section(
        kind=kind, heading=(Run(text=title),) if title else (), blocks=tuple(paragraph(text) for text in texts), **more
    )


def item(*sections: Section, title: str = "Laiturin korjaus", order: int = 1, **more: Any) -> AgendaItem:
    defaults: dict[str, Any] = {
        "id": f"satamajaosto/2026-09-14/{order}",
        "source_id": f"a{order}",
        "language": "fi",
        "number": str(order),
    }
    return AgendaItem(order=order, title=title, sections=sections, **{**defaults, **more})


def meeting(*items: AgendaItem, **more: Any) -> Meeting:
    defaults: dict[str, Any] = {
        "id": "satamajaosto/2026-09-14",
        "source_id": "k1",
        "organization": Organization(id="satamajaosto", name="Satamajaosto"),
        "day": date(2026, 9, 14),
        "stage": Stage.MINUTES,
        "state": State.CHECKED,
        "language": "fi",
    }
    return Meeting(items=items, **{**defaults, **more})


def reader(files: dict[str, bytes] | None = None) -> Callable[[str], bytes]:
    def read(name: str) -> bytes:
        if name not in (files or {}):
            raise ExportError("importers.file_unreadable", where=name)
        return (files or {})[name]

    return read


def redacted(*items: AgendaItem, policy: Policy = PUBLIC, files: dict[str, bytes] | None = None, **more: Any) -> Redaction:
    read = reader(files)
    return redact(read_all(meeting(*items, **more), read, HERE), policy, read)


class _Here:
    """Reads files where the test runs, which is faster than in a process apart."""

    def read(self, name: str, content: bytes, language: str) -> Reading:
        return reading(name, content, language)


HERE = _Here()
