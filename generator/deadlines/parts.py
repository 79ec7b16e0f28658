"""A section of instructions in parts, one under each heading, and their sentences."""

import re
from collections.abc import Callable

import msgspec

from generator.model.meeting import Section
from generator.model.text import Heading, Paragraph, block_text, inline_text

SENTENCE_END = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
# A line this short, without a stop, may be a heading that the source did not mark as one.
MAX_HEADING = 100


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The *heading* of a part, possibly empty, and its *text*, a line a block."""

    heading: str
    text: str


def parts(section: Section, is_heading: Callable[[str], bool]) -> tuple[Part, ...]:
    """Return the parts of *section*: the first under its own heading, a new one at every heading.

    *is_heading* tells of a short line without a stop whether it is one.
    """
    found: list[tuple[str, list[str]]] = [(inline_text(section.heading), [])]
    for block in section.blocks:
        words = block_text(block)
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and _is_short(words) and is_heading(words)):
            found.append((words, []))
        else:
            found[-1][1].append(words)
    return tuple(Part(heading=heading, text="\n".join(lines)) for heading, lines in found if heading or lines)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*; a line is one at least."""
    return tuple(sentence for sentence in SENTENCE_END.split(text) if sentence.strip())


def _is_short(words: str) -> bool:
    return len(words) <= MAX_HEADING and not words.rstrip().endswith((".", "!", "?", ";"))
