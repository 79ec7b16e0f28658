"""Blocks of the model become semantic HTML: the only writer of tags outside the templates, and it escapes everything."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from generator.model.text import (
    Block,
    Cell,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Mask,
    Named,
    Paragraph,
    Run,
    Table,
    Withheld,
    inline_text,
)
from generator.rendering.words import Words

LINK_SCHEMES = ("https://", "http://", "mailto:")
DEEPEST = 6


class Tables:
    """Counts the tables of one page. *captions* are those that other tables of the page have."""

    def __init__(self, captions: Iterable[str] = ()) -> None:
        self.count = 0
        self.unnamed = 0
        self.captions = set(captions)


class Writer:
    """Writes blocks of a page in *words*' language. A class because *tables* are counted over the whole page."""

    def __init__(self, words: Words, tables: Tables | None = None) -> None:
        self.words = words
        self._tables = tables or Tables()

    def blocks(self, blocks: Sequence[Block], under: int) -> Markup:
        """Return *blocks* as HTML whose headings stand right under a heading of level *under*, none skipped."""
        return Markup(self._blocks(blocks, [], under))  # noqa: S704 - every piece below is escaped where it is written

    def inline(self, content: Sequence[Inline]) -> Markup:
        return Markup(self._inline(content))  # noqa: S704 - the same

    def _blocks(self, blocks: Sequence[Block], above: list[int], under: int) -> str:
        return "".join(self._block(block, above, under) for block in blocks)

    def _block(self, block: Block, above: list[int], under: int) -> str:
        match block:
            case Paragraph():
                return f"<p{_lang(block.language)}>{self._inline(block.content)}</p>\n"
            case Heading():
                return self._heading(block, above, under)
            case ItemList():
                return self._list(block, above, under)
            case Table():
                return self._table(block)
            case Withheld():
                return f'<p class="withheld">{self._passage(block.ground)}</p>\n'

    def _heading(self, heading: Heading, above: list[int], under: int) -> str:
        # The source may skip levels; the page may not (WCAG 1.3.1), so a level is the count of open headings above it.
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        level = min(under + len(above), DEEPEST)
        return f"<h{level}{_lang(heading.language)}>{self._inline(heading.content)}</h{level}>\n"

    def _list(self, block: ItemList, above: list[int], under: int) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        letters = ' type="a"' if block.ordered and block.label == "a)" else ""
        items = "".join(f"<li>{self._item(item, above, under)}</li>\n" for item in block.items)
        return f"<{tag}{letters}{start}>\n{items}</{tag}>\n"

    def _item(self, blocks: Sequence[Block], above: list[int], under: int) -> str:
        match blocks:
            case [Paragraph(language=None) as only, *rest]:
                inner = self._blocks(rest, above, under)
                return self._inline(only.content) + (f"\n{inner}" if inner else "")
            case _:
                return self._blocks(blocks, above, under)

    def _table(self, table: Table) -> str:
        self._tables.count += 1
        name = f"table-{self._tables.count}"
        head, body = _head_and_body(table.rows)
        groups = "".join(
            f"<{tag}>\n{''.join(self._row(row, scope) for row in rows)}</{tag}>\n"
            for tag, scope, rows in (("thead", "col", head), ("tbody", "row", body))
            if rows
        )
        caption = self._caption(table, name)
        # A wide table scrolls in its own box, which the keyboard must reach (WCAG 2.1.1); how wide it is, the reader's
        # screen decides, so every table has one.
        return (
            f'<div class="table" role="{self._role(table)}" tabindex="0" aria-labelledby="{name}">\n'
            f"<table>\n{caption}{groups}</table>\n</div>\n"
        )

    def _role(self, table: Table) -> str:
        """Return "region", or "group" for a second table of the same caption: two landmarks of one name confuse."""
        caption = inline_text(table.caption)
        repeated = bool(caption) and caption in self._tables.captions
        self._tables.captions.add(caption)
        return "group" if repeated else "region"

    def _caption(self, table: Table, name: str) -> str:
        if table.caption:
            return f'<caption id="{name}">{self._inline(table.caption)}</caption>\n'
        self._tables.unnamed += 1
        label = escape(self.words("pages.table", number=self._tables.unnamed))
        return f'<caption id="{name}" class="visually-hidden">{label}</caption>\n'

    def _row(self, row: Sequence[Cell], scope: str) -> str:
        return f"<tr>{' '.join(self._cell(cell, scope) for cell in row)}</tr>\n"

    def _cell(self, cell: Cell, scope: str) -> str:
        tag = "th" if cell.header else "td"
        spans = (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        attributes = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
        scope = f' scope="{scope}"' if cell.header else ""
        return f"<{tag}{scope}{attributes}{_lang(cell.language)}>{self._inline(cell.content)}</{tag}>"

    def _inline(self, content: Sequence[Inline]) -> str:
        return "".join(self._piece(piece) for piece in content)

    def _piece(self, piece: Inline) -> str:
        match piece:
            case Run():
                return _run(piece)
            case LineBreak():
                return "<br>\n"
            case Mask(kind="passage"):
                return f'<span class="withheld">{self._passage(piece.ground)}</span>'
            case Mask():
                return self._mask(piece.kind)
            case Named():
                return self._named(piece)

    def _named(self, name: Named) -> str:
        """Return a mask: a name that stands for a time stands in the text of its own item only."""
        return self._mask(name.kind)

    def _mask(self, kind: str) -> str:
        return f'<span class="withheld">{escape(self.words(f"redaction.mask_{kind}"))}</span>'

    def _passage(self, ground: str) -> str:
        return escape(self.words("redaction.withheld_passage", ground=self.words(f"grounds.{ground}_short")))


class NamingWriter(Writer):
    """Writes the text of an item that names private persons for a time; the site's search never learns the names."""

    def _named(self, name: Named) -> str:
        return f"<span data-pagefind-ignore>{escape(name.text)}</span>"


def _run(run: Run) -> str:
    text = str(escape(run.text))
    if run.emphasis:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.href and run.href.casefold().startswith(LINK_SCHEMES):
        return f'<a href="{escape(run.href)}"{_lang(run.language)}>{text}</a>'
    return f"<span{_lang(run.language)}>{text}</span>" if run.language else text


def _lang(language: str | None) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _head_and_body(rows: Sequence[Sequence[Cell]]) -> tuple[list[Sequence[Cell]], list[Sequence[Cell]]]:
    """Part the leading rows that head columns from the rest; a table of nothing but those has no head."""
    shown = [row for row in rows if row]
    for count, row in enumerate(shown):
        if not _heads_columns(row):
            return shown[:count], shown[count:]
    return [], shown


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Tell whether *row* holds nothing but header cells, gaps between them aside; one at its start heads the row only."""
    if all(cell.header for cell in row):
        return True
    return any(cell.header for cell in row[1:]) and all(cell.header or not cell.content for cell in row)
