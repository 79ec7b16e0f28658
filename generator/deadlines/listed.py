"""Which items a list like "§ 132, 135, 137 kohdat 1-2, 141-144" is about, and which points of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

LIST = re.compile(
    r"(?:§+(?: ?:t)?|pykälät|paragraferna)[\s:]*"
    r"(?P<list>\d(?:[\d\s,;&–-]|\b(?:ja|och|sekä|samt|kohta|kohd\w+|punkt\w*|[a-z])\b|k\.?\s?(?=\d))*)\)?$",
    re.IGNORECASE,
)
JOINT = re.compile(r"(?:[,;&]|ja(?=\d)|och(?=\d)|sekä(?=\d)|samt(?=\d))+")
POINT_WORD = re.compile(r"k\.?(?=\d)|kohta|kohd(?:at|an|issa|ista|asta|ien)|punkt(?:erna|en)?")
POINTS = re.compile(r"\d{1,2}(?:(?:[-–,]|ja|och)\d{1,2})*")
MAX_LIST = 400


class Listed(NamedTuple):
    """One item of a list, or a range of them, with its *points* in the list's words, without spaces."""

    first: str
    last: str
    points: str


Reading = tuple[Listed, ...]
Joints = Callable[[str, int], Iterator[int]]


def points_of(title: str, number: str, numbers: Sequence[str]) -> str | None:
    """Return the points of item *number* that the list at the end of *title* is about ("" for all of it).

    None when *title* has no list, when item *number* is not in it, or when it can be read in two ways. *numbers* are those of
    the meeting's items, in order: they tell what is a number where a system lost the commas.
    """
    found = LIST.search(title)
    known = tuple(dict.fromkeys(map(_squeezed, numbers)))
    text = _squeezed(found["list"]) if found else ""
    listed = _read(text, known) if 0 < len(text) <= MAX_LIST else None
    if listed is None or _squeezed(number) not in known:
        return None
    place = known.index(_squeezed(number))
    own = [entry for entry in listed if known.index(entry.first) <= place <= known.index(entry.last)]
    return ", ".join(entry.points for entry in own) if own else None


def has_list(text: str) -> bool:
    """Tell whether *text* ends with a list of items."""
    return bool(LIST.search(text))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _read(text: str, numbers: tuple[str, ...]) -> Reading | None:
    """Return the only reading of *text*, with commas where there should be, otherwise with commas lost; None if not one."""
    readings = _readings(text, numbers, _joints) or _readings(text, numbers, _lost_joints)
    return readings[0] if len(readings) == 1 else None


def _readings(text: str, numbers: tuple[str, ...], joints: Joints) -> tuple[Reading, ...]:
    """Return up to two readings of *text*: more are of no use."""
    places = {number: place for place, number in enumerate(numbers)}
    found: dict[int, tuple[Reading, ...]] = {len(text): ((),)}
    for start in reversed(range(len(text))):
        longer = (
            (entry, *rest)
            for entry, end in _entries(text, start, places)
            for after in joints(text, end)
            for rest in found.get(after, ())
        )
        found[start] = tuple(islice(longer, 2))
    return found[0]


def _joints(text: str, end: int) -> Iterator[int]:
    """Yield where the next entry begins after one that ends at *end*: behind a comma, or nowhere at the end of the list."""
    if end == len(text):
        yield end
    elif joint := JOINT.match(text, end):
        yield joint.end()


def _lost_joints(text: str, end: int) -> Iterator[int]:
    """Yield the same where commas were lost: the next entry may begin at once."""
    joint = JOINT.match(text, end)
    yield joint.end() if joint else end


def _entries(text: str, start: int, places: dict[str, int]) -> Iterator[tuple[Listed, int]]:
    """Yield what may stand at *start*, with its end: an item, an item with points, a range of items."""
    for number in (n for n in places if text.startswith(n, start)):
        end = start + len(number)
        yield Listed(number, number, ""), end
        if word := POINT_WORD.match(text, end):
            yield from ((Listed(number, number, text[word.end() : after]), after) for after in _point_ends(text, word.end()))
        if text[end : end + 1] in {"-", "–"}:
            lasts = (n for n in places if text.startswith(n, end + 1) and places[n] > places[number])
            yield from ((Listed(number, last, ""), end + 1 + len(last)) for last in lasts)


def _point_ends(text: str, start: int) -> Iterator[int]:
    """Yield every place at which the points that begin at *start* may end."""
    whole = POINTS.match(text, start)
    ends = range(start + 1, whole.end() + 1) if whole else ()
    yield from (end for end in ends if POINTS.fullmatch(text, start, end))
