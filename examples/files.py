"""Files that the example's meetings have attached: PDF with and without tags, and Word; the same text gives the same bytes."""

import zipfile
from html import escape
from pathlib import Path
from typing import Any

import pikepdf
import reportlab
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

AUTHOR = "Kuutamoniemen kaupunki"
# Comes with reportlab and may be put into a file.
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
LEFT, TOP, HEADING, TEXT, STEP = 72, 760, 16, 11, 18
MADE = (2026, 9, 1, 8, 0, 0)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
CONTENT_TYPES = f"""{DECLARATION}
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
PACKAGE = f"""{DECLARATION}
<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>\
</Relationships>"""


def write(path: Path, file: dict[str, Any]) -> None:
    """Write *file*, which has a heading and lines, as the kind that its name tells; `tagged` makes a PDF with a structure."""
    if path.suffix == ".docx":
        _write_word(path, file)
    elif file.get("tagged"):
        _write_tagged(path, file)
    else:
        _write_plain(path, file)


def grouped(number: int) -> str:
    """Return *number* with its thousands apart, as Finnish is written."""
    return f"{number:,}".replace(",", " ")


def _write_plain(path: Path, file: dict[str, Any]) -> None:
    page = _canvas(path, file)
    page.setFont("Helvetica-Bold", HEADING)
    page.drawString(LEFT, TOP, file["heading"])
    page.setFont("Helvetica", TEXT)
    for number, line in enumerate(file["lines"]):
        page.drawString(LEFT, TOP - 35 - STEP * number, line)
    page.save()


def _write_tagged(path: Path, file: dict[str, Any]) -> None:
    """Write a PDF whose heading and paragraphs are marked, so that a screen reader knows them (ISO 32000-2, 14.7)."""
    registerFont(TTFont("Vera", str(FONT)))
    page = _canvas(path, file)
    marked = [("/H1", HEADING, file["heading"]), *(("/P", TEXT, line) for line in file["lines"] if line)]
    for number, (tag, size, text) in enumerate(marked):
        # reportlab has no way to mark content: its list of operators is the only door.
        page._code.append(f"{tag} <</MCID {number}>> BDC")  # noqa: SLF001
        page.setFont("Vera", size)
        page.drawString(LEFT, TOP - (35 + STEP * (number - 1) if number else 0), text)
        page._code.append("EMC")  # noqa: SLF001
    page.save()
    with Pdf.open(path, allow_overwriting_input=True) as document:
        _add_structure(document, [tag for tag, _, _ in marked])
        document.save(path, deterministic_id=True)


def _add_structure(document: Pdf, tags: list[str]) -> None:
    page = document.pages[0].obj
    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    parts = [
        document.make_indirect(Dictionary(Type=Name.StructElem, S=Name(tag), P=whole, Pg=page, K=number))
        for number, tag in enumerate(tags)
    ]
    whole.K = Array(parts)
    root.K = Array([whole])
    root.ParentTree = document.make_indirect(Dictionary(Nums=Array([0, Array(parts)])))
    page.StructParents = 0
    page.Tabs = Name.S
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    document.Root.Lang = pikepdf.String("fi")


def _canvas(path: Path, file: dict[str, Any]) -> Canvas:
    page = Canvas(str(path), pagesize=A4, invariant=1, lang="fi")
    page.setTitle(file["heading"])
    page.setAuthor(AUTHOR)
    return page


def _write_word(path: Path, file: dict[str, Any]) -> None:
    heading = f"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:rPr><w:b/></w:rPr>{_run(file['heading'])}</w:r></w:p>"
    lines = "".join(f"<w:p><w:r>{_run(line)}</w:r></w:p>" for line in file["lines"])
    document = f'{DECLARATION}\n<w:document xmlns:w="{WORD}"><w:body>{heading}{lines}</w:body></w:document>'
    parts = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": PACKAGE, "word/document.xml": document}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)


def _run(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
