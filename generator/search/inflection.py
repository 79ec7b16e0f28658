"""Other stems of Finnish words, which gradation and endings keep apart and a stemmer does not bring together.

Snowball's stems of päiväkoti and päiväkodin, avustus and avustuksen, työllisyys and työllisyyden are different ones. Rules that
know no dictionary make the others from the words of a page; some are of no word, and then nobody asks for them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import stemmer

# What stands at the end of a stem, and what stands there in other forms of the word; of two that fit the longer holds.
ENDINGS = {
    "uus": ("uud", "uuks"), "uud": ("uus", "uuks"), "uuks": ("uus", "uud"),
    "yys": ("yyd", "yyks"), "yyd": ("yys", "yyks"), "yyks": ("yys", "yyd"),
    "eus": ("eud", "euks"), "eud": ("eus", "euks"), "euks": ("eus", "eud"),
    "eys": ("eyd", "eyks"), "eyd": ("eys", "eyks"), "eyks": ("eys", "eyd"),
    "us": ("uks",), "uks": ("us",), "ys": ("yks",), "yks": ("ys",),
    "os": ("oks",), "oks": ("os",), "ös": ("öks",), "öks": ("ös",),
    "in": ("is",), "is": ("in", "iks"), "iks": ("is",), "min": ("mis", "m"), "mis": ("min", "m"),
    "es": ("eks",), "eks": ("es",),
    "mäk": ("mäe",), "mäe": ("mäk",),
    "usi": ("ude",), "ude": ("usi",), "osi": ("ode",), "ode": ("osi",), "esi": ("ede",), "ede": ("esi",),
}  # fmt: skip
# The consonants before the last vowels of a stem: strong, weak, and what must stand before and behind them.
GRADES = (
    ("nk", "ng", "", ""), ("mp", "mm", "", ""), ("nt", "nn", "", ""), ("lt", "ll", "", ""), ("rt", "rr", "", ""),
    ("kk", "k", "[aeiouyäölrnm]", ""), ("pp", "p", "[aeiouyäölrnm]", ""), ("tt", "t", "[aeiouyäölrn]", ""),
    ("t", "d", "[aeiouyäöh]", ""), ("p", "v", "[aeiouyäölr]", ""), ("k", "v", "u", "u"), ("k", "v", "y", "y"),
)  # fmt: skip
# Ends of words that lose too much to the stemmer, and what stands there in another form.
WORD_ENDS = (
    ("usta", "us"), ("ystä", "ys"), ("osta", "os"), ("östä", "ös"), ("uutta", "uus"), ("yyttä", "yys"), ("mista", "minen"),
    ("mistä", "minen"), ("ista", "inen"), ("istä", "inen"), ("kkaan", "kas"), ("kkaat", "kas"), ("kas", "kkaan"),
    ("nkaan", "ngas"), ("ngas", "nkaan"), ("tteen", "te"), ("kkeen", "ke"), ("ppeen", "pe"),
    ("nteen", "nne"), ("nne", "nteen"), ("te", "tteen"),
)  # fmt: skip
WORD = re.compile(r"[a-zåäö]{4,}")
ENDED = re.compile(rf"(?:{'|'.join(sorted(ENDINGS, key=len, reverse=True))})$")
DOUBLED = re.compile(r"([a-zåäö])\1")
REMEMBERED = 200_000  # words: more than a municipality uses
_FINNISH = stemmer("finnish")


def _between(before: str, consonants: str, behind: str) -> re.Pattern[str]:
    after = f"(?={behind}$)" if behind else "(?=[aeiouyäö]{0,2}$)"
    return re.compile(f"(?<={before}){consonants}{after}" if before else f"{consonants}{after}")


CHANGES = tuple(
    (_between(before, one, behind), other)
    for strong, weak, before, behind in GRADES
    for one, other in ((strong, weak), (weak, strong))
)


def forms(text: str) -> tuple[str, ...]:
    """Return words for the other stems of the Finnish words of *text*, without stems that it has already, sorted."""
    words = frozenset(WORD.findall(text.casefold()))
    stems = frozenset(map(_stem, words))
    found: dict[str, str] = {}
    for word in sorted(words):
        for stem, form in _others(word):
            if stem not in stems:
                found.setdefault(stem, form)
    return tuple(sorted(found.values()))


@lru_cache(maxsize=REMEMBERED)
def _others(word: str) -> tuple[tuple[str, str], ...]:
    """Return other stems of *word*, each with a form that the stemmer brings to it."""
    found: dict[str, str] = {}
    for form in (*_with_other_end(word), *_with_other_stem(word)):
        found.setdefault(_stem(form), form)
    found.pop(_stem(word), None)
    return tuple(found.items())


def _with_other_end(word: str) -> Iterator[str]:
    yield from (word.removesuffix(end) + other for end, other in WORD_ENDS if word.endswith(end))


def _with_other_stem(word: str) -> Iterator[str]:
    stem = _stem(word)
    # The stemmer makes one consonant of two alike (huollon: huolo); what changes in the word's forms are the two.
    whole = stem if word.startswith(stem) else word[: len(stem) + 1]
    ending = word[len(whole) :]
    for other in _other_stems(whole):
        forms_of_it = (other + ending, other, f"{other}n", f"{other}in")
        yield from (form for form in forms_of_it if _undoubled(_stem(form)) == _undoubled(other))


def _undoubled(text: str) -> str:
    return DOUBLED.sub(r"\1", text)


def _other_stems(stem: str) -> Iterator[str]:
    if ended := ENDED.search(stem):
        yield from (stem[: ended.start()] + other for other in ENDINGS[ended[0]])
        return
    for pattern, other in CHANGES:
        if found := pattern.search(stem):
            yield stem[: found.start()] + other + stem[found.end() :]


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str) -> str:
    return str(_FINNISH.stemWord(word))
