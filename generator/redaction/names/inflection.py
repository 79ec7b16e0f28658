"""How names are inflected in Finnish and Swedish: stems of a name, and a word taken apart into stem and ending."""

from collections.abc import Iterator
from functools import lru_cache

from generator.redaction.names.vocabulary import words

VOWELS = frozenset("aeiouyäöåéèáíóúü")
ENDINGS = frozenset(words("endings"))
AFTER_MARK = frozenset((*ENDINGS, "is", "iä", "ia", "in", "issa", "ista", "iin", "ille", "ilta", "illa", "ina", "iksi", "er"))
CLITICS = ("kin", "kaan", "kään", "han", "hän", "kö", "ko", "pa", "pä")
LONGEST = max(map(len, ENDINGS))
MARKS = ":'’´"
WEAK_PAIRS = {
    "kk": "k", "pp": "p", "tt": "t", "nk": "ng", "nt": "nn", "lt": "ll", "rt": "rr", "mp": "mm", "ht": "hd", "lk": "l",
    "rk": "r", "hk": "h",
}  # fmt: skip
STRONG_PAIRS = {"nn": "nt", "mm": "mp", "ll": "lt", "rr": "rt", "ng": "nk", "hd": "ht"}
WEAK = {"k": "", "p": "v", "t": "d"}
E_STEMS = words("words_with_e_stem")
OLD_T = ("vesi", "uusi", "susi", "käsi", "kausi")
SHORTEST_NEN, SHORTEST = 4, 2


def stems(name: str) -> tuple[str, ...]:
    """Return the stems that endings are added to, of *name* in lower case; *name* itself is the first."""
    found = [name]
    if len(name) > SHORTEST_NEN and name.endswith("nen"):
        found += [f"{name[:-3]}se", f"{name[:-3]}s", f"{name[:-3]}si"]
    elif name[-1:] in VOWELS:
        found += _vowel_stems(name)
    else:
        found += _consonant_stems(name)
    return tuple(dict.fromkeys(found))


def word_stems(word: str) -> tuple[str, ...]:
    """Return the stems of a common *word*, without those that only names may have."""
    found = stems(word)
    if word.endswith("i") and not word.endswith(E_STEMS):
        found = tuple(stem for stem in found if not stem.endswith("e"))
    elif not word.endswith(("o", "ö")):
        found = tuple(stem for stem in found if not stem.endswith(("o", "ö")))
    return (*found, *_plural_stems(word))


def place_stems(place: str) -> tuple[str, ...]:
    """Return the stems of the name of a *place*, in the singular."""
    plural = {f"{place}e", *_plural_stems(place)}
    return tuple(stem for stem in stems(place) if stem not in plural and (not stem.endswith(("o", "ö")) or stem == place))


def _plural_stems(word: str) -> tuple[str, ...]:
    """Return the stems of *word* in the plural: ryhmä, ryhmi-; laina, lainoi-; haltija, haltijoi-; vanhus, vanhuksi-."""
    if word.endswith("a"):
        return (f"{word[:-1]}i", f"{word[:-1]}oi")
    if word.endswith("ä"):
        return (f"{word[:-1]}i", f"{word[:-1]}öi")
    if word.endswith(("us", "ys")):
        return (f"{word[:-1]}ksi",)
    return (f"{word[:-1]}ei",) if word.endswith("i") else ()


def _vowel_stems(name: str) -> Iterator[str]:
    yield from _weak(name)
    stem, last = name[:-1], name[-1]
    if last == "i" and len(name) > SHORTEST:
        yield f"{stem}e"  # Koski: Kosken
        yield from _weak(f"{stem}e")
        if name.endswith(OLD_T):  # Vesi: Veden
            yield from (f"{stem[:-1]}de", f"{stem[:-1]}te")
    elif last == "e":
        yield f"{name}e"  # Rinne: Rinteen
        yield from (f"{strong}e" for strong in _strong(name))
    elif last in "aä":
        yield f"{stem}o" if last == "a" else f"{stem}ö"  # plural: Mattiloita


def _consonant_stems(name: str) -> Iterator[str]:
    yield f"{name}i"  # Nyström: Nyströmin
    yield f"{name}e"  # Sisar: Sisaren
    if name.endswith("s"):
        yield f"{name[:-1]}kse"  # Hannus: Hannuksen
        if name[-2:-1] in VOWELS:
            long = f"{name[:-1]}{name[-2]}"
            yield long  # Kallas: Kallaan
            yield from _strong(long)  # Kuningas: Kuninkaan
        yield f"{name[:-1]}de"
    if name.endswith("in"):
        yield f"{name[:-1]}me"
    if name.endswith("nen"):
        yield f"{name[:-3]}se"  # short ones: Änen


def _weak(stem: str) -> Iterator[str]:
    """Yield *stem* with its last consonants in the weak grade: Pekka, Peka-."""
    body, vowels = _cut(stem)
    if body[-2:] in WEAK_PAIRS:
        weak = WEAK_PAIRS[body[-2:]]
        yield f"{body[:-2]}{weak}{vowels}"
        if body[-2:] in {"lk", "rk", "hk"}:
            yield f"{body[:-1]}j{vowels}"  # Kylki: Kyljen
    elif body[-1:] in WEAK and body[-2:-1] and (body[-2] in VOWELS or body[-2] in "lr"):
        yield f"{body[:-1]}{WEAK[body[-1]]}{vowels}"
        if body[-1] == "k" and body[-2] in "uy":
            yield f"{body[:-1]}v{vowels}"  # Luku: Luvun


def _strong(stem: str) -> Iterator[str]:
    """Yield *stem* with its last consonants in the strong grade: Kuningaa-, Kuninkaa-."""
    body, vowels = _cut(stem)
    if body[-2:] in STRONG_PAIRS:
        yield f"{body[:-2]}{STRONG_PAIRS[body[-2:]]}{vowels}"
    elif body[-1:] in {"k", "p", "t"}:
        yield f"{body}{body[-1]}{vowels}"
    elif body[-1:] == "d":
        yield f"{body[:-1]}t{vowels}"
    elif body[-1:] == "v":
        yield f"{body[:-1]}p{vowels}"


def _cut(stem: str) -> tuple[str, str]:
    body = stem.rstrip("aeiouyäöå")
    return body, stem[len(body) :]


@lru_cache(maxsize=65536)
def splits(word: str) -> tuple[str, ...]:
    """Return what may be the stem of *word* (in lower case): itself, and what is left when an ending is taken off."""
    for mark in MARKS:
        stem, has_mark, ending = word.rpartition(mark)
        if has_mark and stem and (ending in AFTER_MARK or not ending):
            return (stem,)
    found = [word, *_without_case(word)]
    for clitic in CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic) + SHORTEST:
            bare = word[: -len(clitic)]
            found += [bare, *_without_case(bare)]
    return tuple(dict.fromkeys(found))


def _without_case(word: str) -> Iterator[str]:
    for length in range(1, min(LONGEST, len(word) - SHORTEST) + 1):
        if word[-length:] in ENDINGS:
            yield word[:-length]
