"""An invented meeting as redaction leaves it, and the site made from it."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.model.meeting import (
    Attendance,
    EarlierHandling,
    Organization,
    Section,
    SectionKind,
    Stage,
    State,
)
from generator.model.redacted import (
    HeldItem,
    PublicAttachment,
    PublicCaptions,
    PublicCue,
    PublicFile,
    PublicItem,
    PublicRecording,
    RedactedMeeting,
    SecretItem,
)
from generator.model.text import (
    Cell,
    Heading,
    ItemList,
    LineBreak,
    Mask,
    Paragraph,
    Run,
    Table,
    Withheld,
)
from generator.rendering import Site, render_meetings, render_shared
from generator.rendering.shared import copy_assets
from generator.rendering.shell import Shells

HELSINKI = ZoneInfo("Europe/Helsinki")
REPOSITORY = Path(__file__).parents[2]
K = SectionKind
COUNCIL = "kaupunginvaltuusto/2026-09-28"

MKDOCS = """
site_name: Kuutamoniemi
theme: {{name: material, custom_dir: {theme}}}
docs_dir: content
plugins:
  - pykala:
      municipality: {{fi: Kuutamoniemi, sv: Månudden}}
      languages: [fi, sv]
"""


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
            Table(rows=(row("JAA", "21"), row("EI", "6"), row("Tyhjiä", "0"))),
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


def meeting(**changes: object) -> RedactedMeeting:
    """Return a whole valid meeting, with *changes*."""
    whole: dict[str, object] = {
        "id": COUNCIL,
        "source_id": "kv-7",
        "organization": Organization(id="kaupunginvaltuusto", name="Kaupunginvaltuusto"),
        "day": date(2026, 9, 28),
        "start": datetime(2026, 9, 28, 17, 0, tzinfo=HELSINKI),
        "end": datetime(2026, 9, 28, 19, 32, tzinfo=HELSINKI),
        "place": "Kaupungintalo, valtuustosali",
        "stage": Stage.MINUTES,
        "state": State.CHECKED,
        "number": "7/2026",
        "language": "fi",
        "languages": ("fi", "sv"),
        "attendance": attendance(),
        "items": ITEMS,
        "recording": PublicRecording(
            file=PublicFile(path=f"{COUNCIL}/tallenne.webm", media_type="video/webm", size=4_210_000, sha256="0" * 64),
            captions=(
                PublicCaptions(
                    language="fi",
                    path=f"{COUNCIL}/tallenne.fi.vtt",
                    cues=(
                        PublicCue(start=12_000, end=15_500, text="Avaan kokouksen.\n\nTervetuloa <kaikille> & muille."),
                        PublicCue(start=2_470_000, end=2_474_040, text="Siirrymme pykälään 45."),
                    ),
                ),
            ),
        ),
    }
    return RedactedMeeting(**{**whole, **changes})  # type: ignore[arg-type]  # a factory of keywords


def agenda() -> RedactedMeeting:
    item = PublicItem(
        id="kaupunginhallitus/2026-10-26/3",
        source_id="3",
        order=1,
        number="3",
        title="Lausunto seudun liikennesuunnitelmasta",
        language="fi",
        sections=(
            section(K.BACKGROUND, "Liikennesuunnitelma koskee vuosia 2027–2035.", heading="Selostus"),
            section(K.PROPOSAL, "Kaupunginhallitus antaa liitteen mukaisen lausunnon.", heading="Päätösehdotus"),
        ),
    )
    return meeting(
        id="kaupunginhallitus/2026-10-26",
        source_id="kh-20",
        organization=Organization(id="kaupunginhallitus", name="Kaupunginhallitus"),
        day=date(2026, 10, 26),
        start=None,
        end=None,
        stage=Stage.AGENDA,
        state=State.AGENDA,
        languages=("fi",),
        items=(item,),
        attendance=(),
        recording=PublicRecording(link="https://tallenteet.kuutamoniemi.example/kh-20"),
    )


MEETINGS = (meeting(), agenda())
SITE = Site(
    names={"fi": "Kuutamoniemi", "sv": "Månudden"},
    languages=("fi", "sv"),
    at=date(2026, 10, 15),
    organization_names={
        "kaupunginvaltuusto": {"sv": "Stadsfullmäktige"},
        "kaupunginhallitus": {"sv": "Stadsstyrelsen"},
    },
    url="https://paatokset.kuutamoniemi.example/",
    feedback_unit={"fi": "Kuutamoniemen kaupunki, viestintä", "sv": "Månuddens stad, kommunikation"},
    feedback_email="saavutettavuus@kuutamoniemi.example",
    registry_office={"fi": "Kuutamoniemen kaupungin kirjaamo", "sv": "Månuddens stads registratorskontor"},
    statement_drawn_up=date(2026, 9, 1),
    known_issues=({"fi": "Vanhimmissa tallenteissa ei ole tekstitystä.", "sv": "De äldsta inspelningarna saknar textning."},),
)


def configuration(folder: Path) -> Path:
    """Return an mkdocs.yml in *folder* that uses the theme and the hand-written pages of this repository."""
    path = folder / "mkdocs.yml"
    path.write_text(MKDOCS.format(theme=REPOSITORY / "themes" / "kunta"), encoding="utf-8")
    (folder / "content").symlink_to(REPOSITORY / "content")
    return path


def render(shells: Shells, staging: Path) -> tuple[str, ...]:
    """Render the whole site below *staging*, with the files that other stages put there."""
    paths = (*render_meetings(MEETINGS, SITE, shells, staging), *render_shared(MEETINGS, SITE, shells, staging))
    copy_assets(shells, staging)
    for name in (f"{COUNCIL}/45/liite-1.pdf", f"{COUNCIL}/tallenne.webm"):
        (staging / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / name).write_bytes(b"")
    return paths
