"""A TWeb meeting: the rows of its page, each with its document, as the model's items."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.importers._headings import folded
from generator.importers._language import language_of
from generator.importers._tweb_cover import Cover, cover
from generator.importers._tweb_document import Context, Document, document
from generator.importers._tweb_join import Candidate, contradicts
from generator.importers._tweb_layout import ABSENT, PLACE, PRESENT, TIME, parts
from generator.importers._tweb_pages import Link, MeetingPage, Row
from generator.model.attachment import Attachment
from generator.model.identifiers import slug
from generator.model.meeting import AgendaItem, Meeting, Organization, Stage, State
from generator.model.message import Level, Message


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an export by the ids that stand in their names, and the links of attachment pages by their item."""

    by_id: dict[str, str]
    attachments: dict[str, tuple[Link, ...]]


def meeting(page: MeetingPage, day: date, documents: dict[int, Candidate], files: Files) -> Iterator[Meeting | Message]:
    """Yield the meeting of *page*, *documents* being those of its rows by their place, and messages on it."""
    language = language_of(" ".join(row.title for row in page.rows), page.language)
    items: list[AgendaItem] = []
    for row in page.rows:
        item, messages = _item(row, documents.get(row.order), page, day, files)
        yield from messages
        items.append(item)
    found = next((c for row in page.rows if (c := _cover(row, documents.get(row.order), page, day))), Cover())
    yield from _summary(page, items)
    yield Meeting(
        source_id=source_id(page),
        organization=Organization(name=page.organization),
        day=day,
        start=page.start or found.start,
        end=found.end,
        place=found.place,
        stage=page.stage,
        state=State.CHECKED if found.is_checked and page.stage == Stage.MINUTES else page.state,
        number=page.number,
        language=language,
        attendance=found.attendance,
        items=tuple(items),
        attachments=tuple(_linked(link, files) for link in page.materials),
    )


def source_id(page: MeetingPage) -> str:
    """Return the system's own key, with the organization since other systems count from 1 too; otherwise the time."""
    when = page.start.isoformat(timespec="minutes") if page.start else str(page.day)
    return f"tweb/{slug(page.organization)}/{page.key or when}"


def _item(row: Row, one: Candidate | None, page: MeetingPage, day: date, files: Files) -> tuple[AgendaItem, list[Message]]:
    messages: list[Message] = []
    read = Document(language=language_of(row.title, page.language))
    if one and one.text and one.text.lines:
        context = Context(organization=page.organization, day=day, number=row.number, title=row.title, language=page.language)
        read = document(one.text, context)
        if read.unknown:
            messages.append(_message(Level.INFO, "tweb.heading_unknown", one.file, count=read.unknown))
        if one.text.hidden:
            messages.append(_message(Level.WARNING, "tweb.pdf_hidden_text", one.file, count=one.text.hidden))
    conflict = one is not None and contradicts(one, row)
    if one and conflict:
        messages.append(_message(Level.WARNING, "tweb.title_conflict", one.file, item=row.number or f"#{row.order}"))
    item = AgendaItem(
        source_id=row.document or f"#{row.order}",
        order=row.order,
        title=row.title,
        language=read.language,
        number=row.number,
        register_number=read.register_number,
        function_class=read.function_class,
        sections=read.sections,
        earlier_handlings=read.earlier_handlings,
        attachments=_attachments(row, read, files),
        holds=("tweb.title_conflict",) if conflict else (),
        has_text=bool(read.sections or read.earlier_handlings or read.attachments),
    )
    return item, messages


def _attachments(row: Row, read: Document, files: Files) -> tuple[Attachment, ...]:
    """Return what the document names, with the files that a page of attachments links, and what only that page names."""
    keys = [key for key in (row.attachments_id, row.document) if key]
    links = {folded(link.title): link for key in keys for link in files.attachments.get(key, ())}
    found = [_with_file(one, links.pop(folded(one.title), None), files) for one in read.attachments]
    return (*found, *(_linked(link, files) for link in links.values()))


def _with_file(one: Attachment, link: Link | None, files: Files) -> Attachment:
    return replace(one, source_id=link.document, file=files.by_id.get(link.document)) if link else one


def _linked(link: Link, files: Files) -> Attachment:
    return Attachment(title=link.title, source_id=link.document, file=files.by_id.get(link.document))


def _cover(row: Row, one: Candidate | None, page: MeetingPage, day: date) -> Cover | None:
    """Return what a row without a number tells of the meeting, when its document is a cover page by its captions."""
    if row.number or one is None or one.text is None:
        return None
    found = parts(one.text, page.organization)
    words = {folded(part.caption or "") for part in found}
    if not words & {*PRESENT, *ABSENT} and not (words & set(TIME) and words & set(PLACE)):
        return None
    return cover(found, day)


def _summary(page: MeetingPage, items: list[AgendaItem]) -> Iterator[Message]:
    missing = sum(not item.has_text for item in items)
    if missing:
        yield _message(Level.WARNING, "tweb.document_missing", page.file, count=missing)
    named = {item.order: sum(not one.supporting for one in item.attachments) for item in items}
    unnamed = sum(max(0, row.attachments - named[row.order]) for row in page.rows)
    if unnamed:
        yield _message(Level.WARNING, "tweb.attachments_unnamed", page.file, count=unnamed)
    if page.untitled:
        yield _message(Level.ERROR, "tweb.row_without_title", page.file, count=page.untitled)


def _message(level: Level, code: str, where: str, **arguments: str | int) -> Message:
    return Message(level=level, code=code, where=where, arguments=arguments)
