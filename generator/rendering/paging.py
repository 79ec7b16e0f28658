"""A long text parted into pages: where a page is full, the next begins with a whole block, item or row."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.model.text import Block, Heading, ItemList, LineBreak, Paragraph, Run, Table, block_text, inline_text, text

# Characters. A page of so many is laid out, read aloud and audited like any other; a book of 300 pages is half a dozen of them.
FULL = 150_000


def parts(blocks: Sequence[Block], full: int = FULL) -> tuple[tuple[Block, ...], ...]:
    """Return *blocks* in parts of about *full* characters at most, one at least; a heading stands with what follows it."""
    found: list[list[Block]] = [[]]
    size = 0
    for block in (piece for each in blocks for piece in _pieces(each, full)):
        length = len(block_text(block))
        if found[-1] and size + length > full:
            last = found[-1]
            heads = [last.pop()] if len(last) > 1 and isinstance(last[-1], Heading) else []
            found.append(list[Block](heads))
            size = 0
        found[-1].append(block)
        size += length
    return tuple(map(tuple, found))


def _pieces(block: Block, full: int) -> Iterator[Block]:
    """Yield *block*, or the parts of a paragraph, a list or a table that is longer than a page."""
    if len(block_text(block)) <= full:
        yield block
    elif isinstance(block, Paragraph):
        yield from _paragraphs(block, full)
    elif isinstance(block, ItemList):
        yield from _lists(block, full)
    elif isinstance(block, Table) and not _is_joined(block):
        yield from _tables(block, full)
    else:
        yield block


def _paragraphs(block: Paragraph, full: int) -> Iterator[Paragraph]:
    """Yield the parts of a paragraph, which end where its writer ended a line."""
    start, size = 0, 0
    for place, piece in enumerate(block.content):
        if isinstance(piece, LineBreak) and size > full:
            yield replace(block, content=block.content[start:place])
            start, size = place + 1, 0
        size += len(piece.text) if isinstance(piece, Run) else 1
    yield replace(block, content=block.content[start:])


def _lists(block: ItemList, full: int) -> Iterator[ItemList]:
    """Yield the parts of a list; where its items are counted, the count goes on."""
    start, size = 0, 0
    for place, item in enumerate(block.items):
        length = len(text(item))
        if place > start and size + length > full:
            yield replace(block, items=block.items[start:place], start=block.start + start)
            start, size = place, 0
        size += length
    yield replace(block, items=block.items[start:], start=block.start + start)


def _tables(block: Table, full: int) -> Iterator[Table]:
    """Yield the parts of a table, each with the rows that head its columns."""
    count = next((n for n, row in enumerate(block.rows) if not all(cell.header for cell in row)), 0)
    heads, rows = block.rows[:count], list(block.rows[count:])
    while rows:
        taken, size = 0, 0
        while taken < len(rows) and (not taken or size < full):
            size += sum(len(inline_text(cell.content)) for cell in rows[taken])
            taken += 1
        yield replace(block, rows=(*heads, *rows[:taken]))
        rows = rows[taken:]


def _is_joined(table: Table) -> bool:
    """Tell whether a cell goes on over rows, so that the table cannot be cut between them."""
    return any(cell.rowspan > 1 for row in table.rows for cell in row)
