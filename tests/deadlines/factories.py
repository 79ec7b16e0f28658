"""Items and meetings with instructions, and nothing else that a test does not name."""

from datetime import date

from generator.model.meeting import Organization, Section, SectionKind, Stage, State
from generator.model.redacted import PublicAttachment, PublicItem, RedactedMeeting, Version
from generator.model.text import Heading, ItemList, Paragraph, Run


def section(heading: str, *words: str | tuple[str] | list[str]) -> Section:
    """Return instructions: a text is a paragraph, a tuple of one a heading, a list a list."""
    return Section(kind=SectionKind.APPEAL, heading=_run(heading), blocks=tuple(map(_block, words)))


def item(*sections: Section, number: str | None = "3", files: tuple[str, ...] = (), identity: str = "a") -> PublicItem:
    return PublicItem(
        id=identity,
        source_id=identity,
        order=1,
        title="Asia",
        language="fi",
        number=number,
        sections=sections,
        attachments=tuple(PublicAttachment(title=title) for title in files),
    )


def meeting(*items: PublicItem, versions: tuple[Version, ...] = (), files: tuple[str, ...] = ()) -> RedactedMeeting:
    return RedactedMeeting(
        id="kaupunginhallitus/2026-09-01",
        source_id="x:1",
        organization=Organization(id="kaupunginhallitus", name="Kaupunginhallitus"),
        day=date(2026, 8, 24),
        stage=Stage.MINUTES,
        state=State.CHECKED,
        language="fi",
        languages=("fi",),
        items=items,
        versions=versions,
        attachments=tuple(PublicAttachment(title=title) for title in files),
    )


def version(day: str, state: State = State.CHECKED, **changes: tuple[str, ...]) -> Version:
    return Version(published=date.fromisoformat(day), state=state, **changes)


def _run(text: str) -> tuple[Run, ...]:
    return (Run(text=text),) if text else ()


def _block(words: str | tuple[str] | list[str]) -> Paragraph | Heading | ItemList:
    if isinstance(words, list):
        return ItemList(items=tuple((Paragraph(content=_run(entry)),) for entry in words))
    if isinstance(words, tuple):
        return Heading(content=_run(words[0]))
    return Paragraph(content=_run(words))
