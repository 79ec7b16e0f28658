"""Which language a text is in, by its function words: what decides is grammar, not topic."""

import re
from collections.abc import Iterable

# The commonest words that the others do not have; Norwegian counts as Danish, which is near enough to tell it from the rest.
_WORDS = {
    "fi": "ja ei se että joka mutta tai kun jos ovat oli hän tämä sekä myös ettei niin kuin mukaan ole voi kanssa jälkeen",
    "sv": "och att det som är av för på inte med den har om ett var jag eller vid från ska kan efter enligt",
    "en": "the and of to is that for was with are this not or from at which have has been will were their",
    "da": "og ikke til af være blev havde denne også hun deres efter hvor noget",
    "de": "und nicht ist mit auf für eine wird auch sich von zu werden einen durch über nach",
    "nl": "het een van zijn niet met hij aan bij naar wordt deze maar werd dat voor op ook",
    "fr": "les des est une dans pour qui avec cette sont aux ses nous vous leur elle être",
    "es": "los las una por para del pero como más este esta también entre desde hasta",
}
_NEAR = {"no": "da", "nb": "da", "nn": "da"}
_LANGUAGES = {word: language for language, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[a-zåäöé]+")


def function_words(pieces: Iterable[str]) -> dict[str, int]:
    """Return how many function words of each known language the text in *pieces* has."""
    counts = dict.fromkeys(_WORDS, 0)
    for word in _WORD.findall(" ".join(pieces).lower()):
        if word in _LANGUAGES:
            counts[_LANGUAGES[word]] += 1
    return counts


def commonest(counts: dict[str, int]) -> str:
    return max(sorted(counts), key=lambda language: counts[language])


def primary(tag: str) -> str:
    """Return the language of a language tag, as it is known here: "sv" of "sv-FI"."""
    language = tag.strip().lower().partition("-")[0]
    return _NEAR.get(language, language)
