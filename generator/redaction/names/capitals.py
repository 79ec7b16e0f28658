"""Words in capitals written as names are, for a second look: "HAKIJA: VIRTANEN MATTI"."""

import re

from generator.redaction.names.statistics import Strength, statistics, strength

LINE = re.compile(r"[^\n\t]+")
CAPITALS = re.compile(r"[A-ZÅÄÖÉÜ]{2,}(?:-[A-ZÅÄÖÉÜ]{2,})*(?![\w-])")
AFTER_FIRST_NAME = re.compile(
    r"\b([A-ZÅÄÖ]\.|[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)(\s+(?:(?:DE|DU|DA|VON|VAN|AF)\s)?)([A-ZÅÄÖÉÜ]{3,}(?:-[A-ZÅÄÖÉÜ]{3,})*)(?![\w-])"
)
LETTERS = re.compile(r"[^\W\d_]")
# Shorter words in capitals are abbreviations, unless the statistics have them.
SHORTEST, SHORTEST_AMONG_SMALL = 3, 4
MOSTLY = 0.6


def in_title_case(text: str) -> str:
    """Return *text*, as long as before, with words in capitals in title case where they may be names.

    In a line that is mostly capitals all of them may be; elsewhere those that the statistics have.
    """
    if not CAPITALS.search(text):
        return text
    return LINE.sub(_line, text)


def _line(match: re.Match[str]) -> str:
    line = match[0]
    if not CAPITALS.search(line):
        return line
    letters = LETTERS.findall(line)
    is_shouted = sum(letter.isupper() for letter in letters) >= MOSTLY * len(letters)
    if is_shouted:
        # What stands after a label is a name rather than an abbreviation: "HAKIJA: EK LIISA".
        return CAPITALS.sub(_labelled if ":" in line else _shouted, line)
    return AFTER_FIRST_NAME.sub(_surname, CAPITALS.sub(_spoken, line))


def _surname(match: re.Match[str]) -> str:
    """Return a match of AFTER_FIRST_NAME with its surname in title case: "Franz FISCHLER", "I. YATES"."""
    if match[1][-1] != "." and not _is_first_name(match[1]):
        return match[0]
    return f"{match[1]}{match[2]}{match[3].title()}"


def _labelled(match: re.Match[str]) -> str:
    return match[0].title()


def _shouted(match: re.Match[str]) -> str:
    word = match[0]
    return word.title() if len(word) >= SHORTEST or _is_name(word) else word


def _spoken(match: re.Match[str]) -> str:
    word = match[0]
    return word.title() if len(word) >= SHORTEST_AMONG_SMALL and _is_name(word) else word


def _is_first_name(word: str) -> bool:
    return any(strength(part, statistics()).first > 0 for part in word.split("-"))


def _is_name(word: str) -> bool:
    return strength(word, statistics()) != Strength()
