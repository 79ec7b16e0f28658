"""A TWeb item's Word file as the model's sections, by the rules that its PDFs are read by."""

from collections.abc import Sequence

from generator.importers._dates import finnish_date
from generator.importers._headings import folded, is_attachments, is_history, is_register_number, is_supporting, section_kind
from generator.importers._language import foreign_language
from generator.importers._pdf import Line, Segment
from generator.importers._tweb_blocks import BULLET
from generator.importers._tweb_cover import PEOPLE
from generator.importers._tweb_document import (
    BETWEEN_HANDLINGS,
    NOTHING,
    REGISTER_NUMBER,
    STATEMENTS,
    Context,
    Document,
    Head,
    attachment,
    handlings,
    own_parts,
    plain_title,
)
from generator.importers._tweb_layout import COVER, HANDLING, Part
from generator.importers._tweb_word import WordItem, WordPart
from generator.model.attachment import Attachment
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.text import Block, ItemList, Paragraph, Run, block_text, text

LETTER = 11.0


def word_document(word: WordItem, context: Context) -> Document:
    """Return what the Word file of one item says."""
    own, before = own_parts(word.parts, context)
    is_own_title = plain_title(word.title) == plain_title(context.title)
    # Words that the list does not have must not be lost; a title that contradicts the list's holds the item elsewhere.
    lead = word.lead if is_own_title or not word.title else (_sentence(word.title), *word.lead)
    told = (text(part.blocks).strip() for part in own if is_register_number(part.caption or ""))
    register = next((number for number in told if number not in NOTHING), word.register_number)
    number = REGISTER_NUMBER.search(register or "")
    listed = [handling for part in own if is_history(part.caption or "") for handling in _history(part)[0]]
    initials = [Section(kind=SectionKind.PREPARER, blocks=(_sentence(word.initials),))] if word.initials else []
    return Document(
        language=word.language,
        register_number=number[0] if number else register,
        function_class=number["function"] if number else None,
        sections=(
            *initials,
            *([_section(SectionKind.BACKGROUND, "", lead, word.language)] if lead else []),
            *(section for part in own for section in _sections(part, word.language)),
        ),
        earlier_handlings=(*listed, *(_handling(parts, word.language) for parts in before)),
        attachments=tuple(one for part in own for one in _attachments(part, word.language)),
        unknown=sum(_is_unknown(part.caption or "") for part in own),
    )


def word_head(word: WordItem) -> Head:
    """Return what stands before the first caption, as it is compared with the meeting's list."""
    return Head(
        title=word.title or word.named,
        title_lines=(),
        register_number=word.register_number,
        initials=word.initials,
        lines=_lines(word.lead),
    )


def word_parts(word: WordItem) -> tuple[Part, ...]:
    """Return the parts as lines, as a cover page is read."""
    return tuple(Part(caption=part.caption, lines=_lines(part.blocks)) for part in word.parts)


def _lines(blocks: Sequence[Block]) -> tuple[Line, ...]:
    texts = [" ".join(line.replace("\t", ", ").split()) for line in text(tuple(blocks)).split("\n")]
    return tuple(
        Line(page=1, y=place * LETTER, segments=(Segment(text=t, x=0, right=0, size=LETTER, bold=False, first_word=0),))
        for place, t in enumerate(texts)
        if t
    )


def _sections(part: WordPart, language: str) -> list[Section]:
    """Return the sections of *part*: none for what has a field of its own."""
    caption = part.caption or ""
    if is_register_number(caption) or is_attachments(caption) or is_supporting(caption):
        return []
    if is_history(caption):
        rest = _history(part)[1]
        return [_section(SectionKind.OTHER, caption, rest, language)] if rest else []
    if folded(caption) in STATEMENTS and not part.blocks:
        return [_section(SectionKind.APPEAL, "", (_sentence(caption),), language)]
    if folded(caption) in PEOPLE:
        items = tuple((_sentence(line.text),) for line in _lines(part.blocks))
        return [_section(SectionKind.OTHER, caption, (ItemList(items=items),), language)] if items else []
    kind = SectionKind.BACKGROUND if HANDLING.fullmatch(caption) else section_kind(caption) or SectionKind.OTHER
    return _with_statement(kind, caption, part.blocks, language)


def _with_statement(kind: SectionKind, caption: str, blocks: tuple[Block, ...], language: str) -> list[Section]:
    """Return a section, and one of its own for the appeal when its last blocks forbid it."""
    start = next((i for i, block in enumerate(blocks) if folded(block_text(block)) in STATEMENTS), len(blocks))
    said = () if text(blocks[:start]).strip() in NOTHING else blocks[:start]
    is_kept = said or (kind is SectionKind.OTHER and folded(caption) not in COVER)
    found = [_section(kind, caption, said, language)] if is_kept else []
    return [*found, *([_section(SectionKind.APPEAL, "", blocks[start:], language)] if start < len(blocks) else [])]


def _is_unknown(caption: str) -> bool:
    tests = (is_register_number, is_attachments, is_supporting, is_history, section_kind, HANDLING.fullmatch)
    return folded(caption) not in {*COVER, *STATEMENTS, *PEOPLE} and not any(test(caption) for test in tests)


def _section(kind: SectionKind, caption: str, blocks: tuple[Block, ...], language: str) -> Section:
    heading = (Run(text=caption.rstrip(": ")),) if caption else ()
    return Section(kind=kind, heading=heading, blocks=blocks, language=foreign_language(text(blocks), language))


def _history(part: WordPart) -> tuple[list[EarlierHandling], tuple[Block, ...]]:
    """Return the handlings that a decision history lists, and the blocks that tell of none."""
    found: list[EarlierHandling] = []
    rest: list[Block] = []
    for block in part.blocks:
        lines = [line for line in block_text(block).split("\n") if line.strip()]
        told = [handlings(piece) for line in lines for piece in BETWEEN_HANDLINGS.split(line)]
        if all(told):
            found += [handling for one in told for handling in one]
        elif block_text(block).strip() not in NOTHING:
            rest.append(block)
    return found, tuple(rest)


def _handling(before: Sequence[WordPart], language: str) -> EarlierHandling:
    """Return a handling before this meeting, with the text that the document repeats of it."""
    first, *others = before
    found = HANDLING.fullmatch(first.caption or "")
    texts = [_section(SectionKind.BACKGROUND, "", first.blocks, language)] if first.blocks else []
    return EarlierHandling(
        organization=found["organization"] if found else first.caption or "",
        day=finnish_date(found["day"]) if found else None,
        number=found["after"] or found["before"] if found else None,
        sections=(*texts, *(section for part in others for section in _sections(part, language))),
    )


def _attachments(part: WordPart, language: str) -> list[Attachment]:
    caption = part.caption or ""
    if not (is_attachments(caption) or is_supporting(caption)):
        return []
    titles = [found["text"] if (found := BULLET.fullmatch(line.text)) else line.text for line in _lines(part.blocks)]
    supporting = is_supporting(caption)
    return [attachment(title, supporting=supporting, surrounding=language) for title in titles if title not in NOTHING]


def _sentence(words: str) -> Paragraph:
    return Paragraph(content=(Run(text=words),))
