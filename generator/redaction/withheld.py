"""What the other texts of a case withhold, found in one text of it: for sure, or perhaps by chance."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial

from generator.redaction.bare_names import People, Token, is_by_chance, small_words, tokens
from generator.redaction.folding import runs, words
from generator.redaction.marks import Mark
from generator.redaction.names import KIND as PERSON_NAME
from generator.redaction.normal import normalise
from generator.redaction.register import Case, Ended, Name, Register, Word, sealed, sealed_start, sealed_word
from generator.redaction.sought_names import FULL, REACH, START, Key, Part, grown, is_name, key, near

# The name is withheld in the case, and nothing in this text itself tells that it is one.
WITHHELD_IN_CASE = "redaction.withheld_in_case"
# The name may be another's than the one withheld: it stands until a person says that it is theirs.
COINCIDENCE = "redaction.name_may_be_anothers"


class Withheld:
    """What is withheld in the cases of one item; a class because arranging it costs as much as many texts."""

    def __init__(self, cases: Iterable[Case] = (), item: str = "", register: Register | None = None) -> None:
        """Take the *cases* of *register* in which the *item* of that id is; a bare surname is looked for in its own item."""
        self._key = register.key if register else b""
        self._current = register.current if register else frozenset()
        self._people = _people(register.people) if register else NOBODY
        self._cases = tuple(cases)
        own = sealed(self._key, f"item {item}") if item else None
        self._own = [name for case in self._cases for name in case.names if name.item == own]
        self._by_stem: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        for case in self._cases:
            for name in case.names:
                for word in name.words if len(name.words) >= FULL else ():
                    for stem in word.stems:
                        self._by_stem[stem].append((case.case, name))
        every = (word for case in self._cases for name in case.names for word in name.words)
        self._starts = frozenset(start for word in every for start in word.starts)
        self._known: dict[str, frozenset[int]] = {}
        self._strangers: set[str] = set()

    def may_hold_names(self, parts: Sequence[str], distinct: AbstractSet[str]) -> bool:
        """Tell whether two words of one withheld name stand near each other in the folded *parts* of a text.

        *distinct* are the same, each once. It costs little, and spares most texts being read as `holds_names` reads them.
        """
        unknown = distinct - self._strangers
        known = {word: names for word in unknown if (names := self._may_be_of(word))}
        self._strangers = grown(self._strangers, unknown - known.keys())
        if len(known) < FULL:
            return False
        places = [place for place, word in enumerate(parts) if word in known]
        return any(not known[parts[first]].isdisjoint(known[parts[last]]) for first, last in near(places))

    def _may_be_of(self, word: str) -> frozenset[int]:
        found = self._known.get(word)
        if found is None:
            is_alike = sealed_start(self._key, word[:START]) in self._starts
            stems = sealed_word(self._key, word) if is_alike else frozenset()
            found = frozenset(id(name) for stem in stems for _, name in self._by_stem.get(stem, ()))
            if found:
                self._known[word] = found
        return found

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Return the marks of withheld names in *text* that are nobody else's."""
        return tuple(sorted({mark for mark, _ in self._found(text) if not mark.is_doubtful}))

    def chances(self, text: str) -> tuple[Mark, ...]:
        """Return the marks of names in *text* that may be another's than the one withheld."""
        return tuple(sorted({mark for mark, _ in self._found(text) if mark.is_doubtful}))

    def holds_names(self, text: str, allowed: Sequence[Sequence[Part]] = ()) -> bool:
        """Tell whether *text* names somebody who is withheld, for sure, but for those *allowed*, whose words are sealed."""
        return any(
            not mark.is_doubtful and not any(_is_same(name, person) for person in allowed) for mark, name in self._found(text)
        )

    def repeats(self, text: str) -> frozenset[str]:
        """Return the runs of withheld passages that *text* says again, sealed."""
        sought = frozenset(run for case in self._cases for run in case.runs)
        if not sought:
            return frozenset()
        return sought & {sealed(self._key, f"run {' '.join(run)}") for run in runs(words(text))}

    def ended(self, text: str, of_runs: Collection[str] = ()) -> tuple[Ended, ...]:
        """Return what of the cases has ended when a person calls the names in *text*, and runs, public after all."""
        names = frozenset(name.words for _, name in self._found(text))
        own = (Ended(case=case.case, names=names, runs=frozenset(of_runs)) for case in self._cases)
        return tuple(each for each in own if each.names or each.runs)

    def _found(self, text: str) -> Iterator[tuple[Mark, Name]]:
        if not self._by_stem and not self._own:
            return
        normal = normalise(text)
        found = tokens(normal.text)
        read = [sealed_word(self._key, token.word.lower()) for token in found]
        spans = [normal.original_span(token.start, token.end) for token in found]
        for first, last, name, is_chance, case in (*self._full(found, read), *self._bare(found, read)):
            is_current = (case, name.words) in self._current
            reason = COINCIDENCE if is_chance else "" if is_current else WITHHELD_IN_CASE
            yield Mark(spans[first][0], spans[last][1], PERSON_NAME, is_doubtful=is_chance, reason=reason), name

    def _full(self, found: Sequence[Token], read: Sequence[Key]) -> Iterator[tuple[int, int, Name, bool, str]]:
        may_be = [[each for stem in sorted(word) for each in self._by_stem.get(stem, ())] for word in read]
        for first, last in near([place for place, names in enumerate(may_be) if names]):
            for case, name in dict.fromkeys(may_be[first]):
                if (case, name) in may_be[last] and is_name(name.parts(), read[first : last + 1]):
                    plain = [key(token.word.lower()) for token in found[first : last + 1]]
                    is_public = self._people.have(plain)
                    if is_public or not self._is_made_of_others(found, first, last):
                        yield first, last, name, is_public, case

    def _is_made_of_others(self, found: Sequence[Token], first: int, last: int) -> bool:
        lower = [token.word.lower() for token in found[max(0, first - REACH) : last + REACH + 1]]
        start = first - max(0, first - REACH)
        end = start + last - first
        return self._people.have_in(lower[: start + 1]) or self._people.have_in(lower[end:][::-1])

    def _bare(self, found: Sequence[Token], read: Sequence[Key]) -> Iterator[tuple[int, int, Name, bool, str]]:
        small = small_words(found)
        case = self._cases[0].case if self._cases else ""
        for name in self._own:
            for surname in _surnames(name):
                last = frozenset(surname[-1].stems)
                for place, word in enumerate(read):
                    own = read[place - len(surname) + 1 : place + 1]
                    if not word & last or not _are(own, surname):
                        continue
                    is_chance = is_by_chance(
                        found, place, name.parts(), self._people, small=small, read=partial(sealed_word, self._key)
                    )
                    if is_chance is not None:
                        yield place - len(surname) + 1, place, name, is_chance, case


NOBODY = People(())
NOTHING = Withheld()


def withheld(register: Register, scopes: Iterable[str], item: str = "") -> Withheld:
    """Return what *register* holds of *scopes*, the case and the meeting of the *item* of that id."""
    cases = tuple(register.of(dict.fromkeys(scopes)))
    return Withheld(cases, item, register) if cases else NOTHING


@lru_cache(maxsize=4)
def _people(names: frozenset[str]) -> People:
    return People(names)


def _is_same(name: Name, person: Sequence[Part]) -> bool:
    return all(any(not part.stems.isdisjoint(word.stems) for part in person) for word in name.words)


def _surnames(name: Name) -> Iterator[tuple[Word, ...]]:
    for unit in dict.fromkeys(word.unit for word in name.words if word.is_telling):
        yield tuple(word for word in name.words if word.unit == unit)


def _are(own: Sequence[Key], surname: Sequence[Word]) -> bool:
    return len(own) == len(surname) and all(not word.isdisjoint(part.stems) for word, part in zip(own, surname, strict=True))
