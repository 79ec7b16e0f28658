"""A PDF as the rules see it: what it says of itself, and what a reader meets on each page (ISO 32000-1, 14.7 to 14.9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

_HEADINGS = {f"/H{level}" for level in ("", *range(1, 7))}
_MOST = 200_000  # parts of the structure; what has more is no document that a council has before it
_DEEPEST_ROLE = 20


class Problem(StrEnum):
    """Why nothing is known of a file."""

    BROKEN = "broken"
    PASSWORD = "password"  # noqa: S105 - a kind of problem


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One page: how many characters can be read from it, and how many images it shows."""

    number: int
    characters: int
    images: int

    @property
    def place(self) -> str:
        return at_page(self.number)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure of the structure; *text* is what stands for it (Alt or ActualText)."""

    text: str
    page: int | None

    @property
    def place(self) -> str:
        return at_page(self.page)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of the structure, and how many rows and header cells it has."""

    rows: int
    headers: int
    page: int | None

    @property
    def place(self) -> str:
        return at_page(self.page)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A PDF. Where there is a *problem*, nothing else is known of it.

    *is_tagged*: it has a structure, and says that its content follows it. *may_be_read_aloud*: its permissions do not keep
    programs for accessibility out. *has_languages*: a part of the structure says which language it is in.
    """

    file: bytes = field(repr=False)
    problem: Problem | None = None
    leaves: tuple[Leaf, ...] = ()
    is_tagged: bool = False
    language: str = ""
    has_languages: bool = False
    title: str = ""
    shows_title: bool = False
    headings: int = 0
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    bookmarks: int = 0
    may_be_read_aloud: bool = True

    @property
    def place(self) -> str:
        return ""

    @property
    def has_text(self) -> bool:
        return any(leaf.characters for leaf in self.leaves)

    @property
    def has_content(self) -> bool:
        return any(leaf.characters or leaf.images for leaf in self.leaves)


def at_page(number: int | None) -> str:
    """Return the fragment that opens a PDF at a page (RFC 8118)."""
    return "" if number is None else f"#page={number}"


def read_pdf(file: bytes) -> Document:
    """Return what *file* says; a file that cannot be opened is a document with a problem."""
    try:
        with pikepdf.open(BytesIO(file)) as pdf:
            return _document(file, pdf)
    except pikepdf.PasswordError:
        return Document(file=file, problem=Problem.PASSWORD)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, RuntimeError, RecursionError):
        # What is written into a PDF is of any type, and both readers say so in ways of their own.
        return Document(file=file, problem=Problem.BROKEN)


def _document(file: bytes, pdf: pikepdf.Pdf) -> Document:
    root = pdf.Root
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    parts = list(_parts(root, pages))
    marks = root.get("/MarkInfo")
    preferences = root.get("/ViewerPreferences")
    return Document(
        file=file,
        leaves=_leaves(file),
        is_tagged=bool(parts) and isinstance(marks, pikepdf.Dictionary) and bool(marks.get("/Marked", False)),
        language=_text(root.get("/Lang")),
        has_languages=any(_text(part.node.get("/Lang")) for part in parts),
        title=_title(pdf),
        shows_title=isinstance(preferences, pikepdf.Dictionary) and bool(preferences.get("/DisplayDocTitle", False)),
        headings=sum(part.kind in _HEADINGS for part in parts),
        figures=tuple(Figure(text=_stands_for(part.node), page=part.page) for part in parts if part.kind == "/Figure"),
        tables=tuple(_tables(parts)),
        bookmarks=_bookmarks(root),
        may_be_read_aloud=bool(pdf.allow.accessibility),
    )


@dataclass(frozen=True, kw_only=True)
class _Part:
    """An element of the structure, after the names that the document gives to kinds (RoleMap)."""

    node: pikepdf.Object
    kind: str
    page: int | None
    table: int | None  # the place, among all parts, of the table that it is in


def _parts(root: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Iterator[_Part]:
    """Yield the elements of the structure in the order in which they are read."""
    tree = root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return
    roles = tree.get("/RoleMap")
    waiting: list[tuple[pikepdf.Object, int | None, int | None]] = []
    waiting += [(kid, None, None) for kid in _kids(tree)][::-1]
    seen: set[tuple[int, int]] = set()
    for at in range(_MOST):
        node = None
        while waiting and node is None:
            found, page, table = waiting.pop()
            node = None if _is_known(found, seen) else found
        if node is None:
            return
        kind = _kind(str(node.get("/S", "")), roles)
        shown = node.get("/Pg")
        page = pages.get(shown.objgen, page) if isinstance(shown, pikepdf.Dictionary) else page
        yield _Part(node=node, kind=kind, page=page, table=table)
        inside = at if kind == "/Table" else table
        waiting += [(kid, page, inside) for kid in _kids(node)][::-1]
    raise ValueError("the structure has more parts than are looked through")


def _is_known(node: pikepdf.Object, seen: set[tuple[int, int]]) -> bool:
    """Say whether *node* was met before: what is written into a file may lead in a circle."""
    if not node.is_indirect:
        return False
    known = node.objgen in seen
    seen.add(node.objgen)
    return known


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K")
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _kind(written: str, roles: pikepdf.Object | None) -> str:
    for _ in range(_DEEPEST_ROLE):
        role = roles.get(written) if isinstance(roles, pikepdf.Dictionary) and written.startswith("/") else None
        if not isinstance(role, pikepdf.Name) or str(role) == written:
            break
        written = str(role)
    return written


def _tables(parts: list[_Part]) -> Iterator[Table]:
    inside: dict[int, list[str]] = {}
    for part in parts:
        if part.table is not None:
            inside.setdefault(part.table, []).append(part.kind)
    for at, part in enumerate(parts):
        if part.kind == "/Table":
            kinds = inside.get(at, [])
            yield Table(rows=kinds.count("/TR"), headers=kinds.count("/TH"), page=part.page)


def _stands_for(node: pikepdf.Object) -> str:
    return _text(node.get("/Alt")) or _text(node.get("/ActualText"))


def _title(pdf: pikepdf.Pdf) -> str:
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            written = str(metadata.get("dc:title") or "")
    except (ValueError, KeyError, AttributeError):  # XMP that is not well formed says nothing
        written = ""
    return " ".join(written.split()) or _text(pdf.docinfo.get("/Title"))


def _bookmarks(root: pikepdf.Object) -> int:
    """Return how many bookmarks stand at the top."""
    outlines = root.get("/Outlines")
    item = outlines.get("/First") if isinstance(outlines, pikepdf.Dictionary) else None
    seen: set[tuple[int, int]] = set()
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen:
        seen.add(item.objgen)
        item = item.get("/Next")
    return len(seen)


def _leaves(file: bytes) -> tuple[Leaf, ...]:
    with pypdfium2.PdfDocument(file) as document:
        return tuple(_leaf(document, number) for number in range(len(document)))


def _leaf(document: pypdfium2.PdfDocument, at: int) -> Leaf:
    page = document[at]
    text = page.get_textpage()
    characters = sum(not sign.isspace() for sign in text.get_text_range())
    images = sum(1 for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=5))
    text.close()
    page.close()
    return Leaf(number=at + 1, characters=characters, images=images)


def _text(written: pikepdf.Object | None) -> str:
    return " ".join(str(written).split()) if isinstance(written, pikepdf.String) else ""
