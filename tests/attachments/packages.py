"""Documents that are ZIP files, made by hand for tests: every part is written out, so that each channel has its place."""

import io
import zipfile
from collections.abc import Mapping

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def packed(parts: Mapping[str, str | bytes], comment: str = "") -> bytes:
    """Return a ZIP of *parts*, the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        archive.comment = comment.encode()
    return buffer.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """Return relationships: (id, kind, target); a target with "://" is outside."""
    lines = "".join(
        f'<Relationship Id="{own}" Type="{OFFICE}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if "://" in target else ""}/>'
        for own, kind, target in entries
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def word(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    related: tuple[tuple[str, str, str], ...] = (),
    comment: str = "",
) -> bytes:
    """Return a Word file whose document has *body*, with more *parts* that the document refers to as *related*."""
    document = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="{COMPATIBILITY}" xmlns:wp="{WORD_DRAWING}" '
        f'xmlns:a="{DRAWING}"><w:body>{body}</w:body></w:document>'
    )
    whole = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relations(*related),
        **(parts or {}),
    }
    return packed(whole, comment)


def paragraph(text: str, properties: str = "", before: str = "") -> str:
    return f"<w:p>{before}<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r></w:p>"


def workbook(
    rows: str,
    *,
    styles: str = "",
    strings: str = "",
    sheet_end: str = "",
    columns: str = "",
    sheets: str = '<sheet name="Luvut" sheetId="1" r:id="rId1"/>',
    parts: Mapping[str, str | bytes] | None = None,
    related: tuple[tuple[str, str, str], ...] = (),
) -> bytes:
    """Return an Excel file whose first sheet has *rows*."""
    return packed({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml"), *related),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}">{columns}<sheetData>{rows}</sheetData>{sheet_end}</worksheet>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        **(parts or {}),
    })  # fmt: skip


def cell(place: str, text: str, style: str = "") -> str:
    return f'<c r="{place}" t="inlineStr"{f" s={chr(34)}{style}{chr(34)}" if style else ""}><is><t>{text}</t></is></c>'


def slides(
    *shapes: str, show: str = "", parts: Mapping[str, str | bytes] | None = None, related: tuple[tuple[str, str, str], ...] = ()
) -> bytes:
    """Return a PowerPoint file with a slide for each of *shapes*; *show* are the attributes of the last slide."""
    names = [f"slide{number}" for number in range(1, len(shapes) + 1)]
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(shapes) + 1))
    around = f'xmlns:p="{SLIDE}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
    own = {
        f"ppt/slides/{name}.xml": (
            f"<p:sld {around}{' ' + show if name == names[-1] and show else ''}><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>"
        )
        for name, shape in zip(names, shapes, strict=True)
    }
    return packed({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f'<p:presentation {around}><p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"rId{n}", "slide", f"slides/{name}.xml") for n, name in enumerate(names, 1)), *related
        ),
        **own,
        **(parts or {}),
    })  # fmt: skip


def shape(text: str, *, place: str = "", hidden: str = "", run: str = "", kind: str = "body") -> str:
    """Return a shape with *text*; *place* is "x,y" of one that is a million units wide and high."""
    x, _, y = place.partition(",")
    at = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="1000000" cy="1000000"/></a:xfrm>' if place else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Muoto"{hidden}/><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{at}</p:spPr><p:txBody><a:p><a:r>{run}<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def open_document(
    kind: str, body: str, *, automatic: str = "", master: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return an OpenDocument *kind* whose office:*kind* has *body*."""
    return packed({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": (
            f"<office:document-content {ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {ODF}><office:master-styles>{master}</office:master-styles></office:document-styles>",
        **(parts or {}),
    })  # fmt: skip
