"""Writes the Word files of the golden case "word"; run as a script (python -m) it writes its export anew."""

from tests.importers.tweb.drawn import CANARY, HERE, items, link, page, two_columns, write
from tests.importers.words import W, document, field, paragraph, run, table

TITLES = {
    700: "Pöytäkirjan kansilehti",
    701: "Jäähallin lattian korjaus",
    702: "Kirjaston lainasäännöt",
    703: "Ammattitaudin korvaus",
    704: "Vuokrasopimus",
    705: "Palvelutalon asukasvalinta",
    706: "Avustuksen myöntäminen",
    707: "Tienhoidon urakka",
    708: "Lausunto meluaidasta",
    709: "Vahingonkorvausvaatimus",
}
IN_NO_FILE_OF_THE_SITE = {
    "tweb_doc_creator": f"Luoja {CANARY}",
    "tweb_doc_agent_ssn": "Osapuoli, hetu",
    "TwebKey": f"00ff#{CANARY}!/TWeb/toaxfront!8080!0",
}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def word() -> dict[str, bytes]:
    """A form of two columns, captions as paragraphs, every class of publicity, files that are broken or of two kinds."""
    rows = [("" if key == 700 else str(key - 680), link(key, title), "-") for key, title in TITLES.items()]
    heading = "Tekninen lautakunta: 4/2026<br>5.5.2026 16:00<br>Pöytäkirja"
    return {
        "kokous.html": page(items(heading, ("§", "Otsikko", "Liitteet"), rows)),
        "700.docx": _cover(),
        "701.docx": _form(),
        "702.docx": _paragraphs(),
        "703.docx": _item(703, publicityclass="Salassa pidettävä", securityreason="JulkL (621/1999) 24.1 § 25 k"),
        "704.docx": _item(704, publicityclass="Osittain salassa pidettävä", securityreason="JulkL (621/1999) 24.1 § 20 k"),
        "705.docx": _item(705, publicityclass="", securityreason="JulkL (621/1999) 24.1 § 25 k"),
        "706.docx": _item(706, paragraph("Päätös"), paragraph(field("FORMTEXT", "Hyväksytään?", "Hyväksytään?"))),
        "707.docx": b"PK\x03\x04" + CANARY.encode(),
        "lausunto.docx": _item(708, paragraph("Päätös:"), paragraph("Lausunto annettiin."), publicityclass="Julkinen"),
        "709.docx": _item(709, publicityclass="Ei-julkinen"),
        "709.pdf": two_columns(TITLES[709], ("Päätös", "Hylättiin.")),
        "710.docx": _item(701, publicityclass="Julkinen"),
    }


def _item(key: int, *body: str, **told: str) -> bytes:
    title = paragraph(run(TITLES[key], "<w:b/>"))
    return document(
        title + "".join(body or (paragraph("Päätös"), paragraph("Hyväksyttiin."))), properties=_properties(key, **told)
    )


def _properties(key: int, **told: str) -> dict[str, str]:
    own = {f"tweb_doc_{name}": value for name, value in told.items()}
    return {"tweb_doc_title": TITLES[key], "tweb_doc_publicityclass": "", **own, **IN_NO_FILE_OF_THE_SITE}


def _cover() -> bytes:
    rows = (
        ("Kokousaika", "5.5.2026 klo 16.00–18.20"),
        ("Kokouspaikka", "Tekninen virasto, kokoushuone Ilves"),
        ("Läsnä", paragraph("Sarvikas Helmi, puheenjohtaja") + paragraph("Rantaruoho Kauko, jäsen (saapui klo 16.40)")),
        ("Poissa", "Takkunen Veera, jäsen"),
    )
    return document(paragraph(TITLES[700]) + table(*rows))


def _form() -> bytes:
    deleted = f"<w:del><w:r><w:delText>{CANARY}</w:delText></w:r></w:del>"
    costs = table(("Osa", "Euroa"), ("Lattia", "81 000"), ("Salaojat", "12 500"), properties='<w:tblStyle w:val="TableGrid"/>')
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    proposal = "".join(paragraph(text, properties=numbered) for text in ("hyväksyä tarjouksen", "varata määrärahan"))
    rows = (
        ("", paragraph(field("DOCPROPERTY tweb_doc_title", TITLES[701]))),
        ("Dno", paragraph(field("DOCPROPERTY tweb_doc_identifier", "KNIEMI/144/10.03.02/2026"))),
        ("Päätöshistoria", "Tekninen lautakunta 7.4.2026 § 15, Liikuntajaosto 14.4.2026 § 3"),
        ("Tiivistelmä", paragraph(field("FORMTEXT", "Tiivistelmä koko asiasta", "Tiivistelmä koko asiasta"))),
        ("Esittelyteksti", paragraph("Lattia on painunut. ", deleted, "Korjaus tehdään kesällä.") + costs + paragraph("")),
        ("Liitteet", "Liite 1 Tarjousvertailu"),
        ("Oheismateriaali", "Liitteen nimi"),
        ("Esittelijä", "Tekninen johtaja Aarre Suokorpi"),
        ("Päätösesitys", paragraph("Lautakunta päättää:") + proposal),
        ("Päätös", paragraph("Päätösesitys", f"<w:ins>{run(' hyväksyttiin.')}</w:ins>")),
        ("Valmistelijat", "nimike ja nimi"),
        ("Kustannusarvio", "Sisältyy talousarvioon."),
        ("Täytäntöönpano-</w:t><w:br/><w:t>tiedot", paragraph("Ote: liikuntapalvelut") + paragraph("Ei muutoksenhakuoikeutta")),
    )
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{paragraph(CANARY)}</w:comment></w:comments>'
    told = _properties(701, publicityclass="Julkinen", status="Luonnos")
    form = table(*(("<w:p><w:r><w:t>" + caption + "</w:t></w:r></w:p>", content) for caption, content in rows))
    return document(form, properties=told, numbering=NUMBERING, parts={"word/comments.xml": comments})


def _paragraphs() -> bytes:
    body = (
        paragraph(run("§ 22 Kirjaston lainasäännöt", "<w:b/>")),
        paragraph("KNIEMI/98/12.03.01/2026"),
        paragraph(run("Kirjastojaosto 20.4.2026 § 4", "<w:b/>")),
        paragraph(run("Päätös", "<w:b/>")),
        paragraph("Jaosto puoltaa sääntöjä."),
        paragraph(run("Tekninen lautakunta 5.5.2026 § 22", "<w:b/>")),
        paragraph("Esittelyteksti"),
        paragraph("Säännöt yhtenäistetään naapurikuntien kanssa."),
        paragraph("- laina-aika on neljä viikkoa"),
        paragraph("- varauksesta ei peritä maksua"),
        paragraph("Päätösesitys: Säännöt hyväksytään."),
        paragraph(run("Päätös:", "<w:b/>"), run(" Päätösesitys hyväksyttiin.")),
        paragraph(run(f"Sisäinen huomautus {CANARY}", "<w:vanish/>")),
    )
    return document("".join(body), properties=_properties(702, identifier="KNIEMI/98/12.03.01/2026"))


if __name__ == "__main__":
    write(word(), HERE / "word" / "export")
