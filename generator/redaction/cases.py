"""Who is named in which case: the texts of all meetings under one register number are read together."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.resources import files
from itertools import chain
from multiprocessing import get_context

import msgspec
from msgspec.structs import replace

from generator.model.meeting import AgendaItem, Meeting
from generator.redaction.marks import Mark
from generator.redaction.names import Known, Passage, voikko
from generator.redaction.people import NOBODY, People, in_case, public_people, read_together, relevant, texts_of
from generator.redaction.policy import Names

_MANY = 200  # cases, from which starting processes costs less than it saves
_AT_ONCE = 16  # cases that a process takes at a time

Marks = tuple[tuple[Mark, ...], ...]


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What was *found* in cases before, by a hash with *key* of all that it depends on.

    It holds places in texts and no texts, and without the key nobody can try texts against it.
    """

    key: bytes = b""
    found: Mapping[str, Marks] = {}


class Cases(msgspec.Struct, frozen=True, kw_only=True):
    """Who is named in each case, by `case_of`. *known* is what holds in all; *memory* is for the next run."""

    names: Names
    known: Known = Known()
    people: Mapping[str, People] = {}
    memory: Memory = Memory()

    def of(self, item: AgendaItem) -> People:
        return self.people.get(case_of(item), NOBODY)

    def of_meeting(self, meeting: Meeting) -> People:
        """Return who is named in any item of *meeting*: in the hall, everything is spoken of."""
        private = chain.from_iterable(self.of(item).known.private for item in meeting.items)
        return People(names=self.names, known=replace(self.known, private=frozenset(private)))


class _Case(msgspec.Struct, frozen=True):
    """The texts of a case, and what is known of the people who may be spoken of in them."""

    passages: tuple[Passage, ...]
    known: Known


NO_MEMORY = Memory()
NOTHING_KNOWN = Known()


def all_cases(meetings: Iterable[Meeting], names: Names, known: Known = NOTHING_KNOWN, memory: Memory = NO_MEMORY) -> Cases:
    """Return who is named in the cases of *meetings*. *known* is what the municipality itself says: people and places."""
    if names is Names.LEAVE:
        return Cases(names=names, memory=memory)
    held = list(meetings)
    everybody = replace(known, public=public_people(held) | known.public)
    texts: dict[str, dict[Passage, None]] = {}
    for item in chain.from_iterable(meeting.items for meeting in held):
        texts.setdefault(case_of(item), {}).update(dict.fromkeys(texts_of(item)))
    cases = {key: _Case(tuple(own), relevant(everybody, own)) for key, own in texts.items()}
    prints = {key: _fingerprint(case, memory.key) for key, case in cases.items()}
    new = {prints[key]: case for key, case in cases.items() if prints[key] not in memory.found}
    read = dict(zip(new, _read(list(new.values())), strict=True))
    found = {own: read.get(own) or memory.found[own] for own in prints.values()}
    return Cases(
        names=names,
        known=everybody,
        people={key: in_case(case.passages, found[prints[key]], case.known, names) for key, case in cases.items()},
        memory=Memory(key=memory.key, found=found),
    )


def case_of(item: AgendaItem) -> str:
    """Return the case of *item*: its register number, or itself where it has none."""
    return " ".join((item.register_number or item.id or item.source_id).casefold().split())


def _read(cases: Sequence[_Case]) -> Iterable[Marks]:
    if len(cases) < _MANY:
        return map(_marks, cases)
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as pool:
        return list(pool.map(_marks, cases, chunksize=_AT_ONCE))


def _marks(case: _Case) -> Marks:
    return read_together(case.passages, case.known)


def _fingerprint(case: _Case, key: bytes) -> str:
    told = msgspec.json.encode((case.passages, sorted(case.known.public), sorted(case.known.places)))
    return hmac.new(key, _version() + told, hashlib.sha256).hexdigest()


@cache
def _version() -> bytes:
    """Return a hash of everything that decides what is found: rules, words, models, and Voikko where it is installed."""
    whole = hashlib.sha256(voikko.version().encode())
    for folder in (files("generator.redaction.names"), files("generator.redaction.names") / "data"):
        for entry in sorted(folder.iterdir(), key=lambda each: each.name):
            if entry.is_file():
                whole.update(entry.read_bytes())
    return whole.digest()
