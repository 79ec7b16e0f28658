"""Scores the detector of names on a grid of eight forms and nine cases, with names in and out of the statistics it uses.

python -m benchmarks.name_grid [NAMES [FIRST LAST [CARRIERS]]]    NAMES in each cell (default 100), drawn anew for each of the
draws FIRST to LAST, in one of the sets of `benchmarks.carriers`; exits with 1 when a cell of a draw has less than 98 %
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from benchmarks.carriers import SETS, TUNED, Carriers
from benchmarks.inflected import CASES, inflected
from generator.redaction.names import finding, inflection, lexicon, statistics
from generator.redaction.names.known import person
from generator.redaction.names.models import model

LEAST = 0.98
SEED = 140
KNOWN, _ = ORIGINS = ("in the statistics", "not in the statistics")
SHIPPED = statistics.statistics()
Counts = list[tuple[str, int]]
Cell = tuple[str, str, str]  # origin of the names, form, case


class Attempt(NamedTuple):
    """A *text* with a name of which the words *hidden* must be marked."""

    cell: Cell
    text: str
    hidden: tuple[str, ...]
    is_found: bool


def main() -> None:
    """Print both grids over all draws, and the cells of each draw that are below the least; fail when there are any."""
    size = int(sys.argv[1]) if sys.argv[1:] else 100
    draws = range(int(sys.argv[2]), int(sys.argv[3]) + 1) if sys.argv[2:] else range(SEED, SEED + 1)
    carriers = SETS[sys.argv[4]] if sys.argv[4:] else TUNED
    tries, misses = Counter[Cell](), Counter[Cell]()
    below = 0
    for draw in draws:
        its_tries, its_misses = Counter[Cell](), Counter[Cell]()
        for each in attempts(size, draw, carriers):
            its_tries[each.cell] += 1
            its_misses[each.cell] += not each.is_found
        for cell, count in its_misses.items():
            if count > (1 - LEAST) * its_tries[cell]:
                below += 1
                print(f"draw {draw}: {', '.join(cell)}: {1 - count / its_tries[cell]:.4f}")
        tries, misses = tries + its_tries, misses + its_misses
    for origin in ORIGINS:
        _print(origin, tries, misses, list(carriers.frames))
    least = min(1 - misses[cell] / count for cell, count in tries.items())
    print(f"least, all draws together: {least:.4f}; cells of a draw below {LEAST}: {below}")
    sys.exit(below > 0)


def attempts(size: int, draw: int, carriers: Carriers) -> Iterator[Attempt]:
    """Yield the attempts of one *draw* of *size* names in the statistics, then of as many out of them, in *carriers*."""
    first, last = list(statistics.read("first_names.txt.gz")), list(statistics.read("surnames.txt.gz"))
    chance = random.Random(draw)  # noqa: S311 - drawn the same each time
    for origin in ORIGINS:
        names = drawn(first, last, size, chance)
        _use(SHIPPED if origin == KNOWN else _without(names, first, last))
        for form, case in product(FORMS, carriers.frames):
            for name in names:
                for text, hidden in FORMS[form](carriers, case, *name):
                    yield Attempt((origin, form, case), text, hidden, _is_found(text, hidden, carriers.language))


def _print(origin: str, tries: Counter[Cell], misses: Counter[Cell], cases: list[str]) -> None:
    print(origin)
    print(f"{'':18}" + " ".join(f"{case[:6]:>6}" for case in cases))
    for form in FORMS:
        shares = (1 - misses[origin, form, case] / tries[origin, form, case] for case in cases)
        print(f"{form:18}" + " ".join(f"{share:6.4f}" for share in shares))


def drawn(first: Counts, last: Counts, size: int, chance: random.Random) -> list[tuple[str, str]]:
    """Return *size* names drawn by frequency."""
    firsts = chance.choices([name for name, _ in first], [count for _, count in first], k=size)
    lasts = chance.choices([name for name, _ in last], [count for _, count in last], k=size)
    return list(zip(firsts, lasts, strict=True))


def _without(names: list[tuple[str, str]], first: Counts, last: Counts) -> statistics.Statistics:
    """Return the statistics without *names*, and without any other name by which a form of one could be found."""
    gone = {name for pair in names for name in pair}
    kept = statistics.indexed(*([(name, count) for name, count in counts if name not in gone] for counts in (first, last)))
    for name in sorted(gone):
        for case in CASES:
            for split in inflection.splits(inflected(name, case).lower()):
                kept.by_stem.pop(split, None)
    return kept


def _use(known: statistics.Statistics) -> None:
    """Make the detector use *known* for its statistics."""
    statistics.statistics = lambda: known  # type: ignore[assignment] # the detector asks by this name
    for module in (lexicon, *(sys.modules[each] for each in FORGETFUL)):
        module.statistics = lambda: known  # type: ignore[attr-defined]
    for kept_in_memory in (lexicon.lexicon, model, person):
        kept_in_memory.cache_clear()


FORGETFUL = (
    "generator.redaction.names.capitals",
    "generator.redaction.names.known",
    "generator.redaction.names.never",
)


Texts = Iterable[tuple[str, tuple[str, ...]]]  # texts with a name, each with the words that must be marked


def _framed(carriers: Carriers, name: str, case: str, hidden: tuple[str, ...]) -> Texts:
    for frame in carriers.frames[case]:
        yield frame.format(name=name), hidden


def _full(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    surname = carriers.inflect(last, case)
    return _framed(carriers, f"{first} {surname}", case, (first, surname))


def _surname(carriers: Carriers, case: str, _first: str, last: str) -> Texts:
    surname = carriers.inflect(last, case)
    return _framed(carriers, surname, case, (surname,))


def _first(carriers: Carriers, case: str, first: str, _last: str) -> Texts:
    name = carriers.inflect(first, case)
    return _framed(carriers, name, case, (name,))


def _row(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    name = carriers.inflect(first, case)
    return ((row.format(last=last, first=name), (last, name)) for row in carriers.rows)


def _capitals(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    name, surname = carriers.inflect(first, case).upper(), last.upper()
    return ((line.format(last=surname, first=name), (surname, name)) for line in carriers.capitals)


def _initial(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    surname = carriers.inflect(last, case)
    return _framed(carriers, f"{first[0]}. {surname}", case, (f"{first[0]}.", surname))


def _estate(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    surname = carriers.inflect(last, "genitive")
    return _framed(carriers, f"{first} {surname} {carriers.inflect(carriers.estate, case)}", case, (first, surname))


def _couple(carriers: Carriers, case: str, first: str, last: str) -> Texts:
    surname = carriers.inflect(last, case)
    return _framed(carriers, f"Maija {carriers.couple} {first} {surname}", case, ("Maija", first, surname))


FORMS = {
    "full name": _full,
    "surname": _surname,
    "table row": _row,
    "capitals": _capitals,
    "initial": _initial,
    "first name": _first,
    "estate": _estate,
    "couple": _couple,
}


def _is_found(text: str, hidden: tuple[str, ...], language: str) -> bool:
    marks = finding.find(text, language)
    covered = {place for mark in marks for place in range(mark.start, mark.end)}
    start = 0
    for word in hidden:
        start = text.index(word, start)
        if not all(place in covered for place in range(start, start + len(word)) if text[place].isalnum()):
            return False
        start += len(word)
    return True


if __name__ == "__main__":
    main()
