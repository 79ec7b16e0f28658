"""Makes the example's Dynasty exports: Kuutamoniemi's city council on 28 September 2026, as Dynasty 7 publishes its tree.

Everybody and everything in it is invented. Needs reportlab (in the test group); the same run gives the same bytes.
The texts are in dynasty_texts.toml beside this script; versions_texts/ has those of a smaller meeting of which there are three
versions, for tests and trials: its agenda, its checked minutes, and the same corrected.
"""

import tomllib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
TOWN = "Kuutamoniemen kaupunki"
LIST = "TELIN-231004"
NBSP = "&nbsp;"
HANGING = "margin-left:117.0pt;text-indent:-117.0pt;line-height: 12.0pt;text-autospace:none"
PAGE = """<html><head>
 <meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
 <meta name="robots" content="noindex">
 <title>{town}</title>
 <link rel="stylesheet" type="text/css" href="DJULKAISU.CSS">
 <script language="JavaScript" src="DJULKAISU.JS"></script><script language="JavaScript" src="DSETTINGS.JS"></script>
 <!--PARENTUPD-->
</head>
<body class="{kind}" onload="init()">
<center>
  {path}&nbsp;|&nbsp;<a href="/cgi/DREQUEST.PHP?page=meeting_frames" target="_top">Avaa haku</a>
</center>
<table class="tbl" cellspacing="0" width="100%">
<tr><td><hr size="4"></td>
</tr><tr><td align="center"><label class="h3"><!-- RSPEAK_START -->{header}<!-- RSPEAK_STOP --></label><!--READSPEAKER--></td>
</tr><tr><td><hr size="4"></td>
</tr></table>
<p style="margin:0px">
<table class="tbl" cellspacing="0" width="100%">
<tr><td style="padding-left:5px; padding-right:5px">
<!--DATA_BEGIN-->
{content}
<!--DATA_END-->
</td>
</tr></table>
<center>
  <!--LINKIT-->
</center>
</body></html>
"""
BODIES = """<table class="tbl" cellspacing="0" border="0" width="100%">
<tr class="trHea"><td class="tcHeaFirst" colspan="2">&nbsp;Toimielimet</td><td class="tcHeaLast">Viimeisin&nbsp;kokous</td>
<!--TIETUE:{list}-->
<!--{organization}-->
</tr><tr><td class="tcBul">&nbsp;&nbsp;<img src="TELIN.GIF">&nbsp;&nbsp;</td>
<td class="tcDat" nowrap="nowrap"><a href="{list}.HTM">{organization}</a></td>
<td class="tcDat">{day}&nbsp;&nbsp;<a href="{key}.HTM">{document}</a></td>
<!--TIETUE-->
</tr></table>"""
MEETINGS = """<table class="tbl" cellspacing="0" border="0" width="100%">
<tr class="trHea"><td class="tcHeaFirst" colspan="2">&nbsp;Vuosi&nbsp;2026</td>
</tr><tr><td class="tcHeaSepa">&nbsp;</td>
<!--TIETUE:{key}-->
<!--2026-09-28-->
<!--{key}.HTM-->
<!--{count}-->
</tr><tr><td class="tcDat">&nbsp;&nbsp;{day}&nbsp;&nbsp;</td>
<td class="tcDat" width="100%"><a href="{key}.HTM">{document}</a></td>
<!--TIETUE-->
</tr></table>"""
WORD_STYLES = """<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
 <meta name="Generator" content="Microsoft Word 14 (filtered)"> <style> <!--  /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal {margin-bottom:11.0pt; font-size:11.0pt; font-family:"Arial","sans-serif";}
 p.Sivuotsikko {margin-left:117.0pt; text-indent:-117.0pt; line-height:12.0pt; color:black;}
 p.Sisennetty {margin-left:117.1pt; line-height:12.0pt; color:black;} --> </style>"""


def main() -> None:
    """Write the meeting of the example, and the three versions of a smaller one."""
    Tree(tomllib.loads((HERE / "dynasty_texts.toml").read_text(encoding="utf-8")), HERE / "exports" / "dynasty").write()
    for path in sorted((HERE / "versions_texts").glob("*.toml")):
        Tree(tomllib.loads(path.read_text(encoding="utf-8")), HERE / "versions" / path.stem).write()


class Tree:
    """The pages of one meeting. A class because every page names the meeting, its list and its organization."""

    def __init__(self, texts: dict[str, Any], folder: Path) -> None:
        self.texts = texts
        self.folder = folder
        self.key: str = texts["key"]

    def write(self) -> None:
        """Write the lists, the meeting, its items and their files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        organization = self.texts["organization"]
        self._write("TELIMET.HTM", "bodyTelimet", "", f"{TOWN}<br>Kokouslistat", self._bodies())
        self._write(f"{LIST}.HTM", "bodyTelin", self._path(), f"Kokouslistat<br>{organization}", self._meetings())
        self._write(f"{self.key}.HTM", "bodyKokous", self._path(), f"{organization}<br>{self.texts['header']}", self._meeting())
        for place, item in enumerate(self.texts["items"], start=1):
            header = f"{organization}<br>{self.texts['document']} {self.texts['day']} {self.texts['counted']} {item['number']}"
            self._write(f"{self.key}-{place}.HTM", "bodyKokousasia", self._path(), header, self._item(place, item))
            for number, title in enumerate(_attachments(item), start=1):
                self._write_pdf(f"{self.key}-{place}-{number}.PDF", title)
        for number, (_, title) in enumerate(self.texts.get("appeals", ()), start=1):
            self._write_pdf(f"{self.key}-0-{number}.PDF", title)

    def _write(self, name: str, kind: str, path: str, header: str, content: str) -> None:
        page = PAGE.format(town=TOWN, kind=kind, path=path, header=header, content=content)
        (self.folder / name).write_bytes(page.encode("windows-1252"))

    def _write_pdf(self, name: str, title: str) -> None:
        canvas = Canvas(str(self.folder / name), pagesize=A4, invariant=1, lang="fi")
        canvas.setTitle(title)
        canvas.setAuthor(TOWN)
        for line, text in enumerate((title, TOWN, "Tämä tiedosto on osa keksittyä esimerkkiä.")):
            canvas.drawString(72, 760 - 24 * line, text)
        canvas.save()

    def _path(self) -> str:
        return f'<a href="TELIMET.HTM">Toimielimet</a> | <a href="{LIST}.HTM">{self.texts["organization"]}</a>'

    def _bodies(self) -> str:
        return BODIES.format(list=LIST, **self.texts)

    def _meetings(self) -> str:
        return MEETINGS.format(count=len(self.texts["items"]), **self.texts)

    def _meeting(self) -> str:
        told = (
            ("Saapuvilla olleet jäsenet", [[text] for text in self.texts.get("members", ())]),
            ("Poissa olleet jäsenet", [[text] for text in self.texts.get("absent", ())]),
            ("Muut saapuvilla olleet", self.texts.get("others", ())),
            ("Kokouspaikka", [self.texts["place"]]),
            ("Kokousaika", [self.texts["hours"]]),
        )
        groups = [_people(heading, rows) for heading, rows in told if rows]
        return "\n<p>\n".join([self._items(), *([self._appeals()] if "appeals" in self.texts else []), *groups])

    def _items(self) -> str:
        rows = []
        for place, item in enumerate(self.texts["items"], start=1):
            icon = '<td valign="top"><img src="ATTACHEMENT.GIF"></td>' if _attachments(item) else "<td>&nbsp;</td>"
            link = f'<a href="{self.key}-{place}.HTM">{escape(item["title"])}</a>'
            rows.append(
                f'<tr{" class=trDat" * (place % 2 == 0)}><td class="tcDat" valign="top">&nbsp;&nbsp;{item["number"]}</td>{icon}'
                f'<td class="tcDat" colspan="3">{link}</td>\n</tr>'
            )
        return _table(_head(self.texts["counted"], "&nbsp;", "Otsikko"), *rows)

    def _appeals(self) -> str:
        rows = [
            f'<tr><td class="tcDat" nowrap="nowrap">&nbsp;&nbsp;{items}</td><td>&nbsp;</td><td class="tcDat" colspan="3">'
            f'<a target="_blank" href="{self.key}-0-{number}.PDF">{title}</a></td>\n</tr>'
            for number, (items, title) in enumerate(self.texts["appeals"], start=1)
        ]
        return _table(_head("Pykälä", "&nbsp;", "Muutoksenhakuohjeet"), *rows)

    def _item(self, place: int, item: dict[str, Any]) -> str:
        around = [(place - 1, "Edellinen asia"), (place + 1, "Seuraava asia")]
        steps = " | ".join(
            f'<a href="{self.key}-{to}.HTM">{text}</a>' for to, text in around if 1 <= to <= len(self.texts["items"])
        )
        pdf = f'<a target="_blank" href="{self.key}-{place}.PDF">Kokousasia&nbsp;PDF-muodossa</a>'
        navigation = (
            f'<div class="tcDat"><table width="100%"><tr><td class="tcDat">{steps}</td>'
            f'<td class="tcDat" align="right">&nbsp;&nbsp;<img src="ATT.GIF">&nbsp;{pdf}</td></tr></table></div>'
        )
        links = "".join(
            '<tr><td valign="top"><img src="ATT.GIF">&nbsp;</td><td valign="top">&nbsp;</td>'
            f'<td><a href="{self.key}-{place}-{number}.PDF" target="_blank">{escape(title)}</a></td></tr>'
            for number, title in enumerate(_attachments(item), start=1)
        )
        heading = item.get("attachments_heading", "Liitteet")
        attached = f'<div class="tcDat">{heading}<table class="tcDat">{links}</table></div><hr>' if links else ""
        body = "\n".join(_body(item))
        return (
            f'<div class="tblDoc"><div class="tcDoc">{navigation}<hr>{attached}   {WORD_STYLES}\n'
            f'<div class="WordSection1">\n{body}\n</div>\n<hr>{navigation}\n</div></div>'
        )


def _head(*cells: str) -> str:
    first, *rest = cells
    others = "\n".join(f'<td class="tcHea">{cell}</td>' for cell in rest)
    return f'<tr class="trHea"><td class="tcHeaFirst" height="25">&nbsp;{first}</td>\n{others}\n</tr>'


def _people(heading: str, rows: Sequence[Sequence[str]]) -> str:
    cells = [
        "".join(f'<td class="tcDat" xstyle="´padding:0cm"><xp xclass="MsoNormal">{escape(c)}</xp><br></td>' for c in row)
        for row in rows
    ]
    inner = _table(*(f"<tr>{row}</tr>" for row in cells))
    return (
        _table(_head(heading)) + f'\n<table cellspacing="0" border="0"><tr><td>&nbsp;&nbsp;</td><td>{inner}</td></tr></table>'
    )


def _table(*rows: str) -> str:
    return '<table class="tbl" cellspacing="0" border="0" width="100%">\n' + "\n".join(rows) + "\n</table>"


def _attachments(item: dict[str, Any]) -> list[str]:
    return [*item.get("attachments", []), *item.get("supporting", [])]


def _body(item: dict[str, Any]) -> Iterator[str]:
    """Yield the paragraphs that Word's filter makes, with the empty ones and the wrong languages that it leaves."""
    for text in (item["register"], item.get("class"), NBSP):
        if text:
            yield f'<p class="MsoNormal" style="text-align:right" align="right"><span lang="EN-US">{text}</span></p>'
    yield '<p class="MsoNormal">&nbsp;</p>'
    if "earlier" in item:
        yield _word_table([[_normal(text) for text in row] for row in item["earlier"]])
    yield '<p class="MsoNormal"><span lang="EN-US">&nbsp;</span></p>'
    yield _normal("§ " + item["number"])
    font = "xfont-family: &quot;Arial&quot;,&quot;sans-serif&quot;"
    title = f'<strong><span style="{font}">{escape(item["title"])}</span></strong>'
    yield f'<p class="MsoNormal" style="margin-right:-7.15pt">{title}</p>'
    for kind, *texts in item["body"]:
        yield '<p class="Sisennetty">&nbsp;</p>'
        yield from WRITERS[kind](texts)
    yield '<p class="MsoNormal">&nbsp;</p>'


def _normal(text: str) -> str:
    return f'<p class="MsoNormal"><span lang="EN-US">{escape(text)}</span></p>'


def _side(texts: Sequence[str]) -> Iterator[str]:
    heading, text = texts
    yield f'<p class="Sivuotsikko"><b>{escape(heading)}</b>{NBSP * 4} {escape(text)}</p>'


def _plain(texts: Sequence[str]) -> Iterator[str]:
    return (f'<p class="MsoNormal" style="{HANGING}">{escape(text)}</p>' for text in texts)


def _indented(texts: Sequence[str]) -> Iterator[str]:
    return (f'<p class="Sisennetty">{escape(text)}</p>' for text in texts)


def _bold(texts: Sequence[str]) -> Iterator[str]:
    return (f'<p class="Sivuotsikko" style="text-indent:0cm"><b>{escape(text)}</b></p>' for text in texts)


def _marked(mark: str, text: str) -> str:
    gap = f'<span style="font:7.0pt &quot;Times New Roman&quot;">{NBSP * 7} </span>'
    return f'<p class="Sisennetty" style="margin-left:148.4pt;text-indent:-18.0pt">{mark}{gap}{escape(text)}</p>'


def _list(texts: Sequence[str]) -> Iterator[str]:
    return (_marked("-", text) for text in texts)


def _numbers(texts: Sequence[str]) -> Iterator[str]:
    return (_marked(f"{number}.", text) for number, text in enumerate(texts, start=1))


def _names(texts: Sequence[str], label: str = "Valmistelijat / lisätiedot:") -> Iterator[str]:
    yield f'<p class="MsoNormal" style="margin-left:117.0pt"><span style="color:black">{label}</span></p>'
    yield _word_table([[_normal(text)] for text in texts])
    address = "etunimi.sukunimi@kuutamoniemi.example"
    yield f'<p class="MsoNormal" style="margin-left:117.1pt"><a href="mailto:{address}">{address}</a></p>'


def _names_in_swedish(texts: Sequence[str]) -> Iterator[str]:
    return _names(texts, "Beredare:")


def _rows(texts: Sequence[str]) -> Iterator[str]:
    yield _word_table([[_normal(mark), _normal(text)] for mark, text in zip(texts[::2], texts[1::2], strict=True)])


def _data(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *rest = rows
    bold = [f'<p class="MsoNormal"><b>{escape(text)}</b></p>' for text in head]
    yield _word_table([bold, *([_normal(text) for text in row] for row in rest)], border=1)


def _word_table(rows: Sequence[Sequence[str]], border: int = 0) -> str:
    cells = [[f'<td valign="top">{cell}</td>' for cell in row] for row in rows]
    lines = "\n".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    style = "margin-left:117.0pt;border-collapse:collapse" + ";border:none" * (not border)
    return f'<table class="MsoTableGrid" style="{style}" cellspacing="0" cellpadding="0" border="{border}">\n{lines}\n</table>'


WRITERS = {
    "side": _side, "plain": _plain, "p": _indented, "bold": _bold, "list": _list, "numbers": _numbers, "letters": _indented,
    "names": _names, "names_sv": _names_in_swedish, "rows": _rows, "table": _data,
}  # fmt: skip

if __name__ == "__main__":
    main()
