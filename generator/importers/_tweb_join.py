"""Which document belongs to which row of a meeting.

A document joins a row by the row's document id in its file name, as a whole number ("632581.pdf", "…docid=632581", not
"632581845351090.pdf"), otherwise by the row's title at its head when no other row has that title. Lists of TWeb tell no
register number; documents of one title that differ in theirs are not the same matter, and none of them is taken. Of several
that fit, the one named by the id is taken before others, then a tagged one (the system's own, not saved anew), then the
first by name; the others are named in a message.
"""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from generator.importers._pdf import PdfText
from generator.importers._tweb_document import NOT_WORDS, Head, head, plain_title
from generator.importers._tweb_layout import parts
from generator.importers._tweb_pages import Row
from generator.model.message import Level, Message

DIGITS = re.compile(r"\d+")
# Of the words of a row's title, so many must stand in the title of a document that has the row's id.
SAME_TITLE = 0.5


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A PDF of the export. *text* is None when it could not be read; its name still says where it belongs."""

    file: str
    text: PdfText | None
    head: Head | None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(DIGITS.findall(self.file.rsplit("/", 1)[-1]))


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """*taken* is {document id or place of the row: its document}."""

    taken: dict[tuple[str, int], Candidate]
    messages: tuple[Message, ...]


def candidate(file: str, text: PdfText | None, own: str) -> Candidate:
    """Return the PDF *file*; *own* is the organization whose name may run in its head."""
    found = parts(text, own) if text else ()
    return Candidate(file=file, text=text, head=head(found[0].lines) if found else None)


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
        taken[file, row.order] = fitting[0]
        messages += [_message("tweb.document_double", one.file, taken=fitting[0].file) for one in fitting[1:]]
    messages += [_message("tweb.document_unnamed", one.file) for one in candidates if one.file not in used]
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


def _rank(one: Candidate, row: Row) -> tuple[bool, bool, str]:
    return row.document not in one.ids, not (one.text and one.text.tagged), one.file


def _has_title(one: Candidate, row: Row) -> bool:
    return one.head is not None and bool(one.head.title) and plain_title(one.head.title) == plain_title(row.title)


def _message(code: str, where: str, **arguments: str | int) -> Message:
    return Message(level=Level.WARNING, code=code, where=where, arguments=arguments)
