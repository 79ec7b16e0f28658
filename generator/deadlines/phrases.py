"""Which kinds of appeal a heading or a sentence names, by the words of each kind."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.deadlines.kinds import Kind

SOFT = str.maketrans({"\xad": None, "\xa0": " "})
SPACES = re.compile(r"\s+")
GAP = r"\s+(?:[^\n]{0,80}?\s)?"
# Longer than any sentence that names an appeal: bounds the work on a text that is no instruction.
MAX_SENTENCE = 800


class Match(NamedTuple):
    """Where words of *kind* stand: from where to where each piece between three dots does."""

    pieces: tuple[tuple[int, int], ...]
    kind: Kind


def folded(text: str) -> str:
    """Return *text* as it is compared: without case, soft hyphens and runs of white space."""
    return SPACES.sub(" ", text.translate(SOFT)).strip().casefold()


def in_heading(heading: str, kinds: Sequence[Kind]) -> tuple[Kind, ...] | None:
    """Return the kind that *heading* names by its words or its name, a combined one in parts; None when it names several."""
    text = folded(heading)[:MAX_SENTENCE]
    return _parts(_longest([*_matches(text, kinds), *_names(text, kinds)]), kinds)


def in_sentence(sentence: str, kinds: Sequence[Kind]) -> tuple[Kind, ...] | None:
    """Return the kind that *sentence* grants or forbids, a combined one in parts; None when it grants several.

    A sentence that forbids names what it forbids, and grants nothing.
    """
    found = _longest(list(_matches(folded(sentence)[:MAX_SENTENCE], kinds)))
    return _parts([kind for kind in found if kind.is_prohibition][:1] or found, kinds)


def _matches(text: str, kinds: Sequence[Kind]) -> Iterator[Match]:
    for kind in kinds:
        for phrase in kind.words:
            if _rarest(phrase) in text:
                yield from (Match(m.regs[1:], kind) for m in _pattern(phrase).finditer(text))


def _names(text: str, kinds: Sequence[Kind]) -> Iterator[Match]:
    for kind in kinds:
        for name in kind.name.values():
            if name.casefold() in text:
                yield from (Match(m.regs, kind) for m in _name_pattern(name).finditer(text))


def _longest(matches: Sequence[Match]) -> list[Kind]:
    """Return the kinds of those *matches* that are made of words of no other, once each."""
    outer = (match for match in matches if not any(_covers(other, match) for other in matches))
    return list({match.kind.id: match.kind for match in outer}.values())


def _parts(found: Sequence[Kind], kinds: Sequence[Kind]) -> tuple[Kind, ...] | None:
    if len(found) > 1:
        return None
    by_id = {kind.id: kind for kind in kinds}
    return tuple(by_id[i] for kind in found for i in (kind.parts if kind.parts is not None else (kind.id,)))


def _covers(one: Match, other: Match) -> bool:
    """Tell whether *other* is made of words of *one*; what only stands between the words of *one* is named beside it."""
    within = all(any(start <= s and e <= end for start, end in one.pieces) for s, e in other.pieces)
    return within and one.pieces != other.pieces


def _pieces(phrase: str) -> list[str]:
    return [piece.strip().casefold() for piece in phrase.replace("...", "…").split("…")]


@cache
def _rarest(phrase: str) -> str:
    """Return the longest piece of *phrase*: where it is not, nothing more need be looked for, and most texts have it not."""
    return max(_pieces(phrase), key=len)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return the pattern of *phrase*: it begins with a word, its last word may go on, three dots are words between."""
    *pieces, last = map(re.escape, _pieces(phrase))
    return re.compile(r"(?<!\w)" + "".join(f"({piece}){GAP}" for piece in pieces) + rf"({last}\w*)")


@cache
def _name_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name.casefold())}(?![\w-])")
