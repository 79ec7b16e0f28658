"""Text cut into sentences of words with offsets, as the models of names see it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.redaction.names.vocabulary import words

# An initial keeps its stop ("M.", "K.-E."); a compound, a genitive after a colon and an address stay one word.
WORD = re.compile(
    r"""
    [A-ZÅÄÖ]\.(?:-?[A-ZÅÄÖ]\.)*(?!\w)   # initials
  | [^\W_]+(?:[-–'’´:.&@_\u00ad\u200b-\u200d\u2011/]+[^\W_]+)*  # words, with what ties them together
  | [^\w\s]                              # one mark
    """,
    re.VERBOSE,
)
FILE = re.compile(r"([^.@/:]+)(\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|jpe?g|png|zip|txt|html?))", re.IGNORECASE)
SLASH = re.compile(r"[^/]+")
LINE = re.compile(r"[^\n\t\r\v\f\u2028\u2029]+")
ENDS = frozenset(".!?…")
# A stop after these does not end a sentence.
SHORT = frozenset(words("abbreviations"))


class Token(NamedTuple):
    """A word from *start* to *end* in its text. *opens* tells that a sentence or a line begins with it, signs aside."""

    text: str
    start: int
    end: int
    opens: bool


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the sentences of *text*; a line and a cell of a table end one."""
    for line in LINE.finditer(text):
        current: list[Token] = []
        opens = True
        for match in _words(text, line.start(), line.end()):
            token = Token(match[0], match[1], match[2], opens)
            if not opens and _starts_anew(current, token):
                yield current
                token, opens = token._replace(opens=True), True
                current = []
            current.append(token)
            # After a quotation mark, a bullet or a number a sentence still begins.
            opens = opens and not token.text[0].isalpha()
        if current:
            yield current


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if file := FILE.fullmatch(word):  # "Muistutus Virtanen.pdf": the name is not the ending's
            yield file[1], match.start(), match.start() + file.end(1)
            yield file[2], match.start() + file.start(2), match.end()
            continue
        if "/" not in word or "@" in word or "." in word:
            yield word, match.start(), match.end()
            continue
        for part in SLASH.finditer(word):
            yield part[0], match.start() + part.start(), match.start() + part.end()


def _starts_anew(before: list[Token], token: Token) -> bool:
    if not before or before[-1].text not in ENDS or not token.text[:1].isupper():
        return False
    previous = before[-2].text if len(before) > 1 else ""
    return not (before[-1].text == "." and (previous.lower() in SHORT or previous.isdigit()))
