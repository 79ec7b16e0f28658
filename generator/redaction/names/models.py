"""The two models (conditional random fields) and what they say of each word: how probably it belongs to a name of a person.

Trained by `benchmarks.train_names`: Finnish on the Turku NER corpus (CC BY-SA 4.0), Swedish on Webbnyheter 2012 (CC BY 4.0).
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file

import pycrfsuite

from generator.redaction.names.features import Sight
from generator.redaction.names.language import language_of
from generator.redaction.names.lexicon import DATA, Lexicon, lexicon
from generator.redaction.names.tokens import Token


class Model:
    """One language's model; *lexicon* is what it was trained with."""

    def __init__(self, language: str, lexicon: Lexicon) -> None:
        self.sight = Sight(lexicon)
        self._tagger = pycrfsuite.Tagger()
        with as_file(DATA / f"{language}.crfsuite") as path:
            self._tagger.open(str(path))
        labels = self._tagger.labels()
        self._person = [label for label in labels if label.endswith("PER")]

    def chances(self, sentence: list[Token], features: list[list[str]]) -> list[float]:
        """Return how probably each word of *sentence*, seen as *features*, belongs to a name of a person."""
        self._tagger.set(features)
        probability = self._tagger.marginal
        return [
            sum(probability(label, place) for label in self._person) if token.text[:1].isalnum() else 0.0
            for place, token in enumerate(sentence)
        ]


@cache
def model(language: str) -> Model:
    """Return the model of *language* ("fi" or "sv") as shipped."""
    return Model(language, lexicon(language))


Sentences = list[list[Token]]


def chances(texts: list[Sentences], hints: list[str | None]) -> list[list[list[float]]]:
    """Return the chances of the words of *texts*, which belong together; *hints* are their languages where known."""
    languages = [language_of(sentences, hint) for sentences, hint in zip(texts, hints, strict=True)]
    spoken = [pair for text, said in zip(texts, languages, strict=True) for pair in zip(text, said, strict=True)]
    # The Swedish corpus is of single sentences: its model knows nothing of the rest of a document.
    finnish = [sentence for sentence, language in spoken if language != "sv"]
    document = iter(model("fi").sight.features(finnish) if finnish else ())
    return [
        [_chances(sentence, language, document) for sentence, language in zip(text, said, strict=True)]
        for text, said in zip(texts, languages, strict=True)
    ]


def _chances(sentence: list[Token], language: str, document: Iterator[list[list[str]]]) -> list[float]:
    """Return the chances of the words of *sentence*; of two models, where it may be in either language, the higher."""
    features = next(document) if language != "sv" else []
    if not any(token.text[:1].isupper() for token in sentence):
        return [0.0] * len(sentence)
    finnish = model("fi").chances(sentence, features) if features else []
    if language == "fi":
        return finnish
    swedish = model("sv").chances(sentence, model("sv").sight.features([sentence])[0])
    return [max(pair) for pair in zip(finnish, swedish, strict=True)] if finnish else swedish
