"""Puts masks where the recognizers found something, over the whole text of a block, however it is split into runs."""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from urllib.parse import unquote

from msgspec.structs import replace

from generator.messages import sentence
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.message import Message
from generator.model.publicity import Publicity
from generator.model.text import (
    Block,
    Cell,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Mask,
    Named,
    Paragraph,
    Run,
    Table,
    Withheld,
    inline_text,
)
from generator.redaction.doubtful import settled
from generator.redaction.grounds import PERSONAL_DATA
from generator.redaction.ledger import Spot
from generator.redaction.marks import Mark
from generator.redaction.named import NAME_KINDS, NOBODY
from generator.redaction.names import field_of
from generator.redaction.recognizers import RECOGNIZERS, marks
from generator.redaction.recognizers.email_address import KIND as EMAIL_ADDRESS
from generator.redaction.recognizers.personal_identity_code import KIND as IDENTITY_CODE
from generator.redaction.recognizers.personal_identity_code import is_certain
from generator.redaction.recognizers.phone_number import KIND as PHONE_NUMBER
from generator.redaction.recognizers.street_address import KIND as STREET_ADDRESS

ADDRESS_WORD = re.compile(r"[^\W\d_]+")
EVERYTHING = frozenset(RECOGNIZERS)
# Names are found in all texts of a case together: see `people.py`.
IDENTIFIERS = EVERYTHING - NAME_KINDS
# Here stand the contacts of officials and courts, which K 29 § and K 109 § want shown.
CONTACTS = frozenset({EMAIL_ADDRESS, PHONE_NUMBER, STREET_ADDRESS})
CONTACT_SECTIONS = frozenset({SectionKind.PREPARER, SectionKind.PRESENTER, SectionKind.MORE_INFORMATION, SectionKind.APPEAL})


def masked_text(text: str, spot: Spot) -> str:
    """Return *text* with the constant words of its kind in place of everything that a recognizer finds."""
    result, last = [], 0
    for mark in settled(spot.found(text), text, spot._replace(named=NOBODY)):
        spot.masked(mark, text)
        result += [text[last : mark.start], sentence(f"redaction.mask_{mark.kind}", {}, language=spot.language)]
        last = mark.end
    return "".join([*result, text[last:]])


def masked_message(message: Message) -> Message:
    """Return *message* with masks for the personal identity codes in the names of files that it repeats."""
    told = {name: _without_codes(value) if isinstance(value, str) else value for name, value in message.arguments.items()}
    return replace(message, where=_without_codes(message.where), arguments=told)


def _without_codes(text: str) -> str:
    for mark in reversed(marks(text, frozenset({IDENTITY_CODE}))):
        text = text[: mark.start] + sentence(f"redaction.mask_{mark.kind}", {}) + text[mark.end :]
    return text


def masked_section(section: Section, spot: Spot) -> Section:
    """Return *section* with masks, and without what the source's metadata says of its publicity."""
    own = of_section(section, spot)
    return replace(
        section,
        # A heading is quoted and linked to: it never names anybody.
        heading=masked_content(section.heading, own.at("heading")._replace(named=NOBODY)),
        blocks=masked_blocks(section.blocks, own),
        publicity=Publicity(),
    )


def of_section(section: Section, spot: Spot) -> Spot:
    """Return *spot* with what is looked for in *section*."""
    own = spot._replace(field=field_of(section.kind))
    return own._replace(kinds=spot.kinds - CONTACTS) if section.kind in CONTACT_SECTIONS else own


def masked_handling(handling: EarlierHandling, spot: Spot) -> EarlierHandling:
    sections = tuple(masked_section(s, spot.at(f"sections/{n}")) for n, s in enumerate(handling.sections, 1))
    bare = spot._replace(field=None)
    organization = masked_text(handling.organization, bare.at("organization"))
    number = masked_text(handling.number, bare.at("number")) if handling.number else handling.number
    return replace(handling, organization=organization, number=number, sections=sections)


def masked_content(content: tuple[Inline, ...], spot: Spot) -> tuple[Inline, ...]:
    """Return *content* with one mask for each mark; the manner of the runs around it stays."""
    whole = inline_text(content)
    found = settled(spot.found(whole), whole, spot)
    return tuple(_cut(content, {mark: _in_place_of(mark, whole, spot) for mark in found}, spot))


def _in_place_of(mark: Mark, whole: str, spot: Spot) -> Mask | Named:
    """Return what stands in *whole* for *mark*: a mask, or the name itself where this item names persons for a time."""
    is_sure = mark.is_approved or not mark.is_doubtful
    if mark.kind not in spot.named or not is_sure or _is_mixed(mark, whole, spot):
        spot.masked(mark, whole)
        return Mask(kind=mark.kind, ground=PERSONAL_DATA)
    spot.named_for_a_time(mark, whole)
    name = " ".join(whole[mark.start : mark.end].split())
    return Named(text=name, kind=mark.kind, ground=PERSONAL_DATA, is_approved=mark.is_approved)


def _is_mixed(name: Mark, whole: str, spot: Spot) -> bool:
    """Tell whether something else that is personal stands in *name* too: one mark then covers both."""
    return any(other.start < name.end and name.start < other.end for other in marks(whole, spot.kinds - spot.named))


def is_code_parted(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a personal identity code stands partly in one block or cell and partly in the next: no mask covers it."""
    parts = tuple(_parts(blocks))
    whole = "\n".join(parts)
    joints = [end - 1 for end in accumulate(len(part) + 1 for part in parts)]
    found = [mark for mark in marks(whole, frozenset({IDENTITY_CODE})) if is_certain(whole[mark.start : mark.end])]
    return any(mark.start < joint < mark.end for mark in found for joint in joints)


def _parts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield inline_text(block.content)
            case ItemList():
                for item in block.items:
                    yield from _parts(item)
            case Table():
                yield from (inline_text(cell.content) for row in block.rows for cell in row)


def _cut(content: tuple[Inline, ...], found: Mapping[Mark, Mask | Named], spot: Spot) -> Iterator[Inline]:
    start = 0
    for piece in content:
        if isinstance(piece, Mask | Named):
            continue  # only this stage makes masks: one from outside says nothing that we know
        end = start + (len(piece.text) if isinstance(piece, Run) else 1)
        inside = {mark: shown for mark, shown in found.items() if mark.start < end and start < mark.end}
        yield from _split(piece, start, inside, spot)
        start = end


def _split(piece: Run | LineBreak, start: int, inside: Mapping[Mark, Mask | Named], spot: Spot) -> Iterator[Inline]:
    if isinstance(piece, LineBreak):
        yield from (() if inside else (piece,))
        return
    shown = replace(piece, href=_safe_href(piece.href, spot))
    last = 0
    for mark, in_place in inside.items():
        if mark.start >= start:
            yield from _stretch(shown, last, mark.start - start)
            yield in_place
        last = min(mark.end - start, len(piece.text))
    yield from _stretch(shown, last, len(piece.text))


def _stretch(run: Run, start: int, end: int) -> Iterator[Run]:
    if start < end:
        yield replace(run, text=run.text[start:end])


def _safe_href(href: str | None, spot: Spot) -> str | None:
    """Return *href*, or None when the address itself tells what is masked, or whom the case withholds."""
    if href is None or marks(unquote(href), spot.kinds) or spot.withheld.marks(address_words(href)):
        return None
    return href


def address_words(href: str) -> str:
    """Return the words of an address as a text, in which a name can be found."""
    return " ".join(ADDRESS_WORD.findall(unquote(href)))


def masked_blocks(blocks: tuple[Block, ...], spot: Spot) -> tuple[Block, ...]:
    """Return *blocks* with masks, whatever stands around them."""
    return tuple(_block(block, spot.at(f"blocks/{n}")) for n, block in enumerate(blocks, 1))


def _block(block: Block, spot: Spot) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, content=masked_content(block.content, spot))
        case ItemList():
            items = tuple(masked_blocks(item, spot.at(f"items/{n}")) for n, item in enumerate(block.items, 1))
            return replace(block, items=items)
        case Table():
            rows = tuple(_row(row, spot.at(f"rows/{n}")) for n, row in enumerate(block.rows, 1))
            return replace(block, rows=rows, caption=masked_content(block.caption, spot.at("caption")))
        case Withheld():
            return block


def _row(row: tuple[Cell, ...], spot: Spot) -> tuple[Cell, ...]:
    # A cell is decided upon in its row: the same name may stand for a person in one and for a company in another.
    texts = [inline_text(cell.content) for cell in row]
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    own = spot._replace(row="\t".join(texts))
    return tuple(
        replace(cell, content=masked_content(cell.content, own._replace(row_start=start).at(f"cells/{n}")))
        for n, (cell, start) in enumerate(zip(row, starts, strict=False), 1)
    )
