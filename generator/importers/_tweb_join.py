"""Which document belongs to which row of a meeting.

A document joins a row by the row's document id in its file name, as a whole number ("632581.pdf", "…docid=632581", not
"632581845351090.pdf"), otherwise by the row's title at its head when no other row has that title. Lists of TWeb tell no
register number; documents of one title that differ in theirs are not the same matter, and none of them is taken. Of several
that fit, the one named by the id is taken before others, then a Word file or a tagged PDF (the system's own, not saved
anew), then the first by name; the others are named in a message.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import msgspec

from generator.importers._pdf import PdfText
from generator.importers._publicity import strictest
from generator.importers._tweb_document import NOT_WORDS, Head, head, plain_title
from generator.importers._tweb_layout import parts
from generator.importers._tweb_pages import Row
from generator.importers._tweb_word import CLASS, WordItem
from generator.importers._tweb_word_document import word_head
from generator.model.message import Level, Message
from generator.model.publicity import Publicity, PublicityClass

DIGITS = re.compile(r"\d+")
# Of the words of a row's title, so many must stand in the title of a document that has the row's id.
SAME_TITLE = 0.5
WORD_NAMES = frozenset({".doc", ".docx"})


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the export, a PDF (*text*) or a Word file (*word*).

    Both are None when it could not be read; its name still says where it belongs. *publicity* is what its metadata say.
    """

    file: str
    text: PdfText | None = None
    word: WordItem | None = None
    head: Head | None = None
    publicity: Publicity = Publicity()

    @property
    def is_read(self) -> bool:
        return self.text is not None or self.word is not None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(DIGITS.findall(self.file.rsplit("/", 1)[-1]))


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """*taken* is {document id or place of the row: its document}."""

    taken: dict[tuple[str, int], Candidate]
    messages: tuple[Message, ...]


def candidate(file: str, text: PdfText, own: str) -> Candidate:
    """Return the PDF *file*; *own* is the organization whose name may run in its head."""
    found = parts(text, own)
    return Candidate(file=file, text=text, head=head(found[0].lines) if found else None)


def word_candidate(file: str, word: WordItem) -> Candidate:
    """Return the Word file *file*."""
    return Candidate(file=file, word=word, head=word_head(word), publicity=word.publicity)


def unread_candidate(file: str) -> Candidate:
    """Return a document that could not be read; a Word file may say in its metadata that it is secret."""
    is_word = PurePosixPath(file).suffix.casefold() in WORD_NAMES
    unknown = Publicity(classification=PublicityClass.UNKNOWN, origin=CLASS)
    return Candidate(file=file, publicity=unknown if is_word else Publicity())


def join(pages: Iterable[tuple[str, tuple[Row, ...]]], candidates: list[Candidate]) -> Joined:
    """Return the document of each row, rows named by (page, order), and messages on what was not taken."""
    rows = [(file, row) for file, found in pages for row in found]
    titles = Counter(plain_title(row.title) for _, row in rows)
    taken: dict[tuple[str, int], Candidate] = {}
    messages: list[Message] = []
    used: set[str] = set()
    for file, row in rows:
        named = [one for one in candidates if row.document in one.ids]
        titled = [
            one for one in candidates if one not in named and titles[plain_title(row.title)] == 1 and _has_title(one, row)
        ]
        fitting = [one for one in sorted([*named, *titled], key=lambda one: _rank(one, row)) if one.file not in used]
        used |= {one.file for one in fitting}
        if not fitting:
            continue
        if not named and len({number for one in fitting if (number := one.head and one.head.register_number)}) > 1:
            messages += [_message("tweb.document_ambiguous", one.file) for one in fitting]
            continue
        taken[file, row.order] = _with_strictest(fitting)
        messages += [_message("tweb.document_double", one.file, taken=fitting[0].file) for one in fitting[1:]]
    messages += [_message("tweb.document_unnamed", one.file) for one in candidates if one.file not in used and one.is_read]
    return Joined(taken=taken, messages=tuple(messages))


def contradicts(one: Candidate, row: Row) -> bool:
    """Tell whether a document that has the row's id speaks of another matter."""
    if row.number is None or one.head is None or not one.head.title:
        return False
    told = " ".join([one.head.title, *(line.text for line in one.head.lines)])
    if plain_title(one.head.title) in plain_title(row.title) or plain_title(row.title) in plain_title(told):
        return False
    wanted, found = (NOT_WORDS.sub(" ", text.casefold()).split() for text in (row.title, told))
    return sum(word in found for word in wanted) < SAME_TITLE * len(wanted)


def _rank(one: Candidate, row: Row) -> tuple[bool, bool, bool, str]:
    is_structured = one.word is not None or (one.text is not None and one.text.tagged)
    return not one.is_read, row.document not in one.ids, not is_structured, one.file


def _with_strictest(fitting: Sequence[Candidate]) -> Candidate:
    """Return the first of the documents of an item, with the strictest class that any of them that was read has."""
    first = fitting[0]
    said = [one.publicity for one in fitting if one.is_read or one is first]
    return msgspec.structs.replace(first, publicity=strictest(said))


def _has_title(one: Candidate, row: Row) -> bool:
    return one.head is not None and bool(one.head.title) and plain_title(one.head.title) == plain_title(row.title)


def _message(code: str, where: str, **arguments: str | int) -> Message:
    return Message(level=Level.WARNING, code=code, where=where, arguments=arguments)
