"""A withheld surname that stands alone on the pages of its own item: whose it may be, and what is mere chance."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.redaction.folding import folded, without_hidden
from generator.redaction.names.statistics import statistics, strength
from generator.redaction.sought_names import FULL, REACH, START, Key, Part, is_name, key, parts_of

WORD = re.compile(r"[^\W\d_]+")
SPACE = re.compile(r"[ \t\xa0\n-]+")
SLUG = frozenset("-_/.=")
ADDRESS = frozenset("/_=\"'")
OPENING = frozenset(".:;!?\n\t(|>\"'")
COMPANY = frozenset(
    {"oy", "oyj", "ab", "abp", "ky", "kb", "tmi", "ry", "rf", "rs", "sr", "osk", "kiinteistö", "company", "ltd"}
)


class People:
    """Those who are public in their roles: they may be named, whoever else has their name."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take full *names* as they are written."""
        self._by_stem: dict[str, list[tuple[Part, ...]]] = defaultdict(list)
        for name in sorted(names):
            parts = parts_of(without_hidden(name).lower().replace(",", " "))
            for stem in frozenset().union(*(part.stems for part in parts)) if len(parts) >= FULL else ():
                self._by_stem[stem].append(parts)

    def have(self, name: Sequence[Key]) -> bool:
        """Tell whether *name*, of two words or more, is the name of one of them."""
        return any(is_name(person, name) for person in self._with(name[0]))

    def have_in(self, words: Sequence[str]) -> bool:
        """Tell whether the last of *words* ends the name of one of them that the others begin."""
        own = [key(word) for word in words]
        return any(self.have(own[start:]) for start in range(len(own) - 1))

    def have_part(self, word: Key) -> bool:
        """Tell whether one of them has *word* as a part of the name."""
        return any(stem in self._by_stem for stem in word)

    def _with(self, word: Key) -> Iterator[tuple[Part, ...]]:
        return (person for stem in word for person in self._by_stem.get(stem, ()))


class Token(NamedTuple):
    """A word of a text, which begins at *start*, with what stands right before and after it up to the next words."""

    word: str
    before: str
    after: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.word)

    @property
    def is_capital(self) -> bool:
        return self.word[0].isupper()

    @property
    def opens(self) -> bool:
        """Tell whether a sentence, a line or a cell begins with it: then its capital says nothing."""
        return not self.before or not OPENING.isdisjoint(self.before)

    @property
    def is_address(self) -> bool:
        """Tell whether an address or a part of one begins with it, as `hakemus/kuutamo.pdf` does."""
        return self.before[-1:] in ADDRESS

    @property
    def is_slug(self) -> bool:
        return self.before[-1:] in SLUG or self.after[:1] in SLUG


def bare(name: str) -> tuple[str, ...]:
    """Return the words of *name*, in lower case, that give its bearer away alone: the surname, or all that there is."""
    words = name.split()
    if len(words) < FULL:
        return tuple(words)
    strengths = {word: strength(word, statistics()) for word in words}
    return tuple(word for word in words if strengths[word].surname > strengths[word].first) or (words[-1],)


def is_made_of_others(name: str, text: str, people: People) -> bool:
    """Tell whether the words of *name* stand together in *text* only where public people stand side by side.

    "Sulo Kurki, Hilla Aura" reads as Kurki Hilla, too.
    """
    parts = parts_of(name)
    starts = frozenset(stem[:START] for part in parts for stem in part.stems)
    words = [token.word.lower() for token in tokens(without_hidden(text))]
    near = [place for place, word in enumerate(words) if word[:START] in starts or folded(word)[:START] in starts]
    found = [
        (first, last)
        for first in near
        for last in near
        if 0 < last - first <= REACH and is_name(parts, [key(word) for word in words[first : last + 1]])
    ]
    return bool(found) and all(
        people.have_in(words[max(0, first - REACH) : first + 1]) or people.have_in(words[last : last + REACH + 1][::-1])
        for first, last in found
    )


def alone(names: Iterable[str], text: str, people: People) -> Iterator[tuple[str, bool]]:
    """Yield those of *names*, in lower case, of which a bare surname stands in *text*, and whether that may be chance.

    Not told are a full name, which is looked for by itself, one of the public *people* in full, and a common word in small
    letters. It may be chance when one of them has that surname, or when another name or a company's form stands beside it.
    """
    found = tokens(without_hidden(text))
    small = small_words(found)
    for name in names:
        parts = parts_of(name)
        for surname in map(parts_of, bare(name)):
            for place in _places(found, surname):
                is_chance = is_by_chance(found, place, parts, people, small=small, read=key)
                if is_chance is not None:
                    yield name, is_chance


def small_words(found: Iterable[Token]) -> frozenset[str]:
    """Return those of a text's words that it writes in small letters."""
    return frozenset(token.word for token in found if token.word.islower())


def _places(tokens: list[Token], surname: Sequence[Part]) -> Iterator[int]:
    """Yield where *surname*, of one word or with hyphens, ends in *tokens*."""
    last = surname[-1].stems
    starts = frozenset(stem[:START] for stem in last)
    for place, token in enumerate(tokens):
        if folded(token.word[:START]) in starts and key(token.word.lower()) & last:
            own = tokens[place - len(surname) + 1 : place + 1]
            if len(own) == len(surname) and all(key(o.word.lower()) & p.stems for o, p in zip(own, surname, strict=True)):
                yield place


def is_by_chance(
    tokens: Sequence[Token],
    place: int,
    own: Sequence[Part],
    people: People,
    *,
    small: frozenset[str],
    read: Callable[[str], Key],
) -> bool | None:
    """Return whether the surname that ends at *place* may be another's, None when it surely is, or is no name.

    *own* are the words of the whole name, as *read* makes them of a word; *small* are `small_words`.
    """
    token = tokens[place]
    word = key(token.word.lower())
    if not token.is_capital and not token.is_slug:
        return None
    beside = [other for other in _beside(tokens, place) if other.is_capital or token.is_slug]
    itself = read(token.word.lower())
    if any(is_name(own, [itself, read(other.word.lower())]) for other in beside):
        return None  # a full name
    others = [key(other.word.lower()) for other in beside]
    if any(people.have([word, other]) for other in others):
        return None
    if people.have_part(word) or not COMPANY.isdisjoint(other.word.lower() for other in beside):
        return True
    before = tokens[place - 1] if place else None
    is_after_name = before is not None and before in beside and before.is_capital and not before.opens
    return (
        is_after_name
        or not (token.is_capital or token.is_address)
        or (token.is_capital and token.opens and token.word.lower() in small)
    )


def _beside(tokens: Sequence[Token], place: int) -> Iterator[Token]:
    token = tokens[place]
    if place and (SPACE.fullmatch(token.before) or token.before in SLUG):
        yield tokens[place - 1]
    if place + 1 < len(tokens) and (SPACE.fullmatch(token.after) or token.after in SLUG or token.after == ", "):
        yield tokens[place + 1]


def tokens(text: str) -> list[Token]:
    """Return the words of *text* in order."""
    found = list(WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(text)]
    return [
        Token(match[0], text[ends[place] : match.start()], text[match.end() : starts[place + 1]], match.start())
        for place, match in enumerate(found)
    ]
