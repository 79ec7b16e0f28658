"""Attached files of other kinds: Excel, PowerPoint, OpenDocument and CSV. Each also holds what its reader does not see.

What stands in comments, deletions, notes and hidden sheets must be found nowhere in the site.
"""

import csv
import io
import zipfile
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from files import DECLARATION, MADE, OFFICE, RELATIONS

HIDDEN = "Kanaria-4475 laskettiin vielä kerran"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing"}.items()
)
TYPES = f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BOLD = '<fonts><font/><font><b/></font></fonts><fills><fill/></fills><cellXfs><xf/><xf fontId="1"/></cellXfs>'


def write(path: Path, file: dict[str, Any]) -> None:
    """Write *file*, which has a heading, rows or lines, as the kind that its name tells."""
    match path.suffix:
        case ".xlsx":
            _write_parts(path, _workbook(file))
        case ".pptx":
            _write_parts(path, _slides(file))
        case ".odt":
            _write_parts(path, _document(file))
        case ".csv":
            buffer = io.StringIO()
            csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(file["rows"])
            path.write_bytes(buffer.getvalue().encode("utf-8-sig"))


def _write_parts(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)


def _workbook(file: dict[str, Any]) -> dict[str, str]:
    sheets = (
        f'<sheet name="{escape(file["heading"])}" sheetId="1" r:id="rId1"/>'
        '<sheet name="Laskelma" sheetId="2" state="hidden" r:id="rId2"/>'
    )
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations([("worksheet", f"worksheets/sheet{number}.xml") for number in (1, 2)]),
        "xl/worksheets/sheet1.xml": _sheet(file["rows"]),
        "xl/worksheets/sheet2.xml": _sheet([[HIDDEN]]),
        "xl/styles.xml": f'{DECLARATION}<styleSheet xmlns="{SHEET}">{BOLD}</styleSheet>',
    }


def _sheet(rows: Iterable[Iterable[Any]]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        style = ' s="1"' if number == 1 else ""
        cells = (
            f'<c r="{chr(ord("A") + place)}{number}"{style}><v>{value}</v></c>'
            if isinstance(value, int | float)
            else f'<c r="{chr(ord("A") + place)}{number}" t="inlineStr"{style}><is><t>{escape(value)}</t></is></c>'
            for place, value in enumerate(row)
        )
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{DECLARATION}<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _slides(file: dict[str, Any]) -> dict[str, str]:
    around = f'xmlns:p="{SLIDE}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
    numbers = range(1, len(file["slides"]) + 1)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    slides = {
        f"ppt/slides/slide{n}.xml": (
            f"{DECLARATION}<p:sld {around}><p:cSld><p:spTree>{_shape('title', [title])}{_shape('body', lines)}"
            "</p:spTree></p:cSld></p:sld>"
        )
        for n, (title, *lines) in zip(numbers, file["slides"], strict=True)
    }
    notes = f"{DECLARATION}<p:notes {around}><p:cSld><p:spTree>{_shape('body', [HIDDEN])}</p:spTree></p:cSld></p:notes>"
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": f"{DECLARATION}<p:presentation {around}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _relations([("slide", f"slides/slide{n}.xml") for n in numbers]),
        **slides,
        "ppt/slides/_rels/slide1.xml.rels": _relations([("notesSlide", "../notesSlides/notesSlide1.xml")]),
        "ppt/notesSlides/notesSlide1.xml": notes,
    }


def _shape(kind: str, lines: Iterable[str]) -> str:
    bullet = '<a:pPr><a:buChar char="•"/></a:pPr>' if kind == "body" else ""
    paragraphs = "".join(f"<a:p>{bullet}<a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{kind}"/><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{paragraphs}</p:txBody></p:sp>"
    )


def _document(file: dict[str, Any]) -> dict[str, str]:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"<text:p>{HIDDEN}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    points = "".join(f"<text:list-item><text:p>{escape(point)}</text:p></text:list-item>" for point in file["points"])
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in file["lines"])
    text = f'{deleted}<text:h text:outline-level="1">{escape(file["heading"])}</text:h>{lines}<text:list>{points}</text:list>'
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"{DECLARATION}<office:document-content {ODF}><office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>"
        ),
        "styles.xml": f"{DECLARATION}<office:document-styles {ODF}/>",
    }


def _relations(entries: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'
