"""Trains the two models of names from the train portions of the corpora, the same weights each time.

python -m benchmarks.train_names FOLDER [fi] [sv]    FOLDER holds turku-ner/ and swedish-ner/; writes into the package
"""

import sys
from pathlib import Path

import pycrfsuite

from benchmarks.corpora import Document, Text, read, running_text
from generator.redaction.names.features import Sight
from generator.redaction.names.lexicon import Lexicon, lexicon
from generator.redaction.names.tokens import Token, sentences

DATA = Path(__file__).parents[1] / "generator" / "redaction" / "names" / "data"
CORPORA = {"fi": "turku-ner/train.tsv", "sv": "swedish-ner/train_corpus.txt"}
# Telling persons from organizations, places and products makes the model of persons better.
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PRO": "PRO", "MISC": "PRO"}
SETTINGS = {"c1": 0.1, "c2": 1.0, "max_iterations": 70, "feature.possible_transitions": True, "feature.minfreq": 2}


def main() -> None:
    """Train the models asked for, or both."""
    folder = Path(sys.argv[1])
    for language in sys.argv[2:] or CORPORA:
        write(read(folder / CORPORA[language]), language, DATA)


def write(documents: list[Document], language: str, data: Path) -> None:
    """Write the model of *language* trained on *documents* into *data*."""
    train(documents, lexicon(language), data / f"{language}.crfsuite")


def train(documents: list[Document], words: Lexicon, model: Path) -> None:
    """Write a *model* trained on *documents*, which sees them through *words*."""
    sight = Sight(words)
    trainer = pycrfsuite.Trainer(verbose=False)
    for document in documents:
        text = running_text(document)
        cut = list(sentences(text.text))
        for sentence, seen in zip(cut, sight.features(cut), strict=True):
            trainer.append(seen, labels(sentence, text))
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    trainer.train(str(model))


def labels(sentence: list[Token], text: Text) -> list[str]:
    """Return the label of each word of *sentence*, as our own words fall on those of the corpus."""
    starts = {start: label for start, _, label in text.words}
    within = {place: label for start, end, label in text.words for place in range(start, end)}
    found: list[str] = []
    for token in sentence:
        label = starts.get(token.start) or within.get(token.start, "O").replace("B-", "I-")
        kind = KINDS.get(label[2:])
        found.append(f"{label[:2]}{kind}" if kind else "O")
    return found


if __name__ == "__main__":
    main()
