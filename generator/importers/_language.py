"""Which language a text is in: Finnish, Swedish or English."""

import re
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

CODES = {Language.FINNISH: "fi", Language.SWEDISH: "sv", Language.ENGLISH: "en"}
MIN_LETTERS = 12
# A passage inside an item is marked as foreign only when it is long and clear: a wrong `lang` is worse than none.
MIN_PASSAGE_LETTERS = 60
SURE = 0.9
# The detector's work grows with the text, and the beginning is enough to tell.
LOOKED_AT = 500
# Words that every passage of some length has, and that mean nothing in the other languages: where they stand, the detector
# need not be asked, which is the most expensive step of reading an export.
FUNCTION_WORDS = {
    "fi": {
        "ja", "on", "ei", "että", "sekä", "mukaan", "joka", "jotka", "myös", "ovat", "oli", "kun", "tai", "se", "sen",
        "päätti", "ehdotti", "klo", "vuoden",
    },
    "sv": {
        "och", "att", "som", "för", "är", "det", "av", "på", "till", "med", "den", "inte", "ett", "har", "om", "vid", "ska",
    },
    "en": {"the", "and", "of", "to", "is", "that", "for", "was", "with", "are", "this", "not"},
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
ENOUGH_FUNCTION_WORDS = 2


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*CODES).build()


def language_of(text: str, default: str) -> str:
    """Return "fi", "sv" or "en" for *text*, or *default* where there is too little to tell."""
    if sum(map(str.isalpha, text)) < MIN_LETTERS:
        return default
    found = _plain_language(text) or _detected(text)
    return found or default


def foreign_language(text: str, surrounding: str) -> str | None:
    """Return the language of a passage when it is surely another than *surrounding*, otherwise None."""
    if sum(map(str.isalpha, text)) < MIN_PASSAGE_LETTERS or _plain_language(text) == surrounding:
        return None
    best = _detector().compute_language_confidence_values(text[:LOOKED_AT])[0]
    code = CODES[best.language]
    return code if code != surrounding and best.value >= SURE else None


def _detected(text: str) -> str | None:
    found = _detector().detect_language_of(text[:LOOKED_AT])
    return CODES[found] if found else None


def _plain_language(text: str) -> str | None:
    """Return the language whose function words alone stand in *text*, or None when there are few or of more than one."""
    words = WORD.findall(text[:LOOKED_AT].casefold())
    counts = {code: sum(word in function_words for word in words) for code, function_words in FUNCTION_WORDS.items()}
    present = [code for code, count in counts.items() if count]
    return present[0] if len(present) == 1 and counts[present[0]] >= ENOUGH_FUNCTION_WORDS else None
