"""Which language a text is in: Finnish, Swedish or English."""

from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

CODES = {Language.FINNISH: "fi", Language.SWEDISH: "sv", Language.ENGLISH: "en"}
MIN_LETTERS = 12
# A passage inside an item is marked as foreign only when it is long and clear: a wrong `lang` is worse than none.
MIN_PASSAGE_LETTERS = 60
SURE = 0.9


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*CODES).build()


def language_of(text: str, default: str) -> str:
    """Return "fi", "sv" or "en" for *text*, or *default* where there is too little to tell."""
    if sum(map(str.isalpha, text)) < MIN_LETTERS:
        return default
    found = _detector().detect_language_of(text)
    return CODES[found] if found else default


def foreign_language(text: str, surrounding: str) -> str | None:
    """Return the language of a passage when it is surely another than *surrounding*, otherwise None."""
    if sum(map(str.isalpha, text)) < MIN_PASSAGE_LETTERS:
        return None
    best = _detector().compute_language_confidence_values(text)[0]
    code = CODES[best.language]
    return code if code != surrounding and best.value >= SURE else None
