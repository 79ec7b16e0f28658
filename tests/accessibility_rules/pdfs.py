"""Small PDF files, made for the rules: what each shows and says is chosen word by word."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import reportlab
from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
# A picture of one grey point, as a portable graymap.
POINT = b"P5 1 1 255\n\x80"


@dataclass(frozen=True)
class Element:
    """A part of the structure; *content* marks a text on the first page with it, in the order of the texts."""

    kind: str
    inside: Sequence["Element"] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    content: bool = False


PARAGRAPH = Element("/P", content=True)


def pdf(
    *pages: str,
    title: str = "Kaavaselostus, Rantatien asemakaava",
    language: str = "fi",
    structure: Sequence[Element] | None = (PARAGRAPH,),
    roles: dict[str, str] | None = None,
    shows_title: bool = True,
    is_marked: bool = True,
    bookmarks: int = 0,
    conforms: bool = True,
) -> bytes:
    """Return a PDF with a page for each of *pages*: its text, "" for none; a "+" before it for an image.

    It conforms to PDF/UA-1 unless something is taken from it; without *structure* it is not tagged.
    """
    drawn = _drawn(pages or ("Selostus",), title, bookmarks)
    with Pdf.open(io.BytesIO(drawn)) as document:
        root = document.Root
        if structure is not None:
            _add_structure(document, structure)
            root.MarkInfo = Dictionary(Marked=is_marked)
            if roles:
                root.StructTreeRoot.RoleMap = Dictionary({name: Name(role) for name, role in roles.items()})
        if language:
            root.Lang = pikepdf.String(language)
        if shows_title:
            root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if conforms:
            _claim(document, title)
        return _saved(document)


def closed_to_readers(*pages: str, language: str = "fi") -> bytes:
    """Return a PDF whose permissions keep programs for accessibility out: revision 3, where their bit still counts."""
    with Pdf.open(io.BytesIO(pdf(*pages, language=language))) as document:
        allow = pikepdf.Permissions(accessibility=False, extract=False)
        weak = pikepdf.Encryption(owner="omistaja", user="", R=3, allow=allow, aes=False, metadata=False)
        return _saved(document, encryption=weak)


def with_password(*, opens: bool) -> bytes:
    """Return an encrypted PDF: one that *opens* for everybody, or one that asks its reader for a password."""
    with Pdf.open(io.BytesIO(pdf())) as document:
        return _saved(document, encryption=pikepdf.Encryption(owner="omistaja", user="" if opens else "lukija"))


def going_round() -> bytes:
    """Return a PDF whose structure and bookmarks lead back to their beginning."""
    with Pdf.open(io.BytesIO(pdf(bookmarks=2))) as document:
        whole = document.Root.StructTreeRoot.K[0]
        whole.K = Array([*whole.K, whole])
        first = document.Root.Outlines.First
        document.Root.Outlines.Last.Next = first
        return _saved(document)


def _drawn(pages: Iterable[str], title: str, bookmarks: int) -> bytes:
    registerFont(TTFont("Vera", str(FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("Kuutamoniemi")
    for number, page in enumerate(pages):
        text = page.removeprefix("+")
        if page.startswith("+"):
            # reportlab has no way to mark content: its list of operators is the only door.
            canvas._code.append("/Artifact BMC")  # noqa: SLF001
            canvas.drawImage(ImageReader(io.BytesIO(POINT)), 72, 500, 400, 200)
            canvas._code.append("EMC")  # noqa: SLF001
        if text:
            canvas._code.append("/P <</MCID 0>> BDC")  # noqa: SLF001
            canvas.setFont("Vera", 12)
            canvas.drawString(72, 720, text)
            canvas._code.append("EMC")  # noqa: SLF001
        if number < bookmarks:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(f"Luku {number + 1}", str(number))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _add_structure(document: Pdf, elements: Sequence[Element]) -> None:
    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    marked: list[Object] = []
    whole.K = Array([_element(document, element, whole, marked) for element in elements])
    # What stands on the other pages is a paragraph each: a part of the first element that holds content, or of the whole.
    for number, page in enumerate(document.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
    first = [*marked, *[_paragraph(document, whole, page.obj) for page in list(document.pages)[len(marked) :]]]
    whole.K = Array([*whole.K, *first[len(marked) :]])
    numbers = [part for number, owner in enumerate(first) for part in (number, Array([owner]))]
    root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
    root.K = Array([whole])
    document.Root.StructTreeRoot = root


def _element(document: Pdf, element: Element, parent: Object, marked: list[Object]) -> Object:
    made = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name(element.kind), P=parent))
    for name, value in element.attributes.items():
        made[name] = pikepdf.String(value)
    if element.content:
        made.Pg = document.pages[len(marked)].obj
        made.K = 0
        marked.append(made)
        return made
    if element.kind == "/Figure":
        made.Pg = document.pages[0].obj
    made.K = Array([_element(document, inner, made, marked) for inner in element.inside])
    return made


def _paragraph(document: Pdf, parent: Object, page: Object) -> Object:
    return document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=parent, Pg=page, K=0))


def _claim(document: Pdf, title: str) -> None:
    """Say that *document* conforms to PDF/UA-1, and make its font tell its letters."""
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfuaid:part"] = "1"
        if title:
            metadata["dc:title"] = title
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and b"begincmap" in (content := item.read_bytes()):
            told = re.sub(rb"<[0-9A-F]+> <0000>\n", b"", content)
            item.write(told.replace(b"128 beginbfchar", b"%d beginbfchar" % (128 - content.count(b"<0000>\n"))))


def _saved(document: Pdf, **options: object) -> bytes:
    buffer = io.BytesIO()
    is_plain = "encryption" not in options
    document.save(buffer, deterministic_id=is_plain, **options)
    return buffer.getvalue()
