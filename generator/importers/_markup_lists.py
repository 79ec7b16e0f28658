"""Lists that are none in the source, only lines with a dash, a number or a letter in front: which of them make one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.importers._markup_inline import Piece, raw
from generator.model.text import Block, ItemList, block_text

BULLET = r"[-–—‒•·●▪■◦‣∙*➢✓\uf000-\uf0ff]"
# Word writes the mark of a list, then no-break spaces in a tiny font: "-       text", "1.    text", "o   text".
MARKER = re.compile(
    rf"""
    [\s\xa0]*
    (?: {BULLET} (?=\s)
      | [o§ü]    (?=[ ]*\xa0[ ]*\xa0)
      | (?: (?P<number>\d{{1,3}}) (?P<end>[.)]) | (?P<letter>[a-z]) \) ) (?=\s)
    )
    (?P<gap>[\s\xa0]+)
    """,
    re.VERBOSE,
)
EMPTY_ITEM = re.compile(BULLET)
WORD_GAP = re.compile(r"[ ]*\xa0[ ]*\xa0")
NO_LABEL = ""
# How many lists around a line can wait for it to go on with them; a real text has three levels.
OPEN_LISTS = 6


class Mark(NamedTuple):
    """What stands in front of an item, *end* characters long.

    *label* is the first of its sequence ("1.", "1)", "a)"), or empty for a dash. *is_sure* tells a mark that Word's
    markup or a table shows to be one from a label that only its sequence shows.
    """

    end: int = 0
    label: str = NO_LABEL
    number: int = 0
    is_sure: bool = True


class Item(NamedTuple):
    """An item of a list that is none in the source. *whole* is what it is when it turns out to stand alone."""

    mark: Mark
    blocks: tuple[Block, ...]
    whole: tuple[Block, ...]


@dataclass
class Series:
    """Items that follow each other; *inner* are the labels of the lists that stand between them."""

    items: list[Item]
    inner: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        return self.items[0].mark.label


def mark(text: str) -> Mark | None:
    """Return the mark of a list at the start of *text*, or None."""
    found = MARKER.match(text)
    if not found:
        return None
    is_sure = bool(WORD_GAP.match(found["gap"]))
    if found["letter"]:
        return Mark(found.end(), "a)", ord(found["letter"]) - ord("a") + 1, is_sure)
    return Mark(found.end(), f"1{found['end']}", int(found["number"]), is_sure) if found["number"] else Mark(found.end())


def listed(lines: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """Return the places of those among *lines*, which breaks part, that surely are items of a list."""
    marks = [(place, mark(raw(line))) for place, line in enumerate(lines) if raw(line).strip()]
    return frozenset(
        place
        for at, (place, own) in enumerate(marks)
        if own and (own.is_sure or any(_is_next(one, two) for one, two in _neighbours(marks, at)))
    )


def _neighbours(marks: Sequence[tuple[int, Mark | None]], at: int) -> Iterator[tuple[Mark, Mark]]:
    for first in (at - 1, at):
        pair = [own for _, own in marks[max(first, 0) : first + 2] if own]
        if len(pair) == len(("one", "two")):
            yield pair[0], pair[1]


def grouped(found: Iterable[Block | Item]) -> tuple[Block, ...]:
    """Return blocks, with items that stand together as lists, and a label that stands alone as the paragraph it was."""
    blocks: list[Block] = []
    together: list[Item | ItemList] = []
    for entry in [*found, None]:
        if isinstance(entry, Item) or (together and isinstance(entry, ItemList)):
            together.append(entry)
            continue
        blocks += _lists(together)
        together = []
        if entry is not None:
            blocks.append(entry)
    return tuple(blocks)


def _lists(together: Iterable[Item | ItemList]) -> Iterator[Block]:
    """Yield the lists in *together*: one that interrupts another, which goes on after it, belongs to the latter's last item."""
    open_lists: list[Series | ItemList] = []
    for one in together:
        place = _continued(open_lists, one)
        if place is None or isinstance(one, ItemList):
            open_lists.append(Series([one]) if isinstance(one, Item) else one)
            continue
        _close(open_lists, place)
        series = open_lists[place]
        if isinstance(series, Series):
            series.items.append(one)
    if len(open_lists) > 1 and _belongs(open_lists[-1], open_lists[-2]):
        _close(open_lists, len(open_lists) - 2)
    for done in open_lists:
        yield from _written(done)


def _continued(open_lists: Sequence[Series | ItemList], one: Item | ItemList) -> int | None:
    """Return the place of the list that goes on with *one*."""
    if isinstance(one, ItemList):
        return None
    last = len(open_lists) - 1
    for place in range(last, max(last - OPEN_LISTS, -1), -1):
        series = open_lists[place]
        if isinstance(series, Series) and _is_next(series.items[-1].mark, one.mark) and (one.mark.label or place == last):
            return place
    return None


def _is_next(before: Mark, after: Mark) -> bool:
    return before.label == after.label and (not before.label or after.number == before.number + 1)


def _close(open_lists: list[Series | ItemList], place: int) -> None:
    """Put the lists after *place* into the last item of the one there."""
    series, inner = open_lists[place], open_lists[place + 1 :]
    if not isinstance(series, Series) or not inner:
        return
    blocks = tuple(block for one in inner for block in _written(one))
    last = series.items[-1]
    series.items[-1] = last._replace(blocks=(*last.blocks, *blocks), whole=(*last.whole, *blocks))
    series.inner |= {one.label for one in inner if isinstance(one, Series)}
    del open_lists[place + 1 :]


def _belongs(inner: Series | ItemList, outer: Series | ItemList) -> bool:
    """Tell whether a list that ends the text stands in the last item before it, as others did or as a colon says."""
    if not isinstance(outer, Series) or not outer.label:
        return False
    is_alike = isinstance(inner, Series) and inner.label in outer.inner
    before = outer.items[-1].blocks[-1:]
    return is_alike or any(block_text(block).endswith(":") for block in before)


def _written(done: Series | ItemList) -> tuple[Block, ...]:
    if isinstance(done, ItemList):
        return (done,)
    first = done.items[0].mark
    runs_on = len(done.items) > 1 and (first.number == 1 or all(item.mark.is_sure for item in done.items))
    if first.label and not runs_on:
        return tuple(block for item in done.items for block in item.whole)
    items = tuple(item.blocks for item in done.items)
    if not first.label:
        return (ItemList(items=items),)
    return (ItemList(items=items, ordered=True, start=first.number, label=first.label),)
