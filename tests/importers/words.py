"""Word files made of their XML, for the tests of what reads them."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
CREATED = (2026, 9, 22, 12, 0, 0)
PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def document(
    body: str,
    *,
    properties: Mapping[str, str] | None = None,
    styles: str = "",
    numbering: str = "",
    links: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """Return a .docx file: *body*, *styles* and *numbering* are WordprocessingML without its root."""
    written = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml"), ("custom-properties", "docProps/custom.xml")),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>",
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), links=links or {}
        ),
        "docProps/custom.xml": _properties(properties or {}),
        **(parts or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            archive.writestr(zipfile.ZipInfo(name, CREATED), content if name.endswith(".txt") else _xml(content))
    return target.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of *runs*; one without markup is plain text."""
    return (
        f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, result: str, default: str | None = None) -> str:
    """Return a field that shows *result*; *default* makes it a form field of a template."""
    data = f"<w:ffData><w:textInput><w:default w:val={quoteattr(default)}/></w:textInput></w:ffData>" if default else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """Return a table; a cell is its content, paragraphs or plain text."""
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _xml(content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'


def _relationships(*internal: tuple[str, str], links: Mapping[str, str] | None = None) -> str:
    own = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(internal, 1)
    )
    others = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/relationships/hyperlink" Target={quoteattr(to)} TargetMode="External"/>'
        for key, to in (links or {}).items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{own}{others}</Relationships>'


def _properties(properties: Mapping[str, str]) -> str:
    rows = "".join(
        f'<property fmtid="{PROPERTY_SET}" pid="{n}" name={quoteattr(name)}><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for n, (name, text) in enumerate(properties.items(), 2)
    )
    return f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{rows}</Properties>'
