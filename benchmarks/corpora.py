"""Reads files in the formats of the two corpora of names: a word and its label a line, sentences parted by an empty line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

START = "-DOCSTART-"
OUTSIDE = frozenset({"O", "0"})


class Labelled(NamedTuple):
    word: str
    label: str  # IOB2: "O", "B-PER", "I-PER"


Sentence = list[Labelled]
Document = list[Sentence]


def read(path: Path) -> list[Document]:
    """Return the documents of *path*. Where the file does not tell documents apart, each sentence is one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if any(line.startswith(START) for line in lines):
        return list(_documents(_sentences(lines)))
    return [[sentence] for sentence in _sentences(lines)]


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    sentence: Sentence = []
    for line in (*lines, ""):
        if line.strip():
            word, _, label = line.rstrip().rpartition("\t" if "\t" in line else " ")
            sentence.append(Labelled(word, label))
        elif sentence:
            yield _in_iob2(sentence)
            sentence = []


def _documents(sentences: Iterable[Sentence]) -> Iterator[Document]:
    document: Document = []
    for sentence in sentences:
        if sentence[0].word == START and document:
            yield document
            document = []
        rest = [word for word in sentence if word.word != START]
        if rest:
            document.append(rest)
    if document:
        yield document


def _in_iob2(sentence: Sentence) -> Sentence:
    """Return *sentence* with labels such as "PER" written as "B-PER" and "I-PER": neighbours of one label are one mention."""
    result: Sentence = []
    previous = "O"
    for word, label in sentence:
        if label in OUTSIDE:
            result.append(Labelled(word, "O"))
        elif label[1:2] == "-":
            result.append(Labelled(word, label))
        else:
            result.append(Labelled(word, f"I-{label}" if previous == label else f"B-{label}"))
        previous = label
    return result


class Text(NamedTuple):
    """A document as running text: words parted by spaces, a sentence a line."""

    text: str
    words: list[tuple[int, int, str]]  # start, end, label


def running_text(document: Document) -> Text:
    """Return *document* as running text with the place of each word."""
    text = ""
    words: list[tuple[int, int, str]] = []
    for sentence in document:
        for n, (word, label) in enumerate(sentence):
            text += " " * (n > 0)
            words.append((len(text), len(text) + len(word), label))
            text += word
        text += "\n"
    return Text(text, words)
