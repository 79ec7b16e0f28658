"""Tables of a PDF, found by columns that align; what does not align is no table."""

import re
from itertools import groupby, pairwise
from statistics import median

import msgspec

from generator.importers._pdf import Line, Segment
from generator.model.text import Cell, Run, Table

NUMBER = re.compile(r"[-–+−]?\d[\d\s.,]*%?|[-–]")
MIN_ROWS = 3
LEAST = 2
# A table holds wrapped cells and headings of groups: so many lines of one cell may stand between its rows.
MAX_LONE = 5
# A line this much closer than a row is a part of a row whose cells have more or fewer lines.
SAME_ROW = 0.55
# A header may span columns: where no more than this share of the rows has text, there is no column.
STRAY = 0.1
# Points between two rows, at most: more is another table.
MAX_STEP = 45.0


class Zone(msgspec.Struct, frozen=True):
    lines: tuple[Line, ...]
    is_table: bool


def zones(lines: tuple[Line, ...]) -> list[Zone]:
    """Return *lines* parted into what looks like a table (rows of cells near each other) and what is text."""
    marked = zip(lines, _marked(lines), strict=True)
    grouped = [(number, tuple(line for line, _ in group)) for number, group in groupby(marked, lambda pair: pair[1])]
    return [Zone(part, number > 0) for number, group in grouped for part in (_split_at_heads(group) if number else [group])]


def _split_at_heads(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Return the tables in *lines*: where the first row comes again, the next table of the same form begins."""
    starts = [i for i, line in enumerate(lines) if line.text == lines[0].text and len(line.segments) > 1] or [0]
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def table(lines: tuple[Line, ...]) -> Table | None:
    """Return the table that *lines* are, or None when their cells do not stand in columns."""
    rows = _rows(lines)
    columns = _columns(rows)
    if min(len(columns), len(rows)) < LEAST:
        return None
    placed = [_placed(row, columns) for row in rows]
    heads = _head_rows(placed)
    return Table(rows=tuple(_cells(row, len(columns), is_head=index < heads) for index, row in enumerate(placed)))


def _marked(lines: tuple[Line, ...]) -> list[int]:
    """Return for each line the number of the table it is in, 0 for none."""
    found = [0] * len(lines)
    start = 0
    while start < len(lines):
        end = _end(lines, start)
        if sum(len(line.segments) > 1 for line in lines[start:end]) >= MIN_ROWS:
            found[start:end] = [start + 1] * (end - start)
        start = max(end, start + 1)
    return found


def _end(lines: tuple[Line, ...], start: int) -> int:
    """Return the index after the last row of the table that begins at *start*, or *start* when none does."""
    end = start
    for index in range(start, len(lines)):
        line, before = lines[index], lines[index - 1] if index > start else None
        if before and (line.page != before.page or line.y - before.y > MAX_STEP):
            break
        if len(line.segments) > 1:
            end = index + 1
        elif index - end >= MAX_LONE or index == start:
            break
    return end


def _rows(lines: tuple[Line, ...]) -> list[list[Segment]]:
    steps = [after.y - before.y for before, after in pairwise(lines)]
    usual = median(step for step in steps if step > 0) if any(step > 0 for step in steps) else 1.0
    rows: list[list[Segment]] = []
    for line, step in zip(lines, [usual, *steps], strict=True):
        if rows and step < SAME_ROW * usual:
            rows[-1] += line.segments
        else:
            rows.append(list(line.segments))
    return rows


def _columns(rows: list[list[Segment]]) -> list[tuple[int, int]]:
    """Return the columns: stretches of the page's width that text covers in more than a stray row."""
    covered: dict[int, int] = {}
    full = [row for row in rows if len(row) > 1]
    for segment in (segment for row in full for segment in row):
        for x in range(int(segment.x), int(segment.right) + 1):
            covered[x] = covered.get(x, 0) + 1
    at_least = 1 + int(STRAY * len(full))
    columns: list[tuple[int, int]] = []
    for x in sorted(x for x, count in covered.items() if count >= at_least):
        if columns and x <= columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], x)
        else:
            columns.append((x, x))
    return columns


def _placed(row: list[Segment], columns: list[tuple[int, int]]) -> dict[tuple[int, int], list[Segment]]:
    """Return {(first column, last column): what stands there}."""
    found: dict[tuple[int, int], list[Segment]] = {}
    for segment in row:
        within = [i for i, (left, right) in enumerate(columns) if segment.x <= right and segment.right >= left]
        nearest = min(range(len(columns)), key=lambda i: abs(columns[i][0] - segment.x))
        first, last = (within[0], within[-1]) if within else (nearest, nearest)
        clash = [key for key in found if key[0] <= last and key[1] >= first]
        held = [s for key in clash for s in found.pop(key)]
        found[min([first, *(key[0] for key in clash)]), max([last, *(key[1] for key in clash)])] = [*held, segment]
    return found


def _head_rows(placed: list[dict[tuple[int, int], list[Segment]]]) -> int:
    """Return how many rows head the table: those before the first number, or a bold first row."""
    numbers = next((i for i, row in enumerate(placed) if _has_number(row)), None)
    if numbers is None:
        return int(all(segment.bold for held in placed[0].values() for segment in held))
    # A row of one cell just above heads the rows under it, not the table.
    return next((i for i in range(numbers, 0, -1) if len(placed[i - 1]) > 1), 0)


def _has_number(row: dict[tuple[int, int], list[Segment]]) -> bool:
    return any(NUMBER.fullmatch(segment.text) for key, held in row.items() if key[0] > 0 for segment in held)


def _cells(row: dict[tuple[int, int], list[Segment]], width: int, *, is_head: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    column = 0
    while column < width:
        key = next((key for key in row if key[0] == column), (column, column))
        held = row.get(key, [])
        text = " ".join(segment.text for segment in held)
        is_header = bool(text) and (is_head or (column == 0 and not NUMBER.fullmatch(text)))
        cells.append(Cell(content=(Run(text=text),) if text else (), header=is_header, colspan=key[1] - key[0] + 1))
        column = key[1] + 1
    return tuple(cells)
