"""Private persons' names in the texts of a case, found before anything is masked, since one text tells of another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from generator.model.meeting import AgendaItem, Meeting, Section
from generator.model.text import Block, Heading, ItemList, Paragraph, Table, Withheld, inline_text
from generator.redaction.marks import Mark
from generator.redaction.names import Field, Known, Passage, field_of, find_in_case
from generator.redaction.policy import Names

LANGUAGES = frozenset({"fi", "sv"})  # those that the models know
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEGINNING = 3  # of a name: what follows may change in an inflected form


class People(msgspec.Struct, frozen=True, kw_only=True):
    """Who is named in the texts of one case. *known* are people in public roles, and names found in the case.

    *found* are the marks of each passage that was read with the others. *names* says whether they are looked for at all.
    """

    names: Names = Names.LEAVE
    known: Known = Known()
    found: Mapping[Passage, tuple[Mark, ...]] = {}

    def marks(self, passage: Passage) -> tuple[Mark, ...]:
        """Return the marks of names in *passage*, also of one that was not among the texts of the case."""
        if self.names is Names.LEAVE or not any(map(str.isupper, passage.text)):
            return ()
        known = self.found.get(passage)
        found = find_in_case([passage], self.known)[0] if known is None else known
        return found if self.names is Names.ASK else tuple(mark for mark in found if not mark.is_doubtful)


NOBODY = People()


def passage(text: str, language: str | None, field: Field) -> Passage:
    return Passage(text=text, language=language if language in LANGUAGES else None, field=field)


def public_people(meetings: Iterable[Meeting]) -> frozenset[str]:
    """Return the names of elected people and office-holders, from the structured roles of *meetings* only.

    What the running text calls somebody is no proof: a party may have a title too.
    """
    names: set[str] = set()
    for meeting in meetings:
        names |= {who.name for who in meeting.attendance}
        for item in meeting.items:
            names |= {person.name for person in item.people}
            names |= {vote.voter for event in item.votes for vote in event.votes}
    return frozenset(name for name in names if name.strip())


def relevant(known: Known, texts: Iterable[Passage]) -> Known:
    """Return *known* with the people of whom any of *texts* may speak: a word of theirs begins alike in every inflection."""
    beginnings = {word[:_BEGINNING] for each in texts for word in _WORD.findall(each.text.casefold())}
    public = {name for name in known.public if any(word[:_BEGINNING] in beginnings for word in _WORD.findall(name.casefold()))}
    return replace(known, public=frozenset(public))


def read_together(passages: Sequence[Passage], known: Known) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of names in each of *passages*, which are all texts of one case."""
    return find_in_case(passages, known)


def in_case(passages: Sequence[Passage], marks: Sequence[tuple[Mark, ...]], known: Known, names: Names) -> People:
    """Return who is named in *passages*, of which *marks* tell; every later text of the case is read with that knowledge."""
    private = {
        " ".join(each.text[mark.start : mark.end].split())
        for each, of_text in zip(passages, marks, strict=True)
        for mark in of_text
        if not mark.is_doubtful
    }
    return People(names=names, known=replace(known, private=frozenset(private)), found=dict(zip(passages, marks, strict=True)))


def texts_of(item: AgendaItem) -> Iterator[Passage]:
    """Yield every text of *item* as the masks are put into it: a heading, paragraph or table row each."""
    yield passage(item.title, item.language, Field.MATTER)
    yield from _of_sections(item.sections, item.language)
    for handling in item.earlier_handlings:
        yield from _of_sections(handling.sections, item.language)
    for event in item.votes:
        yield from (passage(words, item.language, Field.ASSEMBLY) for words in (event.text, *dict(event.meaning).values()))
    for attachment in item.attachments:
        yield passage(attachment.title, item.language, Field.MATTER)
        if attachment.reading is not None:
            own = attachment.reading.language or item.language
            yield from (passage(words, own, Field.MATTER) for words in _of_blocks(attachment.reading.blocks) if words.strip())


def _of_sections(sections: Iterable[Section], language: str) -> Iterator[Passage]:
    for section in sections:
        field = field_of(section.kind)
        yield from (passage(words, language, field) for words in texts_of_section(section))


def texts_of_section(section: Section) -> Iterator[str]:
    """Yield every text of *section* as the masks are put into it."""
    yield inline_text(section.heading)
    yield from (words for words in _of_blocks(section.blocks) if words.strip())


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield inline_text(block.content)
            case ItemList():
                for item in block.items:
                    yield from _of_blocks(item)
            case Table():
                yield inline_text(block.caption)
                yield from ("\t".join(inline_text(cell.content) for cell in row) for row in block.rows)
            case Withheld():
                pass
