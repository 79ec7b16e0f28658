"""A TWeb item as a Word file in the form of the one genuine file that is known: two columns, fields, metadata of its own.

What the file tells of itself and of its making (its author, a key of the server, a deleted passage, a comment)
must be found nowhere in the site.
"""

import zipfile
from html import escape
from pathlib import Path
from typing import Any

from files import DECLARATION, OFFICE, RELATIONS, WORD

MADE = (2026, 9, 22, 12, 0, 0)
AUTHOR = "Sami Kanarialintu-4471"
SERVER_KEY = "6b8f0d51c2e94a7793be0c4415ad2e66#kanaria-4472.intra.example!/TWeb/toaxfront!8080!0"
DELETED = "Poistettu luonnoskohta Kanaria-4473."
COMMENT = "Tarkista vielä Kanaria-4474 ennen kokousta."
PROMPT = "Liitteen nimi"
CONTENT_TYPES = f"""{DECLARATION}
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/></Types>"""
PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write(path: Path, document: dict[str, Any]) -> None:
    """Write *document*, an item of tweb_texts.toml, with its `word` as metadata."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relationships(officeDocument="word/document.xml", **{"custom-properties": "docProps/custom.xml"}),
        "word/document.xml": f'{DECLARATION}\n<w:document xmlns:w="{WORD}"><w:body>{_body(document)}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships(comments="comments.xml"),
        "word/comments.xml": f'{DECLARATION}\n<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="{AUTHOR}">'
        f"{_paragraph(COMMENT)}</w:comment></w:comments>",
        "docProps/custom.xml": _properties(document),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)


def _body(document: dict[str, Any]) -> str:
    deleted = f'<w:del w:id="1" w:author="{AUTHOR}"><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>'
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    title = f"<w:p>{_field('DOCPROPERTY tweb_doc_title', document['title'])}{mark}</w:p>"
    rows = [_row([], title), *(_row(part["caption"], _content(part)) for part in document["part"])]
    return f"<w:tbl>{''.join(rows)}</w:tbl><w:p>{deleted}</w:p>"


def _row(caption: list[str], content: str) -> str:
    bold = f"<w:p><w:r><w:rPr><w:b/></w:rPr>{'<w:br/>'.join(map(_text, caption))}</w:r></w:p>"
    return f"<w:tr><w:tc>{bold}</w:tc><w:tc>{content}</w:tc></w:tr>"


def _content(part: dict[str, Any]) -> str:
    if part.get("unfilled"):
        return f"<w:p>{_field('FORMTEXT', PROMPT, default=PROMPT)}</w:p>"
    texts = [*part.get("lines", ()), *part.get("text", "").strip().split("\n\n")]
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    rows = ["".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in part.get("table", ())]
    table = "".join(f"<w:tr>{'' if place else head}{row}</w:tr>" for place, row in enumerate(rows))
    borders = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    # Word wants a paragraph after a table that ends a cell.
    return "".join(map(_paragraph, filter(None, texts))) + (f"<w:tbl>{borders}{table}</w:tbl><w:p/>" if table else "")


def _paragraph(text: str) -> str:
    return f"<w:p><w:r>{_text(text)}</w:r></w:p>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _field(instruction: str, result: str, default: str = "") -> str:
    data = f'<w:ffData><w:textInput><w:default w:val="{default}"/></w:textInput></w:ffData>' if default else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>{_text(result)}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _relationships(**targets: str) -> str:
    written = enumerate(targets.items(), 1)
    rows = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in written)
    return f'{DECLARATION}\n<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def _properties(document: dict[str, Any]) -> str:
    told = {
        "tweb_doc_title": document["title"],
        "tweb_doc_creator": AUTHOR,
        "tweb_doc_agent_ssn": "Osapuoli, hetu",
        "tweb_doc_securityreason": "",
        **{f"tweb_doc_{name}": value for name, value in document["word"].items()},
        "TwebKey": SERVER_KEY,
    }
    rows = "".join(
        f'<property fmtid="{PROPERTY_SET}" pid="{n}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for n, (name, value) in enumerate(told.items(), 2)
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    return f'{DECLARATION}\n<Properties xmlns="{space}/custom-properties" xmlns:vt="{space}/docPropsVTypes">{rows}</Properties>'
