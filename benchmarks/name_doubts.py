"""Counts the doubts about names on real items of four towns, a thousand words, and on texts that nothing was tuned on.

python -m benchmarks.name_doubts    the unseen texts; each town, then all: as marked, and each name once in an item

The unseen texts are the task classes of three towns, a title each: headings without any person.
"""

from typing import NamedTuple

from benchmarks.municipal import SAMPLES, TOWNS, Item, items
from generator.redaction.names import Field, Known, Passage, find_in_case
from generator.redaction.names.propagation import keys

THOUSAND = 1000
CLASSES = SAMPLES.parent / "6aika-paatos"


class Doubts(NamedTuple):
    """Counts: *words*, doubtful *marks*, and doubtful *names* (each once in an item)."""

    words: int = 0
    marks: int = 0
    names: int = 0

    def plus(self, other: "Doubts") -> "Doubts":
        return Doubts._make(mine + its for mine, its in zip(self, other, strict=True))


def main() -> None:
    """Print the counts."""
    print(f"unseen: {told(unseen())}")
    total = Doubts()
    for town in TOWNS:
        counted = doubts_in(town)
        print(f"{town}: {told(counted)}")
        total = total.plus(counted)
    print(told(total))


def told(doubts: Doubts) -> str:
    """Return *doubts* in one line."""
    marks, names = (THOUSAND * count / doubts.words for count in (doubts.marks, doubts.names))
    return f"doubts_a_thousand_words={marks:.2f} names_asked_about_a_thousand_words={names:.2f} words={doubts.words}"


def doubts_in(town: str) -> Doubts:
    """Return the doubts in the sample of *town*."""
    total = Doubts()
    for item in items(town):
        total = total.plus(_doubts(item))
    return total


def unseen() -> Doubts:
    """Return the doubts in the lists of task classes."""
    lines = (line for path in sorted(CLASSES.glob("tehtavaluokat-*.txt")) for line in path.read_text("utf-8").splitlines())
    total = Doubts()
    for line in lines:
        passage = Passage(text=line, language="fi", field=Field.MATTER)
        total = total.plus(_doubts(Item(export="", id="", passages=(passage,), known=Known())))
    return total


def _doubts(item: Item) -> Doubts:
    asked: list[frozenset[str]] = []
    marks = 0
    for passage, found in zip(item.passages, find_in_case(item.passages, item.known), strict=True):
        for mark in found:
            if not mark.is_doubtful:
                continue
            marks += 1
            name = keys(passage.text[mark.start : mark.end].split()[-1].lower())
            if not any(name & other for other in asked):
                asked.append(name)
    return Doubts(sum(len(passage.text.split()) for passage in item.passages), marks, len(asked))


if __name__ == "__main__":
    main()
