"""A TWeb item's document as the model's sections: register number, earlier handlings, text, attachments."""

import re
from datetime import date
from itertools import pairwise, takewhile
from typing import Protocol, TypeVar

import msgspec

from generator.importers._dates import finnish_date
from generator.importers._headings import folded, is_attachments, is_history, is_register_number, is_supporting, section_kind
from generator.importers._language import foreign_language, language_of
from generator.importers._pdf import Line, PdfText
from generator.importers._tweb_blocks import BULLET, NUMBERED, blocks, column_end, line_text, paragraphs
from generator.importers._tweb_cover import PEOPLE, people
from generator.importers._tweb_layout import COVER, HANDLING, Part, has_gap, parts
from generator.model.attachment import Attachment
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.text import Block, ItemList, Paragraph, Run
from generator.model.text import text as plain_text

REGISTER_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖa-zåäö]{2,8}(?:Dno|D)-\d{4}-\d{1,6}"
    r"|(?:[A-ZÅÄÖ]{1,8}[:/])?\d{1,6}/(?P<function>\d{2}(?:\.\d{2}){1,5})/\d{4}"
    r"|(?:[A-ZÅÄÖ]{1,8}/)?\d{1,6}/\d{4})\b"
)
NOT_WORDS = re.compile(r"[\W_]+")
INITIALS = re.compile(r"[A-ZÅÄÖ]{1,4}(?:[/-][A-ZÅÄÖ]{1,4})+")
ITEM_NUMBER = re.compile(r"(?:§ ?\d+ ?[a-z]?|\d+ ?[a-z]? ?§)\s*")
DAYS = r"\d{1,2}\.\d{1,2}\.\d{4}(?:(?:, ?| ja | och )\d{1,2}\.\d{1,2}\.\d{4})*"
ONE_HANDLING = re.compile(
    rf"(?P<organization>\D.*?),? (?P<days>{DAYS})(?:,? ?§ ?(?P<after>\d+ ?[a-z]?)|,? (?P<before>\d+ ?[a-z]?) ?§)?"
)
BETWEEN_HANDLINGS = re.compile(r"(?<=[\d§])\s*[,;]\s+(?=[A-ZÅÄÖ])")
NUMBERED_ATTACHMENT = re.compile(
    r"(?:(?:liite|bilaga)\s+(?:nro\s+|nr\s+)?(?P<number>\d{1,2})[.:,)]?|(?P<plain>\d{1,2})[.)])\s+(?:[-–]\s+)?(?P<title>\D.*)",
    re.IGNORECASE,
)
# Sentences that forbid an appeal stand as the last line of another section, and are not a heading but the whole text.
STATEMENTS = (
    "ei muutoksenhakuoikeutta", "muutoksenhakukielto", "oikaisuvaatimus- ja valituskielto", "ei muutoksenhakua",
    "ingen rätt att söka ändring", "ingen besvärsrätt", "besvärsförbud", "förbud mot sökande av ändring",
)  # fmt: skip
NOTHING = {"", "-", "–", "—", "--", "- -"}


class _HasCaption(Protocol):
    @property
    def caption(self) -> str | None: ...


Captioned = TypeVar("Captioned", bound=_HasCaption)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """*unknown* counts headings that the vocabulary does not know."""

    language: str
    register_number: str | None = None
    function_class: str | None = None
    sections: tuple[Section, ...] = ()
    earlier_handlings: tuple[EarlierHandling, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    unknown: int = 0


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the first caption."""

    title: str
    title_lines: tuple[Line, ...]
    register_number: str | None
    initials: str | None
    lines: tuple[Line, ...]


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the list tells of an item whose document is read."""

    organization: str
    day: date
    number: str | None
    title: str
    language: str


def head(lines: tuple[Line, ...]) -> Head:
    """Return title, register number and initials of the first *lines*, and what is left of them."""
    rest = list(lines)
    title: list[Line] = []
    while rest and not is_reference(rest[0].text) and not (title and has_gap(title[-1], rest[0])):
        title.append(rest.pop(0))
        if ITEM_NUMBER.fullmatch(title[-1].text):
            title.pop()
    references = list(takewhile(is_reference, (line.text for line in rest)))
    register = next((found[0] for text in references if (found := REGISTER_NUMBER.search(text))), None)
    initials = next((text for text in references if INITIALS.fullmatch(text)), None)
    name = ITEM_NUMBER.sub("", line_text(title), count=1) if title else ""
    return Head(
        title=name, title_lines=tuple(title), register_number=register, initials=initials, lines=tuple(rest[len(references) :])
    )


def document(text: PdfText, context: Context) -> Document:
    """Return what the document of one item says."""
    found = parts(text, context.organization)
    right = column_end(text)
    language = language_of(" ".join([context.title, *(line.text for line in text.lines[:60])]), context.language)
    reader = _Reader(context, right, language)
    first = head(found[0].lines)
    if plain_title(first.title) != plain_title(context.title):
        # Words that the list does not have must not be lost; a title that contradicts the list's holds the item elsewhere.
        first = msgspec.structs.replace(first, lines=(*first.title_lines, *first.lines))
    own, before = own_parts(found[1:], context)
    told = [line_text(list(part.lines)) for part in own if is_register_number(part.caption or "")]
    register = next((text for text in told if text not in NOTHING), first.register_number)
    number = REGISTER_NUMBER.search(register or "")
    listed = [handling for part in own if is_history(part.caption or "") for handling in reader.history(part)[0]]
    repeated = [handling for one in before for handling in reader.handling(one)]
    return Document(
        language=language,
        register_number=number[0] if number else register,
        function_class=number["function"] if number else None,
        sections=(*reader.head_sections(first), *(section for part in own for section in reader.sections(part))),
        earlier_handlings=(*listed, *repeated),
        attachments=tuple(attachment for part in own for attachment in reader.attachments(part)),
        unknown=reader.unknown,
    )


def plain_title(title: str) -> str:
    """Return *title* without case, spaces and marks, which the list and the document write each in their way."""
    return NOT_WORDS.sub("", title.casefold())


def is_reference(text: str) -> bool:
    """Tell whether *text* is a register number or the initials of who prepared the matter, and no more."""
    return bool(REGISTER_NUMBER.fullmatch(text) or INITIALS.fullmatch(text))


def own_parts(found: tuple[Captioned, ...], context: Context) -> tuple[list[Captioned], list[list[Captioned]]]:
    """Return the parts of this meeting, and those of each handling before it, which only a later own heading tells apart."""
    starts = [i for i, part in enumerate(found) if HANDLING.fullmatch(part.caption or "")]
    own_start = next((i for i in starts if _is_own(found[i].caption or "", context)), None)
    if own_start is None or not [i for i in starts if i < own_start]:
        return list(found), []
    bounds = [i for i in starts if i <= own_start]
    earlier = [list(found[a:b]) for a, b in pairwise(bounds)]
    return [*found[: bounds[0]], *found[own_start:]], earlier


def _is_own(caption: str, context: Context) -> bool:
    found = HANDLING.fullmatch(caption)
    if not found or finnish_date(found["day"]) != context.day:
        return False
    return context.number is None or (found["after"] or found["before"]).replace(" ", "") == context.number.replace(" ", "")


class _Reader:
    """Reads parts into sections. A class because they share the item's context, and headings not known are counted."""

    def __init__(self, context: Context, right: float, language: str) -> None:
        self.context = context
        self.right = right
        self.language = language
        self.unknown = 0

    def head_sections(self, first: Head) -> list[Section]:
        found = []
        if first.initials:
            found.append(Section(kind=SectionKind.PREPARER, blocks=(_sentence(first.initials),)))
        if first.lines:
            found.append(self._section(SectionKind.BACKGROUND, "", self._blocks(first.lines)))
        return found

    def sections(self, part: Part) -> list[Section]:
        """Return the sections of *part*: none for what has a field of its own."""
        caption = part.caption or ""
        if is_register_number(caption) or is_attachments(caption) or is_supporting(caption):
            return []
        if is_history(caption):
            _, rest = self.history(part)
            return [self._section(SectionKind.OTHER, caption, self._blocks(rest))] if rest else []
        if folded(caption) in STATEMENTS and not part.lines:
            return [self._section(SectionKind.APPEAL, "", (_sentence(caption),))]
        if folded(caption) in PEOPLE:
            return [self._section(SectionKind.OTHER, caption, (_people(part.lines),))] if part.lines else []
        of_meeting = SectionKind.BACKGROUND if HANDLING.fullmatch(caption) else None
        kind = of_meeting or section_kind(caption) or self._unknown(caption)
        return self._with_statement(kind, caption, part.lines)

    def _unknown(self, caption: str) -> SectionKind:
        self.unknown += folded(caption) not in COVER
        return SectionKind.OTHER

    def _with_statement(self, kind: SectionKind, caption: str, lines: tuple[Line, ...]) -> list[Section]:
        """Return a section, and one of its own for the appeal when its last lines forbid it."""
        start = next((i for i, line in enumerate(lines) if folded(line.text) in STATEMENTS), len(lines))
        found = []
        if plain := self._blocks(lines[:start]):
            found.append(self._section(kind, caption, plain))
        elif kind == SectionKind.OTHER and folded(caption) not in COVER:
            found.append(self._section(kind, caption, ()))
        if start < len(lines):
            statement = _sentence(lines[start].text)
            found.append(self._section(SectionKind.APPEAL, "", (statement, *self._blocks(lines[start + 1 :]))))
        return found

    def _blocks(self, lines: tuple[Line, ...]) -> tuple[Block, ...]:
        found = blocks(lines, self.right, self.language)
        return () if plain_text(found).strip() in NOTHING else found

    def _section(self, kind: SectionKind, caption: str, content: tuple[Block, ...]) -> Section:
        heading = (Run(text=caption.rstrip(": ")),) if caption else ()
        return Section(
            kind=kind, heading=heading, blocks=content, language=foreign_language(plain_text(content), self.language)
        )

    def history(self, part: Part) -> tuple[list[EarlierHandling], tuple[Line, ...]]:
        """Return the handlings that a decision history lists, and the lines that tell of none."""
        found: list[EarlierHandling] = []
        rest: list[Line] = []
        for lines in paragraphs(part.lines, self.right):
            told = [handlings(piece) for piece in BETWEEN_HANDLINGS.split(line_text(lines))]
            if all(told):
                found += [handling for one in told for handling in one]
            elif line_text(lines) not in NOTHING:
                rest += lines
        return found, tuple(rest)

    def handling(self, before: list[Part]) -> list[EarlierHandling]:
        """Return a handling before this meeting, with the text that the document repeats of it."""
        found = HANDLING.fullmatch(before[0].caption or "")
        if not found:
            return []
        texts = [self._section(SectionKind.BACKGROUND, "", self._blocks(before[0].lines))] if before[0].lines else []
        sections = (*texts, *(section for part in before[1:] for section in self.sections(part)))
        number, day = found["after"] or found["before"], finnish_date(found["day"])
        return [EarlierHandling(organization=found["organization"], day=day, number=number, sections=sections)]

    def attachments(self, part: Part) -> list[Attachment]:
        caption = part.caption or ""
        if not (is_attachments(caption) or is_supporting(caption)):
            return []
        titles = [title for title in _titles(part.lines, self.right) if title not in NOTHING]
        return [attachment(title, supporting=is_supporting(caption), surrounding=self.language) for title in titles]


def _sentence(text: str) -> Paragraph:
    return Paragraph(content=(Run(text=text),))


def _people(lines: tuple[Line, ...]) -> ItemList:
    return ItemList(items=tuple((_sentence(line_text(person)),) for person in people(lines)))


def handlings(text: str) -> list[EarlierHandling]:
    """Return the handlings of one body: "Toimikunta 19.4.2016, 19.10.2016 § 4" are two, the number is the last one's."""
    found = ONE_HANDLING.fullmatch(text.strip(" .,;"))
    if not found:
        return []
    days = [finnish_date(day) for day in re.findall(r"[\d.]{8,10}", found["days"])]
    number = found["after"] or found["before"]
    last = len(days) - 1
    return [
        EarlierHandling(organization=found["organization"].strip(), day=day, number=number if i == last else None)
        for i, day in enumerate(days)
    ]


def _titles(lines: tuple[Line, ...], right: float) -> list[str]:
    """Return the titles that a list of documents names, a mark or a number beginning each."""
    groups: list[list[Line]] = []
    for line in lines:
        if (
            not groups
            or BULLET.fullmatch(line.text)
            or NUMBERED.fullmatch(line.text)
            or NUMBERED_ATTACHMENT.fullmatch(line.text)
        ):
            groups.append([])
        groups[-1].append(line)
    texts = [line_text(paragraph) for group in groups for paragraph in paragraphs(tuple(group), right)]
    return [found["text"] if (found := BULLET.fullmatch(text)) else text for text in texts]


def attachment(text: str, *, supporting: bool, surrounding: str) -> Attachment:
    found = NUMBERED_ATTACHMENT.fullmatch(text)
    title = found["title"] if found else text
    other = foreign_language(title, surrounding)
    number = found["number"] or found["plain"] if found else None
    return Attachment(title=title, number=number, supporting=supporting, language=other)
