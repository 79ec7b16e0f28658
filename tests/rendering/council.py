"""The items of an invented council meeting, with everything that an item may have."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from generator.model.meeting import Attendance, EarlierHandling, Section, SectionKind
from generator.model.redacted import HeldItem, PublicAttachment, PublicFile, PublicItem, SecretItem
from generator.model.text import Cell, Heading, ItemList, LineBreak, Mask, Paragraph, Run, Table, Withheld

HELSINKI = ZoneInfo("Europe/Helsinki")
K = SectionKind
COUNCIL = "kaupunginvaltuusto/2026-09-28"


def paragraph(*content: str | Run | Mask | LineBreak, language: str | None = None) -> Paragraph:
    return Paragraph(content=tuple(Run(text=c) if isinstance(c, str) else c for c in content), language=language)


def section(kind: SectionKind, *blocks: str | Paragraph | ItemList | Table | Heading | Withheld, heading: str = "") -> Section:
    return Section(
        kind=kind,
        heading=(Run(text=heading),) if heading else (),
        blocks=tuple(paragraph(b) if isinstance(b, str) else b for b in blocks),
    )


def row(*cells: str, header: bool = False, row_header: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell(content=(Run(text=c),), header=header or (row_header and i == 0)) for i, c in enumerate(cells))


BUDGET = Table(
    caption=(Run(text="Talousarvion kehys tehtäväalueittain, tuhatta euroa"),),
    rows=(
        row(
            "Tehtäväalue",
            "Tilinpäätös 2025",
            "Talousarvio 2026",
            "Kehys 2027",
            "Suunnitelma 2028",
            "Suunnitelma 2029",
            header=True,
        ),
        row("Sivistyspalvelut", "24 310", "25 020", "25 480", "25 900", "26 350", row_header=True),
        row("Tekniset palvelut", "9 870", "10 110", "10 240", "10 300", "10 420", row_header=True),
        row("Hallinto- ja konsernipalvelut", "5 205", "5 190", "5 160", "5 150", "5 150", row_header=True),
    ),
)

RICH = PublicItem(
    id=f"{COUNCIL}/45",
    source_id="45",
    order=3,
    number="45",
    title="Talousarvion 2027 kehys ja Kuutamorannan koulun laajennuksen rahoitus",
    language="fi",
    register_number="312/02.02.00/2026",
    moment=2470,
    sections=(
        section(K.PREPARER, "Talousjohtaja Ilmi Kaislaranta, puhelin 08 555 0100", heading="Valmistelija"),
        section(
            K.BACKGROUND,
            "Kaupunginhallitus esittää valtuustolle talousarvion kehyksen vuodelle 2027. Kehys perustuu kesäkuun "
            "väestöennusteeseen, jonka mukaan peruskoululaisten määrä kasvaa Kuutamorannassa 46 oppilaalla.",
            Heading(content=(Run(text="Kehyksen perusteet"),)),
            ItemList(
                items=(
                    (paragraph("verotulot kasvavat 2,1 prosenttia"),),
                    (
                        paragraph("investoinneista päätetään erikseen:"),
                        ItemList(
                            items=((paragraph("koulun laajennus"),), (paragraph("vesitornin korjaus"),)),
                            ordered=True,
                        ),
                    ),
                    (paragraph("lainakanta ei kasva"),),
                ),
            ),
            Heading(content=(Run(text="Luvut"),), level=3),
            BUDGET,
            paragraph(
                "Lausunnon antoi asukas, jonka henkilötunnus on ",
                Mask(kind="personal_identity_code", ground="personal-data"),
                " ja puhelinnumero ",
                Mask(kind="phone_number", ground="personal-data"),
                ". ",
                Run(text="Tilläggsuppgifter på svenska.", language="sv"),
            ),
            Withheld(ground="julkl-24-1-20"),
            heading="Selostus",
        ),
        section(
            K.PROPOSAL,
            "Kaupunginhallitus ehdottaa, että valtuusto hyväksyy talousarvion 2027 kehyksen.",
            heading="Päätösehdotus",
        ),
        section(
            K.HANDLING,
            "Valtuutettu Tuike Hiidenlampi ehdotti valtuutettu Aarni Suopursun kannattamana, että koulun laajennus "
            "siirretään vuodelle 2029.",
            heading="Käsittely",
        ),
        section(
            K.VOTE,
            "Pohjaehdotus JAA, Hiidenlammen ehdotus EI. Äänestyksessä annettiin 21 JAA-ääntä ja 6 EI-ääntä.",
            Table(rows=tuple(row(*cells, row_header=True) for cells in (("JAA", "21"), ("EI", "6"), ("Tyhjiä", "0")))),
            heading="Äänestys",
        ),
        section(
            K.DECISION,
            paragraph("Kaupunginvaltuusto päätti äänestyksen jälkeen ", Run(text="äänin 21–6", strong=True), " hyväksyä"),
            ItemList(
                items=(
                    (paragraph("talousarvion 2027 kehyksen ja"),),
                    (paragraph("Kuutamorannan koulun laajennuksen suunnitteluun 350 000 euroa."),),
                ),
                ordered=True,
            ),
            heading="Päätös",
        ),
        section(K.DISSENT, "Tuike Hiidenlampi ilmoitti eriävän mielipiteen.", heading="Eriävä mielipide"),
        section(K.NOTIFIED, "Talouspalvelut, sivistyspalvelut, tekniset palvelut", heading="Tiedoksi"),
        section(
            K.APPEAL,
            "Tähän päätökseen haetaan muutosta kunnallisvalituksella. Valitusaika on 30 päivää päätöksen tiedoksisaannista.",
            paragraph(
                "Pohjoisniemen hallinto-oikeus",
                LineBreak(),
                "Tuomarinkuja 1",
                LineBreak(),
                Run(text="pohjoisniemi.hao@oikeus.example", href="mailto:pohjoisniemi.hao@oikeus.example"),
            ),
            heading="Valitusosoitus",
        ),
    ),
    earlier_handlings=(
        EarlierHandling(
            organization="Kaupunginhallitus",
            day=date(2026, 9, 14),
            number="210",
            sections=(section(K.DECISION, "Kaupunginhallitus hyväksyi ehdotuksen.", heading="Päätös"),),
        ),
    ),
    attachments=(
        PublicAttachment(
            title="Talousarvion kehys 2027",
            number="1",
            language="fi",
            file=PublicFile(path=f"{COUNCIL}/45/liite-1.pdf", media_type="application/pdf", size=120_400, sha256="0" * 64),
        ),
        PublicAttachment(title="Tarjousvertailu", number="2", reason="secret", ground="julkl-24-1-20"),
        PublicAttachment(title="Väestöennuste", supporting=True, language="fi", reason="not_in_export"),
    ),
)

ITEMS = (
    PublicItem(
        id=f"{COUNCIL}/43",
        source_id="43",
        order=1,
        number="43",
        title="Kokouksen laillisuus ja päätösvaltaisuus",
        language="fi",
        moment=12,
        sections=(section(K.DECISION, "Kokous todettiin lailliseksi ja päätösvaltaiseksi.", heading="Päätös"),),
    ),
    PublicItem(
        id=f"{COUNCIL}/44",
        source_id="44",
        order=2,
        number="44",
        title="Detaljplan för Solgränd <script>alert(1)</script>",
        language="sv",
        moment=911,
        sections=(
            section(K.BACKGROUND, "Planen gör det möjligt att bygga fyra småhus vid Solgränd.", heading="Beskrivning"),
            section(K.DECISION, "Fullmäktige godkände detaljplanen enligt förslaget.", heading="Beslut"),
        ),
    ),
    RICH,
    SecretItem(
        id=f"{COUNCIL}/46",
        source_id="46",
        order=4,
        number="46",
        titles={"fi": "Henkilöstöä koskeva asia", "sv": "Personalärende"},
        language="fi",
        ground="julkl-24-1-25",
    ),
    HeldItem(id=f"{COUNCIL}/47", source_id="47", order=5, number="47", language="fi", reasons=("casem.title_conflict",)),
    PublicItem(id=f"{COUNCIL}/kohta-6", source_id="6", order=6, title="Ilmoitusasiat", language="fi", has_text=False),
    PublicItem(
        id=f"{COUNCIL}/kohta-7",
        source_id="7",
        order=7,
        title="Ilmoitusasiat",
        language="fi",
        sections=(section(K.BACKGROUND, "Merkittiin tiedoksi."), section(K.BACKGROUND, "Toinen kappale.")),
    ),
)


def attendance() -> tuple[Attendance, ...]:
    late = datetime(2026, 9, 28, 17, 40, tzinfo=HELSINKI)
    return (
        Attendance(name="Tuike Hiidenlampi", role="puheenjohtaja", group="Jäsenet"),
        Attendance(name="Aarni Suopursu", role="jäsen", group="Jäsenet", arrived=late),
        Attendance(name="Sointu Vellamo", role="jäsen", group="Jäsenet", present=False),
        Attendance(name="Ilmi Kaislaranta", role="talousjohtaja", group="Muut osallistujat"),
    )
