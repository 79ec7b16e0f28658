"""The last word before a release: reads every byte of a folder and tells where something withheld stands, never what."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from itertools import chain
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

import msgspec

from generator.model.message import Level, Message
from generator.redaction.bare_names import People, alone, is_made_of_others
from generator.redaction.decoding import UnreadableError, plain, texts_in
from generator.redaction.needles import Needle, NeedleKind, without_public
from generator.redaction.places import NOWHERE_KNOWN, Owner, Places
from generator.redaction.register import NOTHING as NOTHING_WITHHELD
from generator.redaction.register import Register, names_alone, sealed_parts
from generator.redaction.sought import Index, Reading, reading
from generator.redaction.sought_names import is_same_person, parts_of
from generator.redaction.withheld import Withheld, withheld

NOWHERE: Mapping[str, Collection[Needle]] = {}
MOST_WORKERS = 4  # each holds the needles
MOST_OWNERS = 100  # of pages, whose withheld names are kept arranged: the pages of one stand side by side
MANY = 400  # files, from which starting processes costs less than it saves
# Of a text that is longer only a part at a time is in memory; the overlap is longer than anything sought.
STRETCH, OVERLAP = 1_000_000, 2_000


class LeakKind(StrEnum):
    """What kind of withheld thing was found, or that a file cannot be read."""

    CODE = "code"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    PASSAGE = "passage"
    FILE_NAME = "file_name"
    NAME = "name"
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


class Coincidence(msgspec.Struct, frozen=True, order=True):
    """Where a name stands that may be another's than the one withheld in *item* of *meeting*: for a person to look at."""

    path: str
    meeting: str
    item: str = ""

    def message(self) -> Message:
        """Return what to tell the clerk."""
        return Message(
            level=Level.WARNING, code="redaction.name_coincidence", where=self.path, arguments={"meeting": self.meeting}
        )


class Examined(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds: *leaks* stop a release, *coincidences* do not."""

    leaks: tuple[Leak, ...]
    coincidences: tuple[Coincidence, ...]


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for in *folder*, and where which of it may stand; as a process gets it."""

    folder: Path
    needles: tuple[Needle, ...]
    named: Mapping[str, Collection[Needle]]
    places: Places
    register: Register


def scan(
    folder: Path,
    needles: Sequence[Needle],
    public: Iterable[str] = (),
    named: Mapping[str, Collection[Needle]] = NOWHERE,
    places: Places = NOWHERE_KNOWN,
) -> tuple[Leak, ...]:
    """Return every leak that `examined` finds."""
    return examined(folder, needles, public, named, places).leaks


def examined(
    folder: Path,
    needles: Sequence[Needle],
    public: Iterable[str] = (),
    named: Mapping[str, Collection[Needle]] = NOWHERE,
    places: Places = NOWHERE_KNOWN,
    *,
    register: Register = NOTHING_WITHHELD,
) -> Examined:
    """Return what of *needles* stands in the files of *folder* and in their names; what stands in *public* texts too is none.

    *named* is {path in the folder: names that stand there for a time}; everywhere else these are leaks. A name is a leak in its
    case, or in its meeting where it has no case, and in what all share; *places* tells which page is which. Without it, all
    that no needle's meeting owns is taken for shared. Names of *register*, which earlier runs withheld, are looked for there,
    too.
    """
    sought = without_public(needles, public)
    places, register = _with_needles(places, sought), names_alone(register)
    search = Search(folder=folder, needles=sought, named=named, places=places, register=register)
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    found = set(_in_processes(search, paths) if len(paths) >= MANY else _found(search, paths))
    return Examined(
        leaks=tuple(sorted(each for each in found if isinstance(each, Leak))),
        coincidences=tuple(sorted(each for each in found if isinstance(each, Coincidence))),
    )


def _with_needles(places: Places, needles: Iterable[Needle]) -> Places:
    """Return *places* with the meetings and items in which *needles* were withheld: of a secret item the page says no case."""
    named = [needle for needle in needles if needle.kind is NeedleKind.NAME]
    own = {needle.item: needle.case for needle in named if needle.item}
    return Places(
        meetings=places.meetings | {needle.meeting for needle in named},
        items={**places.items, **own},
        people=places.people,
    )


def _in_processes(search: Search, paths: Sequence[str]) -> Iterator[Leak | Coincidence]:
    """Yield what the files at *paths* hold, found in as many processes as there are cores, each reading every n-th file."""
    workers = min(cpu_count() or 1, MOST_WORKERS)
    # forkserver: a fork of a process with threads (progress, server) may wait for ever for a lock that one of them holds.
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])  # read once, and shared by all
    with ProcessPoolExecutor(max(workers - 1, 1), mp_context=context) as pool:
        shares = [pool.submit(_found, search, paths[first::workers]) for first in range(1, workers)]
        yield from _found(search, paths[::workers])  # this process works, too: it holds the needles anyway
        try:
            yield from chain.from_iterable(share.result() for share in shares)
        except BrokenProcessPool:
            yield from _found(search, paths)  # one was killed: nobody knows what it had not read


def _found(search: Search, paths: Iterable[str]) -> frozenset[Leak | Coincidence]:
    reader = _Reader(search)
    return frozenset(chain.from_iterable(map(reader.found, paths)))


class _Reader:
    """Reads files one after another; a class because arranging the needles costs as much as many files."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._index = Index(search.needles)
        self._people = People(search.places.people)
        self._withheld: dict[Owner, Withheld] = {}
        self._own: dict[str, list[Needle]] = {}
        for needle in search.needles:
            if needle.kind is NeedleKind.NAME and needle.item:
                self._own.setdefault(needle.item, []).append(needle)

    def found(self, path: str) -> Iterator[Leak | Coincidence]:
        """Yield what the file or folder at *path* holds, and its name says."""
        owner = self._search.places.owner(path)
        in_name = [each for text in plain(path) for each in self._in_text(text, path, owner)]
        # A name that leaks is not repeated: the place is its folder.
        where = self._sayable(path) if in_name else path
        yield from (msgspec.structs.replace(each, path=where) for each in in_name)
        file = self._search.folder / path
        if file.is_dir():
            return
        try:
            for text in texts_in(file):
                for start in range(0, max(len(text), 1), STRETCH):
                    yield from self._in_text(text[start : start + STRETCH + OVERLAP], where, owner)
        except (UnreadableError, OSError):
            yield Leak(where, LeakKind.UNREADABLE)

    def _sayable(self, path: str) -> str:
        folders = (parent.as_posix() for parent in Path(path).parents)
        return next((folder for folder in folders if not any(self._index.found(reading(folder)))), ".")

    def _in_text(self, text: str, path: str, owner: Owner) -> Iterator[Leak | Coincidence]:
        read = reading(text)
        for needle in self._index.found(read):
            if needle.kind is not NeedleKind.NAME:
                yield Leak(path, LeakKind(needle.kind), needle.meeting)
            elif self._is_in_scope(needle, owner) and not self._is_allowed(needle, path):
                yield from self._full_name(needle, text, path)
        if self._register_tells(read, path, owner):
            yield Leak(path, LeakKind.NAME, owner.meeting)
        if own := self._own.get(owner.item):
            of = {needle.text: needle for needle in own if not self._is_allowed(needle, path)}
            for name, is_chance in alone(of, text, self._people):
                yield (
                    Coincidence(path, of[name].meeting, owner.item)
                    if is_chance
                    else Leak(path, LeakKind.NAME, of[name].meeting)
                )

    def _register_tells(self, read: Reading, path: str, owner: Owner) -> bool:
        register = self._search.register
        if not register.cases:
            return False
        if owner not in self._withheld:
            if len(self._withheld) >= MOST_OWNERS:
                self._withheld = {owner: own for owner, own in self._withheld.items() if owner == Owner()}
            places = self._search.places
            if owner == Owner():
                self._withheld[owner] = Withheld(register.cases.values(), "", register)
            else:
                cases = [places.items[owner.item]] if owner.item else sorted(places.cases(owner.meeting))
                self._withheld[owner] = withheld(register, [*cases, owner.meeting])
        if not self._withheld[owner].may_hold_names(read.parts, read.distinct):
            return False
        allowed = [sealed_parts(named.text, register.key) for named in self._search.named.get(path, ())]
        return self._withheld[owner].holds_names(read.text, allowed)

    def _full_name(self, needle: Needle, text: str, path: str) -> Iterator[Leak | Coincidence]:
        if self._people.have([part.stems for part in parts_of(needle.text)]):
            yield Coincidence(path, needle.meeting, needle.item)
        elif not is_made_of_others(needle.text, text, self._people):
            yield Leak(path, LeakKind.NAME, needle.meeting)

    def _is_in_scope(self, needle: Needle, owner: Owner) -> bool:
        places = self._search.places
        if owner == Owner() or (needle.item and owner.item == needle.item):
            return True
        if not needle.case:
            return owner.meeting == needle.meeting
        return places.items[owner.item] == needle.case if owner.item else needle.case in places.cases(owner.meeting)

    def _is_allowed(self, needle: Needle, path: str) -> bool:
        """Tell whether *needle* is a name, or a part or an inflection of one, that stands at *path* for a time."""
        return any(is_same_person(needle.text, named.text) for named in self._search.named.get(path, ()))
