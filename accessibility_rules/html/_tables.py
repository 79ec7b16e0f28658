"""Tables as a grid of places, each with the cell that covers it (HTML 4.9.12, tables' processing model)."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, is_hidden

_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
_MOST = 1000  # places that one cell may cover: the standard's own limit
_ARIA_CELLS = {"cell", "gridcell", "columnheader", "rowheader"}

Grid = list[dict[int, HtmlElement]]


def data_tables(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables and ARIA grids that are not marked as layout."""
    yield from exposed(
        page, "//table[not(@role) or @role='table' or @role='grid'] | //*[@role='grid' or @role='table'][not(self::table)]"
    )


def grid(table: HtmlElement) -> Grid:
    """Return the rows of *table*, each a cell by column; a cell that spans places stands in all of them."""
    if table.tag != "table":
        return [dict(enumerate(_aria_cells(row))) for row in table.xpath(".//*[@role='row']")]
    rows: Grid = []
    for at, row in enumerate(table.xpath(_ROWS)):
        _row(rows, at)
        column = 0
        for cell in row.xpath("./td | ./th"):
            while column in rows[at]:
                column += 1
            for down in range(_span(cell, "rowspan")):
                for right in range(_span(cell, "colspan")):
                    _row(rows, at + down).setdefault(column + right, cell)
    return rows[: len(table.xpath(_ROWS))]


def is_header(cell: HtmlElement) -> bool:
    role = cell.get("role", "")
    return role in {"columnheader", "rowheader"} or (cell.tag == "th" and role not in {"cell", "gridcell"})


def _row(rows: Grid, at: int) -> dict[int, HtmlElement]:
    while len(rows) <= at:
        rows.append({})
    return rows[at]


def _span(cell: HtmlElement, attribute: str) -> int:
    written = cell.get(attribute, "1").strip()
    return min(max(int(written), 1), _MOST) if written.isdecimal() else 1


def _aria_cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row.iterdescendants() if cell.get("role") in _ARIA_CELLS and not is_hidden(cell)]
