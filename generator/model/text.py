"""What the text of an item is made of: blocks of inline pieces; nothing of an export's markup survives here."""

import msgspec


class Run(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="run"):
    """A stretch of text in one manner. *language* is set only where it differs from the block's."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    language: str | None = None


class LineBreak(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="break"):
    """A line break that carries meaning, as in an address."""


class Mask(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="mask"):
    """Stands where something was withheld. *kind* is a recognizer's id or `passage`; *ground* an id in the catalog of grounds.

    Only `redaction` makes masks; the text shown for one is constant for its kind and ground, whatever it hides.
    """

    kind: str
    ground: str


class Named(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="named"):
    """A private person's name that a decision must give, shown until its item's `personal_data_until` (K 140 § 1 mom.).

    Only `redaction` makes it. Whatever is not the text of that item takes it for a `Mask` of the same *kind* and *ground*.
    What *is_approved* may be no name at all: a person let it stand here, and decides apart on the same word elsewhere.
    """

    text: str
    kind: str
    ground: str
    is_approved: bool = False


Inline = Run | LineBreak | Mask | Named


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="paragraph"):
    content: tuple[Inline, ...]
    language: str | None = None


class Heading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="heading"):
    """A heading inside a section; *level* 1 stands right under the section's own heading."""

    content: tuple[Inline, ...]
    level: int = 1
    language: str | None = None


class ItemList(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="list"):
    """A list; each item is a tuple of blocks. *start* is the first number of an ordered list.

    *label* is the form of its labels, where the source has one of its own: "1." and "1)" in its text, "a)" for letters.
    """

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1
    label: str | None = None


class Cell(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    content: tuple[Inline, ...] = ()
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    language: str | None = None


class Table(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="table"):
    """A table of data (layout tables are dissolved by the importer). Header cells are marked cell by cell."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[Inline, ...] = ()


class Withheld(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="withheld"):
    """A whole passage that was withheld, as a block. Only `redaction` makes it."""

    ground: str


Block = Paragraph | Heading | ItemList | Table | Withheld


def inline_text(content: tuple[Inline, ...]) -> str:
    """Return the plain text of *content*; a line break is a newline; a mask, and a name with a time limit, is nothing."""
    return "".join(piece.text if isinstance(piece, Run) else "\n" if isinstance(piece, LineBreak) else "" for piece in content)


def block_text(block: Block) -> str:
    """Return the plain text of *block*, a line a paragraph, list item or table row (cells parted by tabs)."""
    match block:
        case Paragraph() | Heading():
            return inline_text(block.content)
        case ItemList():
            return "\n".join(text(item) for item in block.items)
        case Table():
            rows = ("\t".join(inline_text(cell.content) for cell in row) for row in block.rows)
            return "\n".join([*([inline_text(block.caption)] if block.caption else []), *rows])
        case Withheld():
            return ""


def text(blocks: tuple[Block, ...]) -> str:
    """Return the plain text of *blocks*, a line a block."""
    return "\n".join(block_text(block) for block in blocks)


def labelled_text(blocks: tuple[Block, ...]) -> str:
    """Return the plain text of *blocks* as `text` does, with the labels of lists that the source writes in its text."""
    return "\n".join(_labelled(block) if isinstance(block, ItemList) else block_text(block) for block in blocks)


def _labelled(block: ItemList) -> str:
    labels = [f"{_label(block, place)} " if block.label else "" for place in range(len(block.items))]
    return "\n".join(label + labelled_text(item) for label, item in zip(labels, block.items, strict=True))


def _label(block: ItemList, place: int) -> str:
    """Return the label of the item at *place* in the form of the source: "3.", "2)", "b)"."""
    number = block.start + place
    return f"{chr(ord('a') + number - 1)})" if block.label == "a)" else f"{number}{(block.label or '')[-1:]}"
