"""Which language a text is in, by its function words and its letters: what decides is grammar, not topic."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# The commonest words that the others do not have; Norwegian counts as Danish, which is near enough to tell it from the rest.
_WORDS = {
    "fi": (
        "ja ei se että joka mutta tai kun jos ovat oli hän tämä sekä myös ettei niin kuin mukaan ole voi "
        "kanssa jälkeen olisi tulee voidaan sen sitä niiden tästä siitä vain kuten jonka jossa joiden eivät"
    ),
    "sv": (
        "och att det som är av för på inte med den har om ett var jag eller vid från ska kan efter enligt men "
        "när där detta denna dessa mellan samt skulle kunde också"
    ),
    "en": (
        "the and of to is that for was with are this not or from at which have has been will were their you "
        "your these those would could should they there when"
    ),
    "da": "og ikke til af være blev havde også deres hvor noget jeg hvis dette disse kunne",
    "de": (
        "und nicht ist mit auf für eine wird auch sich von zu werden einen durch über nach das dem oder wenn "
        "aber haben sind wurde diese zwischen ihre"
    ),
    "nl": (
        "het een van zijn niet met hij aan bij naar wordt deze maar werd dat voor op ook zij wie waar kunnen "
        "worden heeft tussen onder"
    ),
    "fr": (
        "les des est une dans pour qui avec cette sont aux ses nous vous leur elle être mais sur par plus ces "
        "était nos votre comme été aussi"
    ),
    "es": (
        "los las una por para del pero como más este esta también entre desde hasta muy cuando sobre tiene "
        "porque sus fue está el"
    ),
    "it": "gli della delle degli sono anche più nella questo questa perché dalla essere",
    "pt": "não uma são também pelo pela seu dos sua você muito quando",
    "pl": "się jest że przez dla oraz które nie jak był także",
    "et": "ning see mis aga selle pärast kuid nende veel siis olema üks kui",
}
_NEAR = {"no": "da", "nb": "da", "nn": "da"}
_LANGUAGES = {word: language for language, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")


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


# Letters by the first word of their name in Unicode, and the languages that are written in them; all others in Latin letters.
_WRITTEN_IN = {
    "CYRILLIC": {"ru", "uk", "be", "bg", "mk", "sr", "kk", "mn", "ky", "tg"},
    "GREEK": {"el"},
    "ARABIC": {"ar", "fa", "ur", "ps", "ckb", "ug", "sd"},
    "HEBREW": {"he", "yi"},
    "CJK": {"zh", "ja", "yue", "wuu", "cmn"},
    "HIRAGANA": {"ja"},
    "KATAKANA": {"ja"},
    "HANGUL": {"ko"},
    "THAI": {"th"},
    "DEVANAGARI": {"hi", "mr", "ne", "sa"},
}
_ENOUGH_LETTERS = 20
_NEARLY_ALL = 0.9
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")


def is_in_letters_of_another(tag: str, pieces: Iterable[str]) -> bool:
    """Say whether nearly all letters of the text in *pieces* are such that the language of *tag* is not written in them."""
    language, text = primary(tag), "".join(pieces)
    own = {script for script, languages in _WRITTEN_IN.items() if language in languages}
    expected = {"LATIN"} if "-latn" in tag.lower() or not own else own
    if not language or (expected == {"LATIN"} and not _NOT_LATIN.search(text)):
        return False  # nearly every page and passage
    letters = Counter(unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())
    foreign = sum(count for script, count in letters.items() if script not in expected)
    return foreign >= max(_ENOUGH_LETTERS, _NEARLY_ALL * letters.total())
