"""The last word before a release: reads every byte of a folder and tells where something withheld stands, never what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from generator.model.message import Level, Message
from generator.redaction.decoding import UnreadableError, texts
from generator.redaction.folding import RUN, Shingle, folded, runs, split
from generator.redaction.needles import Needle, NeedleKind, spoken_numbers, without_public


class LeakKind(StrEnum):
    """What kind of withheld thing was found, or that a file cannot be read."""

    IDENTIFIER = "identifier"
    NUMBER = "number"
    PASSAGE = "passage"
    FILE_NAME = "file_name"
    UNREADABLE = "unreadable"


class Leak(msgspec.Struct, frozen=True, order=True):
    """Where something withheld stands: *path* in the folder, *meeting* whose redaction withheld it."""

    path: str
    kind: LeakKind
    meeting: str = ""

    def message(self) -> Message:
        """Return what to tell the clerk."""
        arguments: dict[str, str | int] = {"meeting": self.meeting} if self.meeting else {}
        return Message(level=Level.ERROR, code=f"redaction.leak_{self.kind}", where=self.path, arguments=arguments)


def scan(folder: Path, needles: Sequence[Needle], public: Iterable[str] = ()) -> tuple[Leak, ...]:
    """Return every leak in the files of *folder* and in their names; what stands in *public* texts too is none."""
    index = Index(without_public(needles, public))
    paths = sorted(path for path in folder.rglob("*") if not path.is_dir())
    return tuple(sorted({leak for path in paths for leak in _leaks(path, path.relative_to(folder), index)}))


class Index:
    """The needles, arranged so that the cost of a page does not grow with their number. Built once, asked for every text."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self.runs: dict[Shingle, Needle] = {}
        self.phrases: dict[str, list[Needle]] = defaultdict(list)
        self.identifiers: list[Needle] = []
        self.numbers: dict[str, Needle] = {}
        for needle in needles:
            self._add(needle)

    def _add(self, needle: Needle) -> None:
        parts = tuple(needle.text.split())
        if needle.kind is NeedleKind.IDENTIFIER:
            self.identifiers.append(needle)
        elif needle.kind is NeedleKind.NUMBER:
            self.numbers[needle.text] = needle
        elif len(parts) == RUN:
            self.runs[parts] = needle
        else:
            self.phrases[parts[0]].append(needle)

    def found(self, text: str) -> Iterator[Needle]:
        """Yield the needles that stand in *text*."""
        plain = folded(text)
        parts = split(plain)
        if self.runs:
            yield from (self.runs[run] for run in runs(parts) if run in self.runs)
        if starts := self.phrases.keys() & set(parts):
            line = f" {' '.join(parts)} "
            yield from (needle for start in starts for needle in self.phrases[start] if f" {needle.text} " in line)
        if self.identifiers:
            # An identifier may be split at any place: words with digits, and single letters, count as one as long as they
            # stand side by side.
            digits = "".join([part if len(part) == 1 or not part.isalpha() else "\n" for part in parts])
            yield from (needle for needle in self.identifiers if needle.text in digits)
        if self.numbers:
            yield from (self.numbers[number] for number in spoken_numbers(text) if number in self.numbers)


def _leaks(path: Path, name: Path, index: Index) -> Iterator[Leak]:
    in_name = list(index.found(str(name)))
    # A name that leaks is not repeated: the place is its folder.
    where = name.as_posix() if not in_name else next((p.as_posix() for p in name.parents if not any(index.found(str(p)))), ".")
    yield from (_leak(where, needle) for needle in in_name)
    try:
        for text in texts(path.read_bytes()):
            yield from (_leak(where, needle) for needle in index.found(text))
    except (UnreadableError, OSError):
        yield Leak(where, LeakKind.UNREADABLE)


def _leak(where: str, needle: Needle) -> Leak:
    return Leak(where, LeakKind(needle.kind), needle.meeting)
