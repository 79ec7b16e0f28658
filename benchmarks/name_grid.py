"""Scores the detector of names on a grid of eight forms and nine cases, with names in and out of the statistics it uses.

python -m benchmarks.name_grid [NAMES]    NAMES in each cell (default 100); exits with 1 when a cell has less than 98 %
"""

import random
import sys
from collections.abc import Iterable

from benchmarks.inflected import CASES, inflected
from generator.redaction.names import finding, inflection, lexicon, statistics
from generator.redaction.names.models import model

LEAST = 0.98
SEED = 140
Counts = list[tuple[str, int]]
# {name} is the form inflected; what stands around it is as in minutes.
FRAMES = {
    "nominative": ("{name} on hakenut rakennuslupaa.", "Asiaa on esittänyt {name} kirjeessään."),
    "genitive": ("Päätetään {name} osalta toisin.", "{name} mukaan tontti on rakennettu."),
    "partitive": ("Lautakunta kuuli asiassa {name} ennen päätöstä.", "Päätös koskee {name} ja tämän perhettä."),
    "allative": ("Avustus myönnetään {name} hakemuksen mukaisesti.", "Päätös annetaan tiedoksi {name} kirjeellä."),
    "ablative": ("Kunta ostaa määräalan {name} hintaan 12 000 euroa.", "Selvitys on saatu {name} keväällä."),
    "elative": ("Lastensuojeluilmoitus {name} on käsitelty.", "Lausunnossa todetaan {name} seuraavaa."),
    "adessive": ("Kiinteistö on ollut {name} vuokralla.", "{name} on oikeus saada palvelua."),
    "illative": ("Viranhaltija on ottanut yhteyttä {name} asiassa.", "Vaatimus kohdistuu {name} kokonaan."),
    "essive": ("Hakijaa on {name} kuultu.", "Hän on esiintynyt {name} asiakirjoissa."),
}


def main() -> None:
    """Print both grids, and fail when a cell is below the least."""
    size = int(sys.argv[1]) if sys.argv[1:] else 100
    first, last = list(statistics.read("first_names.txt.gz")), list(statistics.read("surnames.txt.gz"))
    chance = random.Random(SEED)  # noqa: S311 - drawn the same each time
    worst = [_grid("in the statistics", drawn(first, last, size, chance))]
    names = drawn(first, last, size, chance)
    forget({name for pair in names for name in pair}, first, last)
    worst.append(_grid("not in the statistics", names))
    print(f"least: {worst[0]:.4f} with names in the statistics, {worst[1]:.4f} with names out of them")
    sys.exit(min(worst) < LEAST)


def drawn(first: Counts, last: Counts, size: int, chance: random.Random) -> list[tuple[str, str]]:
    """Return *size* names drawn by frequency."""
    firsts = chance.choices([name for name, _ in first], [count for _, count in first], k=size)
    lasts = chance.choices([name for name, _ in last], [count for _, count in last], k=size)
    return list(zip(firsts, lasts, strict=True))


def forget(names: set[str], first: Counts, last: Counts) -> None:
    """Make the detector use statistics without *names*, and without any other name by which a form of one could be found."""
    kept = statistics.indexed(_without(first, names), _without(last, names))
    for name in names:
        for case in CASES:
            for split in inflection.splits(inflected(name, case).lower()):
                kept.by_stem.pop(split, None)
    statistics.statistics = lambda: kept  # type: ignore[assignment] # the detector asks by this name
    for module in (lexicon, *(sys.modules[each] for each in FORGETFUL)):
        module.statistics = lambda: kept  # type: ignore[attr-defined]
    for kept_in_memory in (lexicon.lexicon, model):
        kept_in_memory.cache_clear()


FORGETFUL = (
    "generator.redaction.names.capitals",
    "generator.redaction.names.known",
    "generator.redaction.names.never",
)


def _without(counts: Counts, names: set[str]) -> Counts:
    return [(name, count) for name, count in counts if name not in names]


def _grid(title: str, names: list[tuple[str, str]]) -> float:
    print(title)
    print(f"{'':18}" + " ".join(f"{case[:6]:>6}" for case in CASES))
    least = 1.0
    for form in FORMS:
        row = [_cell(form, case, names) for case in CASES]
        least = min(least, *row)
        print(f"{form:18}" + " ".join(f"{share:6.3f}" for share in row))
    return least


def _cell(form: str, case: str, names: list[tuple[str, str]]) -> float:
    texts = [text for first, last in names for text in _texts(form, case, first, last)]
    found = sum(_is_found(text, hidden) for text, hidden in texts)
    return found / len(texts)


def _texts(form: str, case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the texts of *form* with a name, each with the words that must be marked."""
    yield from FORMS[form](case, first, last)


def _framed(name: str, case: str, hidden: tuple[str, ...]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for frame in FRAMES[case]:
        yield frame.format(name=name), hidden


def _full(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    surname = inflected(last, case)
    return _framed(f"{first} {surname}", case, (first, surname))


def _surname(case: str, _first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    surname = inflected(last, case)
    return _framed(surname, case, (surname,))


def _first(case: str, first: str, _last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    name = inflected(first, case)
    return _framed(name, case, (name,))


def _row(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    name = inflected(first, case)
    yield f"Avustuksen saajat\n{last} {name}\t12.3.2024\t450 €\nYhteensä\t450 €", (last, name)


def _capitals(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    name = inflected(first, case).upper()
    yield f"HAKIJA: {last.upper()} {name}\nRakennuslupahakemus", (last.upper(), name)


def _initial(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    surname = inflected(last, case)
    return _framed(f"{first[0]}. {surname}", case, (f"{first[0]}.", surname))


def _estate(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    surname = inflected(last, "genitive")
    return _framed(f"{first} {surname} {inflected('kuolinpesä', case)}", case, (first, surname))


def _couple(case: str, first: str, last: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    surname = inflected(last, case)
    return _framed(f"Maija ja {first} {surname}", case, ("Maija", first, surname))


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


def _is_found(text: str, hidden: tuple[str, ...]) -> bool:
    marks = finding.find(text, "fi")
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
