"""Tells which words of the grid's names the detector does not find, most often missed first, and what speaks against each.

python -m benchmarks.name_misses NAMES FIRST LAST CARRIERS    as for `benchmarks.name_grid`
"""

import sys
from collections import Counter
from typing import NamedTuple

from benchmarks.carriers import SETS
from benchmarks.name_grid import Attempt, attempts
from generator.redaction.names import Passage, find
from generator.redaction.names.lexicon import common_words, is_shared
from generator.redaction.names.reading import Reading, is_homonym, readings
from generator.redaction.names.tokens import Token

ALIKE = 5  # letters, by which inflections of a name count as one


class Miss(NamedTuple):
    """A word begun with *begin* that is missed, of names *origin* (in or out of the statistics), with the *causes*."""

    origin: str
    begin: str
    causes: str


def main() -> None:
    """Print the misses."""
    size, first, last = map(int, sys.argv[1:4])
    carriers = SETS[sys.argv[4]]
    counts = Counter[Miss]()
    examples: dict[Miss, set[str]] = {}
    for draw in range(first, last + 1):
        for attempt in attempts(size, draw, carriers):
            for miss, example in [] if attempt.is_found else _misses(attempt, carriers.language):
                counts[miss] += 1
                examples.setdefault(miss, set()).add(example)
    for miss, count in counts.most_common():
        print(f"{count:5} {miss.begin:{ALIKE}} {miss.origin}, {miss.causes}: {'; '.join(sorted(examples[miss])[:4])}")
    print(f"{sum(counts.values()):5} in all")


def _misses(attempt: Attempt, language: str) -> list[tuple[Miss, str]]:
    (reading,) = readings([Passage(text=attempt.text, language=language)])
    marks = find(attempt.text, language)
    origin, form, case = attempt.cell
    hidden = {word.lower() for word in attempt.hidden}
    found: list[tuple[Miss, str]] = []
    for token, chance in zip(reading.tokens, reading.chances, strict=True):
        is_marked = any(mark.start <= token.start and token.end <= mark.end for mark in marks)
        if token.text.lower() in hidden and not is_marked:
            miss = Miss(origin, token.text[:ALIKE].lower(), _causes(reading, token))
            found.append((miss, f"{token.text} {chance:.5f} {form}, {case}"))
    return found


def _causes(reading: Reading, token: Token) -> str:
    lower = token.text.lower()
    words = reading.lexicon
    said = {
        "opens a sentence": token.opens,
        "place": words.is_place(lower),
        "word of minutes": words.is_administrative(lower),
        "ends as a compound": words.is_compound(lower),
        "in the dictionary": lower in common_words("fi"),
        "homonym": is_homonym(reading, lower),
        "-nen": lower.endswith("nen"),
        "hyphen": "-" in lower,
        "also a common word": is_shared(lower),
    }
    return ", ".join(cause for cause, holds in said.items() if holds) or "chance alone"


if __name__ == "__main__":
    main()
