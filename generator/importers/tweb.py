"""TWeb (Triplan), as its public pages are saved: a meeting's page, lists of meetings, and a PDF or Word file for each item."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

import msgspec

from generator.errors import ExportError
from generator.importers._docx_package import is_word
from generator.importers._export import Export
from generator.importers._pdf import pdf_text
from generator.importers._tweb_join import Candidate, candidate, join, unread_candidate, word_candidate
from generator.importers._tweb_meeting import Files, meeting, source_id
from generator.importers._tweb_pages import (
    AttachmentsPage,
    DecisionsPage,
    ListedMeeting,
    MeetingList,
    MeetingPage,
    Page,
    is_tweb,
    page,
)
from generator.importers._tweb_word import word_item
from generator.model.meeting import Meeting, Stage
from generator.model.message import Level, Message

DIGITS = re.compile(r"\d+")
MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|table)\b", re.IGNORECASE)
END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
LOOKED_AT = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE_NAMES = {".html", ".htm"}
WORD = {".doc", ".docx"}
# What a browser saves beside a page to draw it.
DECORATION = {".css", ".js", ".ico", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".woff", ".woff2", ".ttf", ".eot"}


class _Sorted(msgspec.Struct):
    """The files of an export by what they are.

    *others* are those that are not read, each with the code that says why; *unread* those that could not be, which was told.
    """

    pages: dict[str, Page]
    documents: dict[str, bytes]
    unread: list[str]
    others: dict[str, str]
    messages: list[Message]

    @property
    def is_page_lost(self) -> bool:
        """Tell whether a page that may have been a meeting's could not be read."""
        names = (PurePosixPath(message.where) for message in self.messages if message.level is Level.ERROR)
        return any(name.suffix.casefold() in PAGE_NAMES for name in names)


class TWeb:
    def identify(self, export: Export) -> bool:
        return any(_is_markup(name, content) and is_tweb(content) for name, content in _heads(export))

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        for one in _results(export):
            yield _placed(one, export) if isinstance(one, Message) else one


def _results(export: Export) -> Iterator[Meeting | Message]:
    found = _sorted(export)
    yield from found.messages
    pages = _latest([one for one in found.pages.values() if isinstance(one, MeetingPage)])
    kept = [one for one in pages if isinstance(one, MeetingPage)]
    yield from (one for one in pages if isinstance(one, Message))
    yield from _lists(found.pages, kept)
    files = _files(export, found.pages)
    yield from _stray(found.pages, kept)
    decisions = [one for one in found.pages.values() if isinstance(one, DecisionsPage)]
    yield from (_message(Level.ERROR, "tweb.decisions_not_read", one.file, count=len(one.documents)) for one in decisions)
    linked = _linked(files, kept, decisions)
    rows = {row.document for one in kept for row in one.rows}
    attached = {file for file in files.by_id.values() if (ids := _ids(file)) & linked and not ids & rows}
    yield from (_message(Level.WARNING, code, name) for name, code in found.others.items() if name not in attached)
    unread = [name for name, code in found.others.items() if code == "tweb.word_not_read" and name not in attached]
    candidates = [unread_candidate(name) for name in (*found.unread, *unread)]
    organizations = {one.organization for one in kept}
    own = organizations.pop() if len(organizations) == 1 else ""
    for name, content in found.documents.items():
        if name not in attached:
            document, messages = _candidate(name, content, own)
            candidates.append(document)
            yield from messages
    joined = join([(one.file, one.rows) for one in kept], candidates)
    # Documents without a row belong to the page that was set aside, which was told.
    yield from (m for m in joined.messages if not found.is_page_lost or m.code != "tweb.document_unnamed")
    for one in kept:
        if one.day is None:
            continue
        documents = {order: taken for (file, order), taken in joined.taken.items() if file == one.file}
        yield from meeting(one, one.day, documents, files)


def _heads(export: Export) -> Iterator[tuple[str, bytes]]:
    for name in export.names:
        try:
            yield name, export.head(name)
        except ExportError:
            continue


def _is_markup(name: str, content: bytes) -> bool:
    return PurePosixPath(name).suffix.casefold() in PAGE_NAMES or bool(MARKUP.search(content[:LOOKED_AT]))


def _sorted(export: Export) -> _Sorted:
    found = _Sorted({}, {}, [other.name for other in export.others], {}, [])
    decoration = 0
    for name in export.names:
        try:
            content = export.read(name)
        except ExportError as error:
            found.messages.append(Message(level=Level.ERROR, code=error.code, where=name, arguments=error.arguments))
            found.unread.append(name)
            continue
        suffix = PurePosixPath(name).suffix.casefold()
        if content.startswith(b"%PDF") or suffix == ".pdf" or is_word(content):
            found.documents[name] = content
        elif suffix in DECORATION:
            decoration += 1
        elif suffix in WORD and MARKUP.search(content[:LOOKED_AT]):
            found.messages.append(_message(Level.ERROR, "tweb.word_is_markup", name))
            found.unread.append(name)
        elif _is_markup(name, content):
            _sort_page(found, name, content)
        else:
            is_called_word = content.startswith(OLE) or suffix in WORD
            found.others[name] = "tweb.word_not_read" if is_called_word else "tweb.file_not_used"
    if decoration:
        found.messages.append(_message(Level.INFO, "tweb.page_parts", export.name, count=decoration))
    return found


def _sort_page(found: _Sorted, name: str, content: bytes) -> None:
    try:
        one = page(content, name)
    except ExportError as error:
        found.messages.append(Message(level=Level.ERROR, code=error.code, where=name, arguments=error.arguments))
        return
    if one is None:
        found.messages.append(_message(Level.ERROR, "tweb.page_unreadable", name))
    elif isinstance(one, MeetingPage) and not END.search(content):
        # Half a meeting is not published as if it were the whole.
        found.messages.append(_message(Level.ERROR, "tweb.page_cut", name))
    elif isinstance(one, MeetingPage) and one.day is None:
        found.messages.append(_message(Level.ERROR, "tweb.page_without_date", name))
    elif isinstance(one, MeetingPage) and not one.rows:
        found.messages.append(_message(Level.ERROR, "tweb.page_without_items", name))
    elif isinstance(one, MeetingPage | MeetingList | AttachmentsPage) or (isinstance(one, DecisionsPage) and one.documents):
        found.pages[name] = one
    else:
        found.messages.append(_message(Level.INFO, "tweb.page_not_used", name))


def _latest(pages: list[MeetingPage]) -> list[MeetingPage | Message]:
    """Return one page a meeting, the minutes before the agenda, and a message for each other."""
    found: dict[str, MeetingPage] = {}
    messages: list[MeetingPage | Message] = []
    for one in sorted(pages, key=lambda one: (one.stage != Stage.MINUTES, -len(one.rows), one.file)):
        first = found.setdefault(source_id(one), one)
        if first is not one:
            messages.append(_message(Level.WARNING, "tweb.page_superseded", one.file, taken=first.file))
    return [*sorted(found.values(), key=lambda one: one.file), *messages]


def _lists(pages: dict[str, Page], kept: list[MeetingPage]) -> Iterator[Message]:
    """Yield one message a list, on the meetings that it names and the export does not hold."""
    known = {(one.organization.casefold(), one.day, one.key) for one in kept}
    for one in pages.values():
        missing = sum(not _is_among(listed, known) for listed in one.meetings) if isinstance(one, MeetingList) else 0
        if missing:
            yield _message(Level.INFO, "tweb.listed_only", one.file, count=missing)


def _is_among(listed: ListedMeeting, known: set[tuple[str, date | None, str | None]]) -> bool:
    """Tell whether a listed meeting is here: by its key where both pages tell one, otherwise by organization and day."""
    return any(
        listed.key == key if listed.key and key else (listed.organization.casefold(), listed.day) == (organization, day)
        for organization, day, key in known
    )


def _files(export: Export, pages: dict[str, Page]) -> Files:
    by_id: dict[str, str] = {}
    for name in export.names:
        for number in DIGITS.findall(PurePosixPath(name).name):
            by_id.setdefault(number, name)
    attachments = {
        number: one.links
        for name, one in pages.items()
        if isinstance(one, AttachmentsPage)
        for number in DIGITS.findall(PurePosixPath(name).name)
    }
    return Files(by_id=by_id, attachments=attachments)


def _stray(pages: dict[str, Page], kept: list[MeetingPage]) -> Iterator[Message]:
    """Yield a message for each page of attachments that belongs to no item: it is known by the item's id in its name."""
    ids = {number for one in kept for row in one.rows for number in (row.document, row.attachments_id)}
    for name, one in pages.items():
        if isinstance(one, AttachmentsPage) and not ids & _ids(name):
            yield _message(Level.WARNING, "tweb.attachments_unjoined", name)


def _linked(files: Files, kept: list[MeetingPage], decisions: list[DecisionsPage]) -> set[str]:
    """Return the ids of the documents that a page links beside the documents of items."""
    linked = {link.document for links in files.attachments.values() for link in links}
    linked |= {link.document for one in kept for link in one.materials}
    return linked.union(*(one.documents for one in decisions))


def _ids(file: str) -> set[str]:
    return set(DIGITS.findall(PurePosixPath(file).name))


def _candidate(name: str, content: bytes, own: str) -> tuple[Candidate, list[Message]]:
    try:
        if is_word(content):
            return word_candidate(name, word_item(content, name)), []
        text = pdf_text(content, name)
    except ExportError as error:
        return unread_candidate(name), [Message(level=Level.ERROR, code=error.code, where=name, arguments=error.arguments)]
    if not text.lines:
        return unread_candidate(name), [_message(Level.ERROR, "tweb.pdf_no_text", name)]
    return candidate(name, text, own), []


def _placed(message: Message, export: Export) -> Message:
    """Return *message* with its file named as a file of *export*."""
    if message.where == export.name or message.where not in export.names:
        return message
    return msgspec.structs.replace(message, where=f"{export.name}/{message.where}")


def _message(level: Level, code: str, where: str, **arguments: str | int) -> Message:
    return Message(level=level, code=code, where=where, arguments=arguments)


IMPORTER = TWeb()
