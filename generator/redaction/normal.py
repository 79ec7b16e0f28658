"""Text in the one form that recognizers read, with the way back to where each character stood."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

# U+2010 to 2015, the minus signs, and the hyphens of other scripts that word processors put in.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u02d7\u058a\u05be\u2796\u2e3a\u2e3b\ufe58"
SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Neither seen nor heard: soft hyphens, joiners, marks of direction, selectors of variants.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
# One character for one: texts with no other need no table of places.
ONE_FOR_ONE = str.maketrans(DASHES + SPACES, "-" * len(DASHES) + " " * len(SPACES))
# What stays as it is in Finnish and Swedish text.
PLAIN = re.compile(r"[\t\n\r\x20-\x7eäöåÄÖÅéÉèàüÜßøæ§€°±«»’‘“”„•]*")
# A character with the marks that are written after it: some systems write ä as a and two dots.
LETTER = re.compile(rf".[\u0300-\u036f{INVISIBLE}]*", re.DOTALL)
UNSEEN = re.compile(f"[{INVISIBLE}]")


class Normal(NamedTuple):
    """Normalised *text*; character i of it comes from the original at starts[i], up to ends[i]. None means: as long."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch *start* to *end* stood in the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=8)  # every recognizer reads the same text in turn
def normalise(text: str) -> Normal:
    """Return *text* in NFKC with plain digits, hyphens and spaces and without invisible characters."""
    if PLAIN.fullmatch(text):
        return Normal(text)
    translated = text.translate(ONE_FOR_ONE)
    if PLAIN.fullmatch(translated):
        return Normal(translated)
    pieces = [(_plain(found[0]), found.span()) for found in LETTER.finditer(text)]
    spans = [span for piece, span in pieces for _ in piece]
    return Normal("".join(piece for piece, _ in pieces), tuple(start for start, _ in spans), tuple(end for _, end in spans))


@cache  # as large as the alphabet of the texts
def _plain(letter: str) -> str:
    folded = unicodedata.normalize("NFKC", UNSEEN.sub("", letter)).translate(ONE_FOR_ONE)
    return UNSEEN.sub("", "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded))
