"""Scores the detector of names on files in the formats of the two corpora.

python -m benchmarks.names FILE...    the last line holds what counts, over all files
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import Document, Text, read, running_text
from generator.redaction.marks import Mark
from generator.redaction.names import KIND, find

PERSON = "-PER"


class Score(NamedTuple):
    """Counts over documents: a mention is found when every word of it is. *doubts* are those that touch no person."""

    mentions: int = 0
    masked_or_queued: int = 0
    masked: int = 0
    masked_words: int = 0
    masked_person_words: int = 0
    documents: int = 0
    documents_with_a_miss: int = 0
    words: int = 0
    doubts: int = 0
    seconds: float = 0.0

    def plus(self, other: "Score") -> "Score":
        return Score._make(mine + its for mine, its in zip(self, other, strict=True))


def main() -> None:
    """Print the score of each file and of all."""
    total = Score()
    for name in sys.argv[1:]:
        score = scored(read(Path(name)))
        print(f"{Path(name).name}: {told(score)}")
        total = total.plus(score)
    print(told(total))


def told(score: Score) -> str:
    """Return *score* in one line."""
    return (
        f"masked_or_queued={score.masked_or_queued / score.mentions:.4f} masked={score.masked / score.mentions:.4f} "
        f"precision_of_masked={score.masked_person_words / max(1, score.masked_words):.4f} "
        f"documents_with_a_miss={score.documents_with_a_miss}/{score.documents} "
        f"mentions={score.mentions} idle_doubts_a_thousand_words={1000 * score.doubts / score.words:.2f} "
        f"words_a_cpu_second={score.words / score.seconds:.0f}"
    )


def scored(documents: Iterable[Document]) -> Score:
    """Return the score of the detector as shipped over *documents*."""
    find("Matti Virtanen. Sökande är Anna Holm.")  # loads the models
    total = Score()
    for document in documents:
        text = running_text(document)
        start = time.process_time()
        marks = find(text.text)
        seconds = time.process_time() - start
        total = total.plus(_score(text, marks)._replace(seconds=seconds))
    return total


def _score(text: Text, marks: tuple[Mark, ...]) -> Score:
    found = _covered(text.text, marks)
    sure = _covered(text.text, [mark for mark in marks if not mark.is_doubtful])
    mentions = list(_mentions(text))
    missed = sum(not _is_whole(text.text, found, mention) for mention in mentions)
    persons = _covered(text.text, [Mark(start, end, KIND) for start, end, label in text.words if label.endswith(PERSON)])
    masked = [label for start, end, label in text.words if any(sure[start:end])]
    return Score(
        mentions=len(mentions),
        masked_or_queued=len(mentions) - missed,
        masked=sum(_is_whole(text.text, sure, mention) for mention in mentions),
        masked_words=len(masked),
        masked_person_words=sum(label.endswith(PERSON) for label in masked),
        documents=1,
        documents_with_a_miss=missed > 0,
        words=len(text.words),
        doubts=sum(mark.is_doubtful and not any(persons[mark.start : mark.end]) for mark in marks),
    )


def _covered(text: str, marks: Iterable[Mark]) -> bytearray:
    covered = bytearray(len(text))
    for mark in marks:
        covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    return covered


def _mentions(text: Text) -> Iterable[tuple[int, int]]:
    mention: tuple[int, int] | None = None
    for start, end, label in text.words:
        if mention and label == "I-PER":
            mention = (mention[0], end)
            continue
        if mention:
            yield mention
        mention = (start, end) if label.endswith(PERSON) else None
    if mention:
        yield mention


def _is_whole(text: str, covered: bytearray, mention: tuple[int, int]) -> bool:
    """Tell whether every letter and digit of *mention* is covered."""
    return all(covered[place] for place in range(*mention) if text[place].isalnum())


if __name__ == "__main__":
    main()
