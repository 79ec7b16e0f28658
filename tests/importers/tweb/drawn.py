# ruff: noqa: E501 - rows of pages and texts of documents read best whole
"""Draws the PDFs and writes the pages of the TWeb tests; run as a script it writes the golden cases' exports anew."""

import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
HOST = "http://asiakirjat.kuutamoniemi.example/ktwebbin"
CAPTIONS, BODY, LINE = 56.6, 187.1, 13.4
CANARY = "KANARIALINTU-7781"

Mark = tuple[float, float, str, bool]


def drawn(
    *pages: Iterable[Mark], password: str | None = None, draw_over: Sequence[tuple[float, float, float, float]] = ()
) -> bytes:
    """Return a PDF with a text at each (x, y from the top, text, bold) of each page, and black boxes over it."""
    target = io.BytesIO()
    encryption = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(target, pagesize=A4, invariant=1, encrypt=encryption)
    canvas.setTitle("Tweb")
    canvas.setAuthor(CANARY)
    for page in pages or ((),):
        for x, y, text, bold in page:
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 11)
            canvas.drawString(x, A4[1] - y, text)
        for x, y, width, height in draw_over:
            canvas.rect(x, A4[1] - y, width, height, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def two_columns(title: str, *parts: tuple[str, str]) -> bytes:
    """Return a document with captions at the left; "|" parts the lines of a caption and of its text, "||" paragraphs."""
    marks: list[Mark] = [(CAPTIONS, 46.3, "Kuutamoniemen kaupunki", True), (315.8, 73.1, "Päivämäärä", False)]
    marks.append((BODY, 114.7, title, True))
    y = 114.7
    for caption, text in parts:
        y += 2 * LINE
        marks += [(CAPTIONS, y + place * LINE, line, True) for place, line in enumerate(caption.split("|"))]
        lines = text.split("|")
        marks += [(BODY, y + place * LINE, line, False) for place, line in enumerate(lines) if line]
        y += LINE * (max(len(lines), len(caption.split("|"))) - 1)
    return drawn(marks)


def one_column(*lines: str) -> bytes:
    """Return a document of one column; a line in stars is bold, an empty one is a gap."""
    marks: list[Mark] = [(CAPTIONS, 40.0, "Lehtosaaren kaupunki", True), (500.0, 40.0, "1 (1)", False)]
    marks += [(CAPTIONS, 110 + place * LINE, line.strip("*"), line.startswith("*")) for place, line in enumerate(lines) if line]
    return drawn(marks)


def page(content: str, *, encoding: str = "windows-1252", title: str = "Pöytäkirjat") -> bytes:
    return f"""<!DOCTYPE html>
<html><head><title>Kokousasiakirjat</title><meta charset="windows-1252">
<link rel="stylesheet" href="/ktweb/css/ktweb.css"></head>
<body><div id="content"><h1>{title}</h1>{content}</div>
<a class="copyright" href="http://www.triplan.fi/">© Triplan Oy</a></body></html>""".encode(encoding)


def link(document: int, title: str) -> str:
    return f'<a target="_blank" href="{HOST}/ktproxy2.dll?doctype=3&amp;docid={document}">{title}</a>'


def items(heading: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, css: str = "header") -> str:
    """Return the table of a meeting's items; a row has its cells in the order of *columns*."""
    head = "".join(f'<td class="{"colheaderPykala" if name == "§" else "colheader"}">{name}</td>' for name in columns)
    body = "".join(
        f'<tr class="data{place % 2}">{"".join(f"<td class=data>{cell}</td>" for cell in row)}</tr>'
        for place, row in enumerate(rows)
    )
    first = f'<tr class="{css}"><td class="{css}" colspan="3">{heading}</td></tr>' if heading else ""
    return f'<table class="list">{first}<tr class="colheader">{head}</tr>{body}</table>'


def agenda_link(key: int) -> str:
    return f'<table class="list"><tr><td><a href="{HOST}/dbisa.dll/ktwebscr/epj_asil_tweb.htm?+bid={key}">Hae esityslista</a></td></tr></table>'


def minutes() -> dict[str, bytes]:
    """Columns § Otsikko Liitteet, documents in two columns: by id, by title, two for one row, one for none, a Word file."""
    rows = [
        ("", link(1201, "Pöytäkirjan kansilehti"), "-"),
        (
            "12",
            link(1203, "Koulukuljetusten järjestäminen lukuvuonna 2026–2027"),
            f'<a href="{HOST}/dbisa.dll/ktwebscr/epjattn_tweb.htm?1203">2 kpl</a>',
        ),
        ("13", link(1205, "Kirjaston aukioloajat"), "-"),
        ("14", link(1207, "Lausunto jäteyhtiön säännöistä"), "-"),
        ("15", link(1209, "Viranhaltijapäätökset"), f'<a href="{HOST}/dbisa.dll/ktwebscr/epjattn_tweb.htm?1209">1 kpl</a>'),
    ]
    listed = "".join(
        f'<tr class="data0"><td class="data"><a href="{HOST}/dbisa.dll/ktwebscr/pk_asil_tweb.htm?+bid={key}">{when}</a></td>'
        f'<td class="data">Sivistyslautakunta: 3/2026</td></tr>'
        for key, when in ((88, "14.4.2026 16:30"), (81, "17.3.2026 16:30"))
    )
    head = '<tr class="colheader"><td class="colheader">Kokouspvm</td><td class="colheader">Toimielin</td></tr>'
    library = (("Dno", "KNIEMI/61/12.03.01/2026"), ("Päätösesitys", "Merkitään tiedoksi."), ("Päätös", "Merkittiin tiedoksi."))
    return {
        "pk_asil.html": page(
            items("Sivistyslautakunta: 3/2026<br>14.4.2026 16:30<br>Pöytäkirja", ("§", "Otsikko", "Liitteet"), rows)
            + agenda_link(88)
        ),
        "pk_kokl.html": page(f'<table class="list">{head}{listed}</table>'),
        "1203.pdf": two_columns(
            "Koulukuljetusten järjestäminen lukuvuonna 2026–2027",
            ("Dno", "KNIEMI/77/12.00.01/2026"),
            ("Päätöshistoria", "Sivistyslautakunta 17.3.2026 § 9|Nuorisovaltuusto 24.3.2026, 31.3.2026"),
            ("Tiivistelmä", "Kuljetukset kilpailutetaan neljäksi vuodeksi."),
            (
                "Esittelyteksti",
                "||Oppilaalla on oikeus maksuttomaan kuljetukseen, jos matka on viittä kilometriä|pidempi. Reittien suunnittelussa on mukana koulutus-|ja liikennepalveluja.||Ehdot ovat:||- auto on esteetön|- kuljettaja tuntee oppilaat",
            ),
            ("Liitteet", "1. Reittiluettelo|2. Tarjousvertailu"),
            ("Oheismateriaali", "-"),
            ("Esittelijä", "Sivistysjohtaja Helka Lumivuokko"),
            ("Päätösesitys", "Lautakunta hyväksyy tarjousvertailun."),
            ("Lautakunnan|käsittely", "Merkittiin, että Väinö Hallavaara poistui esteellisenä."),
            ("Päätös", "Päätösesitys hyväksyttiin."),
            ("Valmistelijat/|Lisätietojen|antaja", "Suunnittelija Kaisa Torvelo"),
            ("Täytäntöönpano-|tiedot", "Ote: liikennepalvelut|Ei muutoksenhakuoikeutta"),
        ),
        "7700123.pdf": two_columns("Kirjaston aukioloajat", *library),
        "77001205.pdf": two_columns("Kirjaston aukioloajat kesällä", *library),
        "1207 (1).pdf": two_columns(
            "Lausunto jäteyhtiön säännöistä", ("Dno", "KNIEMI/90/14.06.02/2026"), ("Päätös", "Lausunto annettiin.")
        ),
        "lausunto.pdf": two_columns(
            "Lausunto jäteyhtiön säännöistä", ("Dno", "KNIEMI/90/14.06.02/2026"), ("Päätös", "Toinen kappale.")
        ),
        "1209.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY.encode(),
    }


def one_column_minutes() -> dict[str, bytes]:
    """Columns § Liitteet Otsikko, no meeting number, appeal rows, material beside the items, captions with a colon."""
    rows = [
        ("9", "-", link(501, "Kokouksen laillisuus")),
        ("10", "1 kpl", link(503, "Torin kunnostussuunnitelma")),
        ("", "-", link(505, "Muutoksenhakuohje 1")),
        ("", "-", link(507, "Muutoksenhakuohje 2")),
    ]
    material = f'<table class="list"><tr><td class="colheader">Kokousmateriaali:</td></tr><tr><td>{link(601, "esityslista 4.5.2026 (A, J)")}</td></tr></table>'
    heading = "Kaupunginhallitus: Kaupunginhallitus<br>4.5.2026 14:00<br>Pöytäkirja"
    return {
        "kokous.html": page(items(heading, ("§", "Liitteet", "Otsikko"), rows, css="Header") + material),
        "601.pdf": one_column("Esityslista"),
        "503.pdf": one_column(
            "*10 §",
            "*Torin kunnostussuunnitelma",
            "",
            "LK/815/10.03.01/2026",
            "AB/CD/EF-G",
            "",
            "Torin kiveys uusitaan ja myyntipaikkojen sähköt siirretään maan alle. Työ tehdään",
            "kahdessa vaiheessa.",
            "",
            "*Kaupunginhallitus 20.4.2026 § 4",
            "",
            "*Kaupunginjohtajan esitys:",
            "Asia jätetään pöydälle.",
            "",
            "*Päätös:",
            "Asia jätettiin pöydälle.",
            "",
            "*Kaupunginhallitus 4.5.2026 § 10",
            "",
            "*Kaupunginjohtajan esitys:",
            "Kaupunginhallitus hyväksyy suunnitelman.",
            "",
            "*Päätös:",
            "Hyväksyttiin.",
            "Tarkastettiin ja hyväksyttiin pöytäkirja tämän pykälän osalta heti kokouksessa.",
            "",
            "Liitteet: 1. Suunnitelmakartta",
            "",
            "Täytäntöönpano: Kunnallistekniikka",
            "",
            "Muutoksenhakuohje: 7.4. Oikaisuvaatimus- ja valituskielto",
            "",
            "Lisätiedot: Kaupungininsinööri Urho Paasikallio",
        ),
        "505.pdf": one_column("*Muutoksenhakuohje", "", "Oikaisuvaatimus tehdään kaupunginhallitukselle."),
    }


def swedish() -> dict[str, bytes]:
    """A Swedish agenda in UTF-8 that says windows-1252, with an invisible remark in a document."""
    rows = [("1", link(901, "Sammanträdets laglighet och beslutförhet"), "-"), ("2", link(903, "Budget för år 2027"), "1 st")]
    heading = "Stadsstyrelsen: 8/2026<br>1.6.2026 18:00<br>Föredragningslista"
    marks: list[Mark] = [
        (CAPTIONS, 114.7, "Dnr", True), (BODY, 114.7, "STAD/5/02.02.00/2026", False),
        (CAPTIONS, 141.5, "Beskrivning", True), (BODY, 141.5, "Budgeten är i balans. Hemlig Hemligsson", False),
        (CAPTIONS, 168.3, "Förslag till", True), (CAPTIONS, 181.7, "beslut", True), (BODY, 168.3, "Budgeten godkänns.", False),
    ]  # fmt: skip
    return {
        "lista.html": page(items(heading, ("§", "Rubrik", "Bilagor"), rows), encoding="utf-8", title="Föredragningslistor"),
        "903.pdf": drawn([(BODY, 88.0, "Budget för år 2027", True), *marks], draw_over=[(BODY + 107, 145.0, 116, 14)]),
    }


def broken() -> dict[str, bytes]:
    """What arrives broken: each gives one message, and the meeting that can be read is read."""
    rows = [(str(n), link(300 + n, f"Asia numero {n}"), "-") for n in range(1, 6)]
    whole = page(items("Tekninen lautakunta: 2/2026<br>3.2.2026 17:00<br>Pöytäkirja", ("§", "Otsikko", "Liitteet"), rows))
    good = two_columns("Asia numero 1", ("Päätös", "Hyväksyttiin."), ("Kummallinen otsikko", "Tekstiä."))
    other = two_columns("Aivan muuta koskeva päätös", ("Päätös", "Ei kuulu tähän."))
    return {
        "whole.html": whole,
        "cut.html": whole[:700],
        "empty.html": b"",
        "dateless.html": page(items("Tekninen lautakunta: 3/2026<br>Pöytäkirja", ("§", "Otsikko", "Liitteet"), rows[:1])),
        "301.pdf": good,
        "302.pdf": drawn([(BODY, 114.0, "Salattu", False)], password="avain"),  # noqa: S106 - a fixture's
        "303.pdf": good[: len(good) // 3],
        "304.pdf": drawn(),
        "305.pdf": other,
        "muistio.txt": b"Muistio",
    }


CASES = {"minutes": minutes, "one_column": one_column_minutes, "swedish": swedish, "broken": broken}


def write(files: dict[str, bytes], folder: Path) -> Path:
    """Write *files* into *folder* and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


if __name__ == "__main__":
    for name in sys.argv[1:] or CASES:
        write(CASES[name](), HERE / name / "export")
