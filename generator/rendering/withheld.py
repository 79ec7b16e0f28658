"""What was withheld from an item, counted by ground: the notice on its page."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from generator.model.meeting import Section
from generator.model.redacted import PublicItem
from generator.model.text import Block, Heading, Inline, ItemList, Mask, Paragraph, Table, Withheld
from generator.rendering.words import Words

STATUTE = "julkl"


class WithheldCount(msgspec.Struct, frozen=True):
    """How many places of a page were withheld on one ground, which is said in words."""

    ground: str
    count: int


def ground_words(ground: str, t: Words) -> str:
    """Return what *ground* protects, and the place in the statute where it names one."""
    protects = t(f"grounds.{ground}")
    return f"{protects} ({t(f'grounds.{ground}_short')})" if ground.startswith(STATUTE) else protects


def counts(item: PublicItem, t: Words) -> tuple[WithheldCount, ...]:
    """Return how many places were withheld on each ground, in order of ground."""
    sections = [*item.sections, *(section for earlier in item.earlier_handlings for section in earlier.sections)]
    found = Counter(ground for section in sections for ground in _in_section(section))
    return tuple(WithheldCount(ground_words(ground, t), count) for ground, count in sorted(found.items()))


def counts_in(blocks: Iterable[Block], t: Words) -> tuple[WithheldCount, ...]:
    """Return how many places of *blocks* were withheld on each ground, in order of ground."""
    found = Counter(_in_blocks(blocks))
    return tuple(WithheldCount(ground_words(ground, t), count) for ground, count in sorted(found.items()))


def _in_section(section: Section) -> Iterator[str]:
    yield from _in_text(section.heading)
    yield from _in_blocks(section.blocks)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from _in_text(block.content)
            case ItemList():
                for item in block.items:
                    yield from _in_blocks(item)
            case Table():
                yield from _in_text(block.caption)
                for row in block.rows:
                    for cell in row:
                        yield from _in_text(cell.content)
            case Withheld():
                yield block.ground


def _in_text(content: Iterable[Inline]) -> Iterator[str]:
    return (piece.ground for piece in content if isinstance(piece, Mask))
