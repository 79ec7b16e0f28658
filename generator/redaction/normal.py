"""Text in the one form that recognizers read, with the way back to where each character stood."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
# What stays as it is in Finnish and Swedish text: most paragraphs hold nothing else and need no table of places.
PLAIN = re.compile(r"[\t\n\r\x20-\x7eäöåÄÖÅéÉ§€]*")
# A character with the marks that are written after it: some systems write ä as a and two dots.
LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


class Normal(NamedTuple):
    """Normalised *text*; character i of it comes from the original at starts[i], up to ends[i]. None means: unchanged."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch *start* to *end* stood in the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normal:
    """Return *text* in NFKC with plain hyphens and spaces and without invisible characters."""
    if PLAIN.fullmatch(text):
        return Normal(text)
    pieces = [(_plain(found[0]), found.span()) for found in LETTER.finditer(text)]
    spans = [span for piece, span in pieces for _ in piece]
    return Normal("".join(piece for piece, _ in pieces), tuple(start for start, _ in spans), tuple(end for _, end in spans))


@cache  # as large as the alphabet of the texts
def _plain(letter: str) -> str:
    folded = unicodedata.normalize("NFKC", letter)
    return "".join("-" if c in DASHES else "" if c in INVISIBLE else c for c in folded)
