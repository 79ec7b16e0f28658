"""Makes the example's TWeb export: Kuutamoniemi's building and environment board on 22 September 2026, as its pages are saved.

Everybody and everything in it is invented. Needs reportlab (in the test group); the same run gives the same bytes.
The texts are in tweb_texts.toml beside this script.
"""

import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import tweb_word
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
EXPORT = HERE / "exports" / "tweb"
DOCUMENTS: list[dict[str, Any]] = tomllib.loads((HERE / "tweb_texts.toml").read_text(encoding="utf-8"))["document"]
HOST = "http://asiakirjat.kuutamoniemi.example"
TOWN = "Kuutamoniemen kaupunki"
ORGANIZATION = "Rakennus- ja ympäristölautakunta"
MEETING = 1417
LISTED = ((1417, "22.9.2026 17:00", "5/2026"), (1398, "25.8.2026 17:00", "4/2026"), (1340, "16.6.2026 17:00", "4/2026"))
# Not a person's: individual numbers from 900 are never given (DVV).
IDENTITY_CODE = "170468-934V"
# What a file tells of itself must never be published; this must be found nowhere in the site.
AUTHOR = "Sami Kanarialintu-4471"
LEFT, BODY, RIGHT = 56.6, 187.1, 567.0
TOP, NEXT_TOP, BOTTOM = 114.7, 141.5, 757.0
LINE, SIZE = 13.4, 11
BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


def main() -> None:
    """Write the list of meetings, the meeting's page and a document for each of its rows."""
    EXPORT.mkdir(parents=True, exist_ok=True)
    _write_page("pk_kokl_tweb.htm", _meetings())
    _write_page(f"pk_asil_tweb_{MEETING}.htm", _items())
    for document in DOCUMENTS:
        if "word" in document:
            tweb_word.write(EXPORT / f"{document['docid']}.docx", document)
        else:
            Form(EXPORT / f"{document['docid']}.pdf").write(document)


class Form:
    """A document in the form of two columns. A class because the place on the page moves with every line."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle("Tweb")
        self.canvas.setSubject("tweb.dot")
        self.canvas.setAuthor(AUTHOR)
        self.y = TOP
        self._head()

    def write(self, document: dict[str, Any]) -> None:
        for line in simpleSplit(document.get("heading", document["title"]), BOLD, SIZE, RIGHT - BODY):
            self._draw(BODY, line, BOLD)
            self.y += LINE
        for part in document["part"]:
            self.y += LINE
            self._part(part)
        self.canvas.showPage()
        self.canvas.save()

    def _part(self, part: dict[str, Any]) -> None:
        self._room(len(part["caption"]) + 1)
        start, page = self.y, self.canvas.getPageNumber()
        for place, line in enumerate(part["caption"]):
            self.canvas.setFont(BOLD, SIZE)
            self.canvas.drawString(LEFT, A4[1] - start - place * LINE, line)
        if part.get("below"):
            self.y += 2 * LINE
        for line in part.get("lines", ()):
            self._draw(BODY, line)
            self.y += LINE
        self._paragraphs(part.get("text", "").strip().format(hetu=IDENTITY_CODE))
        for row in part.get("table", ()):
            self._row(row, is_head=row is part["table"][0])
        if self.canvas.getPageNumber() == page:
            self.y = max(self.y, start + len(part["caption"]) * LINE)

    def _paragraphs(self, text: str) -> None:
        for number, paragraph in enumerate(text.split("\n\n") if text else ()):
            self.y += LINE if number else 0
            for line in (piece for row in paragraph.splitlines() for piece in simpleSplit(row, PLAIN, SIZE, RIGHT - BODY)):
                self._draw(BODY, line)
                self.y += LINE

    def _row(self, cells: list[str], *, is_head: bool) -> None:
        self._room(1)
        font = BOLD if is_head else PLAIN
        self._draw(BODY, cells[0], font)
        for place, cell in enumerate(cells[1:], 1):
            self.canvas.drawRightString(BODY + 120 + place * 80, A4[1] - self.y, cell)
        self.y += LINE

    def _draw(self, x: float, text: str, font: str = PLAIN) -> None:
        self._room(1)
        self.canvas.setFont(font, SIZE)
        self.canvas.drawString(x, A4[1] - self.y, text)

    def _room(self, lines: int) -> None:
        """Begin a new page when fewer than *lines* fit on this."""
        if self.y + (lines - 1) * LINE <= BOTTOM:
            return
        self.canvas.showPage()
        self._head()
        self.y = NEXT_TOP

    def _head(self) -> None:
        self.canvas.setFont(BOLD, SIZE)
        self.canvas.drawString(LEFT, A4[1] - 46.3, TOWN)
        self.canvas.setFont(PLAIN, SIZE)
        self.canvas.drawString(315.8, A4[1] - 73.1, "Päivämäärä")
        self.canvas.rect(55, A4[1] - 91, 513, 0.6, stroke=0, fill=1)


def _meetings() -> Iterator[str]:
    yield '\t\t\t<table class="list">\n\t\t\t\t<tr class="colheader">'
    yield '\t\t\t\t\t<td class="colheader">Kokouspvm</td>\n\t\t\t\t\t<td class="colheader">Toimielin</td>\n\t\t\t\t</tr>'
    for place, (key, when, number) in enumerate(LISTED):
        link = f"{HOST}/ktwebbin/dbisa.dll/ktwebscr/pk_asil_tweb.htm?+bid={key}"
        yield f'\t\t\t\t<tr class="data{place % 2}">\n\t\t\t\t\t<td class="data"><a href="{link}">{when}</a></td>'
        yield f'\t\t\t\t\t<td class="data">{ORGANIZATION}: {number}</td>\n\t\t\t\t</tr>'
    yield from _back(2)


def _items() -> Iterator[str]:
    _, when, number = LISTED[0]
    yield '\t\t\t<table class="list">\n\t\t\t\t\t<tr class="header">'
    yield f'\t\t\t\t\t\t<td class="header" colspan="3">{ORGANIZATION}: {number}<br>{when}<br>Pöytäkirja</td>\n\t\t\t\t\t</tr>'
    yield '\t\t\t\t<tr class="colheader">\n\t\t\t\t\t<td class="colheaderPykala">§</td>'
    yield '\t\t\t\t\t<td class="colheader">Otsikko</td>\n    \t\t\t\t<td class="colheader">Liitteet</td>\n\t\t\t\t</tr>'
    for place, document in enumerate(DOCUMENTS):
        yield _item_row(place, document)
    yield "\t\t\t</table>"
    yield '\t\t\t<table class="list">\n\t\t\t\t<tr>\n\t\t\t\t\t<td class="colheader">Kokousmateriaali:</td>\n\t\t\t\t</tr>'
    agenda = f"{HOST}/ktwebbin/dbisa.dll/ktwebscr/epj_asil_tweb.htm?+bid={MEETING}"
    yield f'\t\t\t<tr>\n\t\t\t\t<td class="colheader"><a href="{agenda}">Hae esityslista</a><br><br></td>\n\t\t\t</tr>'
    yield from _back(1)


def _item_row(place: int, document: dict[str, Any]) -> str:
    link = f"{HOST}/ktwebbin/ktproxy2.dll?doctype=3&amp;docid={document['docid']}"
    attachments = "-"
    if count := document.get("attachments"):
        target = f"{HOST}/ktwebbin/dbisa.dll/ktwebscr/epjattn_tweb.htm?{document['docid']}"
        attachments = f'<a href="{target}">{count} kpl</a>'
    return (
        f'\t\t\t\t\t<tr class="data{place % 2}">\n'
        f'\t\t\t\t\t\t<td class="data_pykala">{document.get("number", "")}</td>\n'
        f'\t\t\t\t\t\t<td class="data"><a target="_blank" href="{link}">{escape(document["title"])}</a></td>\n'
        f'\t\t\t\t\t\t<td class="data">{attachments}</td>\n\t\t\t\t\t</tr>'
    )


def _back(columns: int) -> Iterator[str]:
    link = '<a href="javascript:history.go(-1);">«  Paluu edelliselle sivulle</a>'
    yield f'\t\t\t\t<tr>\n\t\t\t\t\t<td colspan="{columns}">{link}</td>'
    yield "\t\t\t\t</tr>\n\t\t\t</table>"


def _write_page(name: str, content: Iterator[str]) -> None:
    lines = "\n".join(content)
    page = f"""<!DOCTYPE html>
<html class="no-js"><head>
<title>Kokousasiakirjat - {TOWN}</title>
<meta charset="windows-1252">
<meta name="robots" content="noindex, nofollow">
<link rel="stylesheet" href="/ktweb/css/bootstrap.min.css">
<link rel="stylesheet" href="/ktweb/css/ktweb.css">
<link rel="stylesheet" href="/ktweb/css/ktweb_forms.css">
</head>
<body class="wrap">
\t<div id="wrapper">
\t\t<div id="containerAll">
\t<div id="header"><a href="{HOST}/" target="_blank"><img class="logo" src="/ktweb/images/logo.jpg" alt=""></a></div>
\t\t\t\t\t<ul id="nav" class="nav navbar-nav">
\t\t\t\t\t\t<li><a href="/ktwebbin/dbisa.dll/ktwebscr/epj_tek_tweb.htm">Esityslistat</a></li>
\t\t\t\t\t\t<li><a href="/ktwebbin/dbisa.dll/ktwebscr/pk_tek_tweb.htm" class="active">Pöytäkirjat</a></li>
\t\t\t\t\t</ul>
\t\t<div id="content">
\t\t\t<h1>Pöytäkirjat</h1>
{lines}
\t\t</div><!--content-->
\t\t</div><!--containerAll-->
\t\t<footer>
\t\t\t<div id="footer"><a class="copyright" href="http://www.triplan.fi/" target="_blank">© Triplan Oy</a></div>
\t\t</footer>
\t</div><!--wrapper end-->
</body></html>
"""
    (EXPORT / name).write_bytes(page.encode("windows-1252"))


if __name__ == "__main__":
    main()
