"""Text folded so that case, Unicode form, accents, punctuation and hidden characters do not tell two copies apart."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.redaction.normal import INVISIBLE

WORD = re.compile(r"[^\W_]+")
HIDDEN = re.compile(f"[{INVISIBLE}]")
COMBINING = re.compile(r"[\u0300-\u036f]+")
# Nearly all that is not ASCII in our texts; replacing it first spares most pages the slow way.
COMMON = (("ä", "a"), ("ö", "o"), ("å", "a"), ("\xa0", " "), ("\xad", ""), ("–", "-"), ("§", " "), ("”", '"'), ("’", "'"))
RUN = 8  # words: a run this long that stands in no public text is not there by chance

Shingle = tuple[str, ...]


def folded(text: str) -> str:
    """Return *text* without case, accents and hidden characters; words stay apart."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    for character, folded_to in COMMON:
        plain = plain.replace(character, folded_to)
    if plain.isascii():
        return plain
    return COMBINING.sub("", unicodedata.normalize("NFKD", HIDDEN.sub("", plain))).casefold()


def without_hidden(text: str) -> str:
    """Return *text* in composed letters without hidden characters, in the case in which it was written."""
    return text if text.isascii() else HIDDEN.sub("", unicodedata.normalize("NFKC", text))


def words(text: str) -> list[str]:
    """Return the words of *text*, folded."""
    return split(folded(text))


def split(plain: str) -> list[str]:
    """Return the words of *plain*, which is folded."""
    return WORD.findall(plain)


def runs(found: Sequence[str], length: int = RUN) -> Iterator[Shingle]:
    """Yield every run of *length* words in *found*."""
    return zip(*(found[start:] for start in range(length)), strict=False)


def shingles(text: str) -> Iterator[Shingle]:
    """Yield every run of eight words in *text*, folded."""
    return runs(words(text))


def glued(text: str) -> str:
    """Return the letters and digits of *text*, folded, without anything between."""
    return "".join(words(text))
