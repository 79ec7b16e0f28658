"""A TWeb meeting: the rows of its page, each with its document, as the model's items."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.importers._headings import folded
from generator.importers._language import language_of
from generator.importers._people import unique, written
from generator.importers._tweb_cover import Cover, cover
from generator.importers._tweb_document import Context, Document, document, plain_title
from generator.importers._tweb_join import Candidate, contradicts
from generator.importers._tweb_layout import ABSENT, PLACE, PRESENT, TIME, parts
from generator.importers._tweb_pages import Link, MeetingPage, Row
from generator.importers._tweb_word_document import word_document, word_parts
from generator.importers._votes import vote_events
from generator.model.attachment import Attachment
from generator.model.identifiers import slug
from generator.model.meeting import AgendaItem, Meeting, Organization, Stage, State
from generator.model.message import Level, Message
from generator.model.publicity import PublicityClass

# What a person must look at before the item is shown.
HOLDING = frozenset({"tweb.title_conflict", "tweb.word_unfilled"})


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
    yield from _summary(page, items, documents)
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
    context = Context(organization=page.organization, day=day, number=row.number, title=row.title, language=page.language)
    read = _document(one, context)
    messages = list(_remarks(one, read, row, page.stage)) if one else []
    item = AgendaItem(
        source_id=row.document or f"#{row.order}",
        order=row.order,
        title=row.title,
        other_title=_other_title(one, row),
        language=read.language,
        number=row.number,
        register_number=read.register_number,
        function_class=read.function_class,
        sections=read.sections,
        people=unique(written(read.sections)),
        votes=vote_events(read.sections, read.language),
        earlier_handlings=read.earlier_handlings,
        attachments=_attachments(row, read, files),
        holds=tuple(message.code for message in messages if message.code in HOLDING),
        has_text=bool(read.sections or read.earlier_handlings or read.attachments),
    )
    if one and not one.is_read and one.publicity.classification is PublicityClass.UNKNOWN:
        # Told of by the file's own name: a doubt about its publicity would be a second message on one cause.
        item = replace(item, holds=(*item.holds, "tweb.word_not_read"))
    elif one and one.publicity != item.publicity:
        item = replace(item, publicity=one.publicity)
    return item, messages


def _other_title(one: Candidate | None, row: Row) -> str | None:
    """Return what the document calls the item, in its text and in its properties, where that is not the row's title."""
    told = (*((one.head.title,) if one and one.head else ()), *((one.word.named,) if one and one.word else ()))
    others = dict.fromkeys(title for title in told if title and plain_title(title) != plain_title(row.title))
    return "; ".join(others) or None


def _document(one: Candidate | None, context: Context) -> Document:
    if one and one.word:
        return word_document(one.word, context)
    if one and one.text and one.text.lines:
        return document(one.text, context)
    return Document(language=language_of(context.title, context.language))


def _remarks(one: Candidate, read: Document, row: Row, stage: Stage) -> Iterator[Message]:
    counts = {"pdf_hidden_text": one.text.hidden if one.text else 0}
    if one.word:
        counts = {"word_unfilled": one.word.unfilled, "word_hidden_text": one.word.hidden, "word_left_out": one.word.left_out}
    if read.unknown:
        yield _message(Level.INFO, "tweb.heading_unknown", one.file, count=read.unknown)
    for key, count in counts.items():
        if count:
            yield _message(Level.WARNING, f"tweb.{key}", one.file, count=count)
    if one.word and one.word.is_draft and stage is Stage.MINUTES:
        yield _message(Level.WARNING, "tweb.word_draft", one.file)
    if contradicts(one, row):
        yield _message(Level.WARNING, "tweb.title_conflict", one.file, item=row.number or f"#{row.order}")


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
    if row.number or one is None:
        return None
    found = word_parts(one.word) if one.word else parts(one.text, page.organization) if one.text else ()
    words = {folded(part.caption or "") for part in found}
    if not words & {*PRESENT, *ABSENT} and not (words & set(TIME) and words & set(PLACE)):
        return None
    return cover(found, day)


def _summary(page: MeetingPage, items: list[AgendaItem], documents: dict[int, Candidate]) -> Iterator[Message]:
    # A document that could not be read, or that nobody has filled in, was told of by its own name.
    told = {order for order, one in documents.items() if not one.is_read or (one.word and one.word.unfilled)}
    missing = sum(not item.has_text and item.order not in told for item in items)
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
