"""What is looked for in texts, arranged so that the cost of a page does not grow with the number of things sought."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

import msgspec

from generator.redaction.folding import RUN, folded, runs, split
from generator.redaction.recognizers._registers import is_named_as_register
from generator.redaction.recognizers.personal_identity_code import is_certain
from generator.redaction.sought_names import Names
from generator.redaction.sought_numbers import Numbers


class NeedleKind(StrEnum):
    """How a needle is looked for, and what a leak report calls it."""

    CODE = "code"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    PASSAGE = "passage"
    FILE_NAME = "file_name"
    NAME = "name"


class Needle(msgspec.Struct, frozen=True, order=True):
    """*text* is folded: an identifier in one piece, the digits of a number, or words with spaces between; a name keeps accents.

    *item* and *case* (a register number) say where a name or passage was withheld: names are leaks only there and in what is
    shared.
    """

    kind: NeedleKind
    text: str
    meeting: str
    item: str = ""
    case: str = ""


# A personal identity code, whosever: a day that is one, a mark of the century, and the check character that fits.
CODE = Needle(NeedleKind.CODE, "", "")
VALID = re.compile(r"(?<![0-9a-z])[0-9]{6}\s?[-+a-fu-y]\s?[0-9]{3}\s?[0-9a-y](?![0-9a-z])")
WORDED = frozenset({NeedleKind.PASSAGE, NeedleKind.FILE_NAME})
SHORTEST_IDENTIFIER = 10
ALL_KNOWN = re.compile(rb"\x01{%d,}" % RUN)


class Reading(NamedTuple):
    """A *text*, folded (*plain*), and its words in order and each once."""

    text: str
    plain: str
    parts: list[str]
    distinct: frozenset[str]


def reading(text: str) -> Reading:
    """Return *text* as an `Index` reads it."""
    plain = folded(text)
    parts = split(plain)
    return Reading(text, plain, parts, frozenset(parts))


class Index:
    """The needles, arranged. Built once, asked for every text; what is sought backwards is turned here, not every page."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._runs: dict[str, Needle] = {}
        self._phrases: dict[str, list[tuple[str, Needle]]] = defaultdict(list)
        self._identifiers: dict[str, Needle] = {}
        numbers: dict[str, Needle] = {}
        self._named: dict[str, list[Needle]] = defaultdict(list)
        for needle in needles:
            match needle.kind:
                case NeedleKind.IDENTIFIER:
                    self._identifiers |= {needle.text: needle, needle.text[::-1]: needle}
                case NeedleKind.NUMBER:
                    numbers[needle.text] = needle
                case NeedleKind.NAME:
                    self._named[needle.text].append(needle)
                case _ if needle.text.count(" ") == RUN - 1:
                    self._runs[needle.text] = needle
                case _:
                    for phrase in (needle.text, needle.text[::-1]):
                        self._phrases[phrase.partition(" ")[0]].append((f" {phrase} ", needle))
        vocabulary = {word for run in self._runs for word in run.split()}
        self._vocabulary = frozenset(vocabulary)
        self._turned_vocabulary = frozenset(word[::-1] for word in vocabulary)
        self._numbers = Numbers(numbers)
        self._names = Names(self._named)

    def found(self, read: Reading) -> Iterator[Needle]:
        """Yield the needles that stand in the text that was *read*, and `CODE` for a personal identity code of nobody's."""
        found = frozenset(self.known(read))
        yield from found
        if not any(needle.kind is NeedleKind.IDENTIFIER for needle in found) and _holds_code(read.plain):
            yield CODE

    def known(self, read: Reading) -> Iterator[Needle]:
        """Yield the needles that stand in the text that was *read*, some more than once."""
        yield from self._in_runs(read.parts, read.distinct)
        yield from self._in_phrases(read.parts, read.distinct)
        yield from self._in_digits(read.parts)
        yield from self._numbers.found(read.text)
        yield from (needle for name in self._names.found(read.parts, read.distinct) for needle in self._named[name])

    def _in_runs(self, parts: list[str], distinct: frozenset[str]) -> Iterator[Needle]:
        """Make runs only where eight words side by side all stand in some run that is sought, forwards or backwards."""
        if self._vocabulary & distinct:
            for start, end in _stretches(parts, self._vocabulary):
                yield from (self._runs[run] for run in map(" ".join, runs(parts[start:end])) if run in self._runs)
        if self._turned_vocabulary & distinct:
            for start, end in _stretches(parts, self._turned_vocabulary):
                turned = [part[::-1] for part in reversed(parts[start:end])]
                yield from (self._runs[run] for run in map(" ".join, runs(turned)) if run in self._runs)

    def _in_phrases(self, parts: list[str], distinct: frozenset[str]) -> Iterator[Needle]:
        starts = self._phrases.keys() & distinct
        may_be_turned = self._names.may_be_turned(distinct)
        if not starts and not may_be_turned:
            return
        line = f" {' '.join(parts)} "
        for start in starts:
            yield from (needle for phrase, needle in self._phrases[start] if phrase in line)
        if may_be_turned:
            yield from (needle for name in self._names.found_backwards(line) for needle in self._named[name])

    def _in_digits(self, parts: list[str]) -> Iterator[Needle]:
        if not self._identifiers:
            return
        # An identifier may be split at any place: words with digits, and single letters, count as one as long as they stand
        # side by side.
        digits = "".join([part if len(part) == 1 or not part.isalpha() else "\n" for part in parts])
        for piece in digits.split():
            if len(piece) >= SHORTEST_IDENTIFIER:
                yield from (needle for text, needle in self._identifiers.items() if text in piece)


def _stretches(parts: Sequence[str], vocabulary: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Yield where eight of *parts* or more stand side by side that are all in *vocabulary*."""
    known = bytes(map(vocabulary.__contains__, parts))
    return (found.span() for found in ALL_KNOWN.finditer(known))


def _holds_code(plain: str) -> bool:
    return any(
        is_certain(found[0].upper()) and not is_named_as_register(plain, found.start()) for found in VALID.finditer(plain)
    )
