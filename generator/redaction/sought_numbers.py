"""Telephone numbers and their like among the digits of a text, however they are grouped."""

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

CALLING_CODE = "358"
DIGITS = re.compile(r"[0-9]+(?:[^0-9A-Za-zåäöÅÄÖ]{1,3}[0-9]+)*")
DIGIT_GROUP = re.compile(r"[0-9]+")
Found = TypeVar("Found")
MOST_GROUPS, FEWEST_DIGITS, MOST_DIGITS = 8, 6, 15


def national(number: str) -> str:
    """Return the digits of *number* as they are in every way to write it: 0401234567 and +358 40 1234567 alike."""
    digits = number.removeprefix("00")
    return digits.removeprefix(CALLING_CODE).removeprefix("0")


class Numbers(Generic[Found]):
    """National numbers, found by their first digits first: most rows of digits on a page begin none of them."""

    def __init__(self, numbers: Mapping[str, Found]) -> None:
        """Take {number: what is found where it stands}."""
        self._numbers = numbers
        reversed_ = (number[::-1] for number in self._numbers)
        self._starts = frozenset(number[:FEWEST_DIGITS] for number in (*self._numbers, *reversed_))

    def found(self, text: str) -> Iterator[Found]:
        """Yield what is found in *text*, where the numbers stand forwards or backwards."""
        if not self._numbers:
            return
        for row in DIGITS.findall(text):
            if len(row) >= FEWEST_DIGITS and self._may_hold(row):
                for number in _readings(row):
                    yield from (self._numbers[n] for n in (national(number), national(number[::-1])) if n in self._numbers)

    def _may_hold(self, row: str) -> bool:
        digits = "".join(DIGIT_GROUP.findall(row))
        return any(digits[place : place + FEWEST_DIGITS] in self._starts for place in range(len(digits) - FEWEST_DIGITS + 1))


def _readings(row: str) -> Iterator[str]:
    groups = DIGIT_GROUP.findall(row)
    for start in range(len(groups)):
        number = ""
        for group in groups[start : start + MOST_GROUPS]:
            number += group
            if FEWEST_DIGITS <= len(number) <= MOST_DIGITS:
                yield number
