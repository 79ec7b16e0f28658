"""What is withheld in each case, sealed with a key: it outlives the texts that withheld it, and says nothing to others.

A name is kept as hashes of the stems of its words, a secret passage as hashes of its runs of eight words, a case as one.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from generator.redaction.bare_names import bare
from generator.redaction.folding import RUN
from generator.redaction.sought import Needle, NeedleKind
from generator.redaction.sought_names import START, Key, Part, key, parts_of

HASH = 8  # bytes: among a million texts, one in ten million million is taken for another
LETTER = 1  # an initial names nobody, and is compared as it is


class Word(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A word of a name by its sealed *stems*; those with a hyphen between are of one *unit*. A surname *is_telling* alone.

    *starts* are the first letters of the stems, sealed: most words of a page are told from it by these.
    """

    unit: int
    stems: tuple[str, ...]
    starts: tuple[str, ...]
    is_telling: bool


class Name(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A name that was withheld in an *item*, whose id is sealed; empty where it was none's."""

    item: str
    words: tuple[Word, ...]

    def parts(self, words: Iterable[Word] | None = None) -> tuple[Part, ...]:
        """Return its words as names are compared, or those given of them."""
        return tuple(Part(frozenset(word.stems), word.unit) for word in (self.words if words is None else words))


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What is withheld in one *case*, which is sealed: names, and runs of words of passages."""

    case: str
    names: tuple[Name, ...] = ()
    runs: tuple[str, ...] = ()


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has called public after all in one *case*: names by their words, and runs."""

    case: str
    names: frozenset[tuple[Word, ...]] = frozenset()
    runs: frozenset[str] = frozenset()


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """Every case in which something was withheld, by its sealed name.

    *current* are the words of names that texts of this run withhold. *people* are named in public roles, as written.
    """

    key: bytes = b""
    cases: Mapping[str, Case] = {}
    current: frozenset[tuple[str, tuple[Word, ...]]] = frozenset()
    people: frozenset[str] = frozenset()

    def of(self, scopes: Iterable[str]) -> Iterator[Case]:
        """Yield what is withheld in *scopes*, which are cases and meetings."""
        found = (self.cases.get(sealed(self.key, f"case {scope}")) for scope in scopes if scope)
        return (case for case in found if case)


NOTHING = Register()


def grown(register: Register, needles: Iterable[Needle]) -> Register:
    """Return *register* with what *needles* look for, too.

    A needle is of its case, or of its meeting where it has no case. What only waits for a person is of no item, and not kept.
    """
    names: dict[str, set[Name]] = {}
    found: dict[str, set[str]] = {}
    for needle in needles:
        scope = sealed(register.key, f"case {needle.case or needle.meeting}")
        if needle.kind is NeedleKind.NAME:
            names.setdefault(scope, set()).add(_name(needle, register.key))
        elif needle.item and needle.kind is NeedleKind.PASSAGE and needle.text.count(" ") == RUN - 1:
            found.setdefault(scope, set()).add(sealed(register.key, f"run {needle.text}"))
    cases = dict(register.cases)
    for scope in sorted(names.keys() | found.keys()):
        before = cases.get(scope, Case(case=scope))
        cases[scope] = Case(
            case=scope,
            names=tuple(sorted({*before.names, *names.get(scope, ())})),
            runs=tuple(sorted({*before.runs, *found.get(scope, ())})),
        )
    current = frozenset((scope, name.words) for scope, own in names.items() for name in own)
    return replace(register, cases=cases, current=register.current | current)


def without(register: Register, ended: Iterable[Ended]) -> Register:
    """Return *register* without what persons have called public after all, unless a text of this run withholds it."""
    cases = dict(register.cases)
    for each in ended:
        if before := cases.get(each.case):
            gone = {words for words in each.names if (each.case, words) not in register.current}
            names = tuple(name for name in before.names if name.words not in gone)
            cases[each.case] = replace(before, names=names, runs=tuple(run for run in before.runs if run not in each.runs))
    return replace(register, cases={name: case for name, case in cases.items() if case.names or case.runs})


def names_alone(register: Register) -> Register:
    """Return *register* without passages, which are looked for in the model and never in a finished page."""
    cases = {name: replace(case, runs=()) for name, case in register.cases.items() if case.names}
    return replace(register, cases=cases)


def encoded(register: Register) -> bytes:
    """Return *register* as it is kept, a line a case."""
    cases = (register.cases[name] for name in sorted(register.cases))
    return b"".join(msgspec.json.encode(case) + b"\n" for case in cases)


def decoded(content: bytes, own_key: bytes) -> Register:
    """Return the register that was kept as *content*.

    Raises:
        msgspec.DecodeError: it is no register.
    """
    cases = (msgspec.json.decode(line, type=Case) for line in content.splitlines())
    return Register(key=own_key, cases={case.case: case for case in cases})


@lru_cache(maxsize=2**12)
def sealed_word(own_key: bytes, word: str) -> Key:
    """Return the stems of all that *word*, in lower case, may be a form of, sealed."""
    return _sealed_key(key(word), own_key)


@lru_cache(maxsize=2**15)
def sealed_start(own_key: bytes, start: str) -> str:
    """Return the first letters of a word, sealed."""
    return sealed(own_key, f"start {start}")


def sealed_parts(name: str, own_key: bytes) -> tuple[Part, ...]:
    """Return the words of *name*, in lower case, sealed."""
    return tuple(Part(_sealed_key(part.stems, own_key), part.unit) for part in parts_of(name))


def sealed(own_key: bytes, text: str) -> str:
    """Return the keyed hash of *text* (HMAC-SHA256, cut, hexadecimal): without *own_key*, nobody can try texts against it."""
    return hmac.digest(own_key, text.encode(), "sha256")[:HASH].hex()


def _name(needle: Needle, own_key: bytes) -> Name:
    surnames = set(bare(needle.text))
    telling = {unit for unit, whole in enumerate(needle.text.split()) if whole in surnames}
    made = tuple(
        Word(
            unit=part.unit,
            stems=tuple(sorted(_sealed_key(part.stems, own_key))),
            starts=tuple(sorted({sealed_start(own_key, stem[:START]) for stem in part.stems})),
            is_telling=part.unit in telling,
        )
        for part in parts_of(needle.text)
    )
    return Name(item=sealed(own_key, f"item {needle.item}") if needle.item else "", words=made)


def _sealed_key(stems: Key, own_key: bytes) -> Key:
    return frozenset(stem if len(stem) == LETTER else sealed(own_key, f"stem {stem}") for stem in stems)
