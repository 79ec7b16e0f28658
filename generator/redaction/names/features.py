"""What a model sees of each word: its form, its ends, its strength as a name, its neighbours, and its like elsewhere."""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from generator.redaction.names.lexicon import REMEMBERED, Lexicon
from generator.redaction.names.nouns import is_label, is_place_noun, is_surname_built, is_title
from generator.redaction.names.tokens import Token

RUNS = (
    (re.compile(r"[A-ZÅÄÖÉÈÁÜŠŽ]{2,}"), "XX"),
    (re.compile(r"[A-ZÅÄÖÉÈÁÜŠŽ]"), "X"),
    (re.compile(r"[a-zåäöéèáíóüßšž]+"), "x"),
    (re.compile(r"[0-9]+"), "0"),
)
FOREIGN = re.compile(r"[bcfgqwxzåšžéèüóáíçñø]|th|ck|^[^aeiouyäö]{2}")
ALIKE = 5  # letters at the beginning, by which two words count as forms of one
MOST = 2
LONGEST_SHAPE, LONGEST = 8, 12
KNOWN_FIRST = 2


class Word(msgspec.Struct, frozen=True):
    """A word as seen apart from its neighbours.

    *strength* is a digit for first name and one for surname, *beside* what it tells of a name beside it.
    """

    lower: str
    shape: str
    strength: str
    like: str
    kind: str
    beside: str
    own: tuple[str, ...]


class Elsewhere(msgspec.Struct):
    """How often words that begin alike stand in the same texts, and how."""

    small: int = 0
    inside: int = 0
    after_first_name: int = 0
    before_capital: int = 0


class Sight:
    """Sees words through a *lexicon*, and remembers them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.word = lru_cache(REMEMBERED)(self._word)

    def features(self, sentences: Iterable[list[Token]]) -> list[list[list[str]]]:
        """Return the features of each word of each of *sentences*, which belong together as one document."""
        seen = [(sentence, [self.word(token.text) for token in sentence]) for sentence in sentences]
        elsewhere = _elsewhere(seen)
        edge = self.word("\n")
        return [
            [_features((edge, edge, *words, edge, edge)[n : n + 5], token, elsewhere) for n, token in enumerate(sentence)]
            for sentence, words in seen
        ]

    def _word(self, text: str) -> Word:
        lower = text.lower()
        capital = text[:1].isupper()
        strength = self._lexicon.strength(text) if capital else None
        digits = f"{strength.first}{strength.surname}" if strength else "-"
        form = shape(text)
        kind = self._kind(lower)
        own = [
            f"w={lower}", f"h={form}", f"g={digits}", f"gh={digits}{form}", f"k={kind}{form}", f"gk={digits}{kind}",
            *(f"s{n}={lower[-n:]}" for n in (2, 3, 4, 5) if len(lower) > n),
            *(f"b{n}={lower[:n]}" for n in (2, 3, 4) if len(lower) > n),
        ]  # fmt: skip
        beside = f"{is_title(lower):d}{is_place_noun(text):d}{is_label(lower):d}"
        if capital:
            own += [f"n={is_surname_built(lower):d}{kind}{digits}", f"l={min(len(text), LONGEST)}"]
            own += [f"x={bool(FOREIGN.search(lower)):d}{form}{digits}"]
        return Word(lower, form, digits, lower[:ALIKE], kind, beside, tuple(own))

    def _kind(self, lower: str) -> str:
        words = self._lexicon
        common = "j" if words.is_joined(lower) else f"{words.is_common(lower):d}"
        return f"{common}{words.is_place(lower):d}{words.is_compound(lower):d}"


def shape(text: str) -> str:
    """Return the form of *text*: runs of capitals, small letters and digits as one sign each."""
    for pattern, sign in RUNS:
        text = pattern.sub(sign, text)
    return text[:LONGEST_SHAPE]


def _elsewhere(seen: list[tuple[list[Token], list[Word]]]) -> dict[str, Elsewhere]:
    found: dict[str, Elsewhere] = {}
    for sentence, words in seen:
        for n, (token, word) in enumerate(zip(sentence, words, strict=True)):
            mine = found.get(word.like)
            if mine is None:
                mine = found[word.like] = Elsewhere()
            if word.strength == "-":
                mine.small += 1
                continue
            mine.inside += not token.opens
            mine.after_first_name += n > 0 and _is_first_name(words[n - 1])
            mine.before_capital += n + 1 < len(words) and words[n + 1].strength != "-" and _is_first_name(word)
    return found


def _is_first_name(word: Word) -> bool:
    return word.strength != "-" and int(word.strength[0]) >= KNOWN_FIRST


def _features(words: tuple[Word, ...], token: Token, elsewhere: dict[str, Elsewhere]) -> list[str]:
    far, before, here, after, beyond = words
    start = "^" if token.opens else "_"
    h1, h2, g1, g2, shape_ = before.shape, after.shape, before.strength, after.strength, here.shape
    found = [
        *here.own, start, f"{start}h={shape_}", f"{start}gk={here.strength}{here.kind}",
        f"-w={before.lower}", f"-h={h1}", f"-g={g1}", f"-t={before.lower[-3:]}", f"-k={before.kind}{h1}",
        f"+w={after.lower}", f"+h={h2}", f"+g={g2}", f"+t={after.lower[-3:]}", f"+k={after.kind}{h2}",
        f"--w={far.lower}", f"++w={beyond.lower}", f"--h={far.shape}", f"++h={beyond.shape}",
        f"-hh={h1}|{shape_}", f"+hh={shape_}|{h2}", f"-gg={g1}|{here.strength}", f"+gg={here.strength}|{g2}",
        f"-b={before.beside}{shape_}", f"+b={after.beside}{shape_}",
        f"-wh={before.lower}|{shape_}", f"+wh={after.lower}|{shape_}", f"-+h={h1}|{shape_}|{h2}",
    ]  # fmt: skip
    if here.strength != "-":
        mine = elsewhere[here.like]
        small, inside = mine.small > 0, mine.inside > (not token.opens)
        found += [
            f"d={small:d}{inside:d}{token.opens:d}",
            f"D={min(MOST, mine.inside)}{min(MOST, mine.after_first_name)}{min(MOST, mine.before_capital)}",
            f"ds={small:d}{token.opens:d}{shape_}",
        ]
    return found
