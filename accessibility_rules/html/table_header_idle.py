"""A header cell has no cells under it or beside it.

Why: a header that belongs to nothing is a column that lost its values, or values that lost their header.
Remedy: put the cells where their header is; use `colspan` where one value holds for several columns.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import is_hidden, name
from accessibility_rules.html._tables import Grid, data_tables, grid, is_header
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the header cells that say something."""
    for table in data_tables(page):
        headers = [cell for row in grid(table) for cell in row.values() if is_header(cell) and name(cell)]
        yield from (cell for cell in dict.fromkeys(headers) if not is_hidden(cell))


def expect(header: HtmlElement) -> bool:
    table = next(node for node in header.iterancestors() if node.tag == "table" or node.get("role") in {"grid", "table"})
    rows = grid(table)
    named = {i for cell in table.xpath(".//*[@headers]") for i in cell.get("headers").split()}
    return header.get("id") in named or _has_below(header, rows) or _has_beside(header, rows)


def _has_below(header: HtmlElement, rows: Grid) -> bool:
    if header.get("scope", "") in {"row", "rowgroup"} or header.get("role") == "rowheader":
        return False
    last = max(at for at, row in enumerate(rows) if header in row.values())
    columns = {column for row in rows for column, cell in row.items() if cell is header}
    return any(_is_assigned(row[column], header) for row in rows[last + 1 :] for column in columns & row.keys())


def _has_beside(header: HtmlElement, rows: Grid) -> bool:
    if header.get("scope", "") in {"col", "colgroup"} or header.get("role") == "columnheader":
        return False
    own = [row for row in rows if header in row.values()]
    return any(not is_header(cell) and _is_assigned(cell, header) for row in own for cell in row.values())


def _is_assigned(cell: HtmlElement, header: HtmlElement) -> bool:
    """A cell that names its headers belongs to no other."""
    return cell is not header and cell.get("headers") is None


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, act=("d0f69e",), targets=targets, expect=expect)
