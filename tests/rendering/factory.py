"""Invented meetings as redaction leaves them, and the site made from them."""

from datetime import date, datetime
from pathlib import Path

from generator.model.meeting import Classification, Organization, Stage, State
from generator.model.redacted import (
    PublicCaptions,
    PublicCue,
    PublicFile,
    PublicItem,
    PublicRecording,
    RedactedMeeting,
    SecretItem,
    ShownItem,
    Version,
)
from generator.rendering import Site, handled, render_meetings, render_shared
from generator.rendering.shared import copy_assets
from generator.rendering.shell import Shells
from generator.statement import Statement
from tests.rendering.council import COUNCIL, HELSINKI, ITEMS, K, attendance, section

REPOSITORY = Path(__file__).parents[2]

MKDOCS = """
site_name: Kuutamoniemi
theme: {{name: material, custom_dir: {theme}}}
docs_dir: content
plugins:
  - pykala:
      municipality: {{fi: Kuutamoniemi, sv: Månudden, en: Kuutamoniemi}}
      languages: [fi, sv, en]
"""


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


BOARD = "kaupunginhallitus/2026-09-14"
HEADMASTER = Organization(id="rehtori", name="Kuutamorannan koulun rehtori", classification=Classification.POST)


def item(meeting_id: str, number: str, title: str, **changes: object) -> PublicItem:
    """Return a whole valid item of the meeting with *meeting_id*, with *changes*."""
    whole: dict[str, object] = {
        "id": f"{meeting_id}/{number}",
        "source_id": number,
        "order": int(number),
        "number": number,
        "title": title,
        "language": "fi",
        "sections": (section(K.DECISION, "Päätettiin ehdotuksen mukaan.", heading="Päätös"),),
    }
    return PublicItem(**{**whole, **changes})  # type: ignore[arg-type]  # a factory of keywords


def board() -> RedactedMeeting:
    """Return the meeting that handled the council's item 45 before, and a secret one of the same case's day."""
    handled = item(BOARD, "210", "Talousarvion 2027 kehys", register_number="312/02.02.00/2026")
    secret = SecretItem(
        id=f"{BOARD}/211",
        source_id="211",
        order=2,
        number="211",
        titles={"fi": "Henkilöstöä koskeva asia"},
        language="fi",
        ground="julkl-24-1-25",
    )
    return of_board(BOARD, date(2026, 9, 14), handled, secret)


def of_board(meeting_id: str, day: date, *items: ShownItem, **changes: object) -> RedactedMeeting:
    own = {"id": meeting_id, "source_id": meeting_id, "day": day, "items": items}
    bare = {"start": None, "end": None, "number": None, "languages": ("fi",), "attendance": (), "recording": None}
    return meeting(organization=Organization(id="kaupunginhallitus", name="Kaupunginhallitus"), **own, **bare, **changes)


def last_year() -> RedactedMeeting:
    return of_board(
        "kaupunginhallitus/2025-12-01",
        date(2025, 12, 1),
        item(
            "kaupunginhallitus/2025-12-01",
            "280",
            "Talousarvion 2027 laadinnan aloittaminen",
            register_number="312/02.02.00/2026",
        ),
    )


def decisions(day: date, *items: ShownItem) -> RedactedMeeting:
    """Return a day's decisions of an office-holder."""
    identity = f"rehtori/{day.isoformat()}"
    bare = {"start": None, "end": None, "place": None, "number": None, "attendance": (), "recording": None}
    own = {"id": identity, "source_id": identity, "day": day, "items": items, "languages": ("fi",), "state": State.DECIDED}
    return meeting(organization=HEADMASTER, **own, **bare)


def corrected() -> RedactedMeeting:
    """Return a meeting that was published as an agenda, as minutes, and corrected."""
    identity = "kaupunginhallitus/2026-08-24"
    versions = (
        Version(published=date(2026, 8, 18), state=State.AGENDA),
        Version(published=date(2026, 8, 31), state=State.CHECKED, changed=(f"{identity}/180", f"{identity}/181")),
        Version(
            published=date(2026, 10, 1),
            state=State.CORRECTED,
            changed=(f"{identity}/180",),
            removed=(f"{identity}/182",),
        ),
    )
    items = (item(identity, "180", "Avustukset seuroille"), item(identity, "181", "Edustajan valinta"))
    return of_board(identity, date(2026, 8, 24), *items, state=State.CORRECTED, versions=versions)


MEETINGS = (
    meeting(),
    agenda(),
    board(),
    last_year(),
    corrected(),
    decisions(date(2026, 9, 3), item("rehtori/2026-09-03", "12", "Opettajan sijaisen ottaminen")),
    decisions(
        date(2026, 9, 10),
        item("rehtori/2026-09-10", "13", "Koulun tilojen luovuttaminen", register_number="77/00.01/2026"),
        item("rehtori/2026-09-10", "14", "Hankinta: soittimet"),
    ),
)
SITE = Site(
    names={"fi": "Kuutamoniemi", "sv": "Månudden", "en": "Kuutamoniemi"},
    languages=("fi", "sv", "en"),
    at=date(2026, 10, 15),
    organization_names={
        "kaupunginvaltuusto": {"sv": "Stadsfullmäktige"},
        "kaupunginhallitus": {"sv": "Stadsstyrelsen"},
    },
    url="https://paatokset.kuutamoniemi.example/",
    feedback_unit={"fi": "Kuutamoniemen kaupunki, viestintä", "sv": "Månuddens stad, kommunikation"},
    feedback_email="saavutettavuus@kuutamoniemi.example",
    registry_office={"fi": "Kuutamoniemen kaupungin kirjaamo", "sv": "Månuddens stads registratorskontor"},
    statement=Statement(
        drawn_up=date(2026, 9, 1),
        known_issues=(
            {"fi": "Vanhimmissa tallenteissa ei ole tekstitystä.", "sv": "De äldsta inspelningarna saknar textning."},
        ),
    ),
)


def configuration(folder: Path) -> Path:
    """Return an mkdocs.yml in *folder* that uses the theme and the hand-written pages of this repository."""
    path = folder / "mkdocs.yml"
    path.write_text(MKDOCS.format(theme=REPOSITORY / "themes" / "kunta"), encoding="utf-8")
    (folder / "content").symlink_to(REPOSITORY / "content")
    return path


def render(shells: Shells, staging: Path) -> tuple[str, ...]:
    """Render the whole site below *staging*, with the files that other stages put there."""
    site = handled.among(MEETINGS, SITE)
    paths = (*render_meetings(MEETINGS, site, shells, staging), *render_shared(MEETINGS, site, shells, staging))
    copy_assets(shells, staging)
    for name in (f"{COUNCIL}/45/liite-1.pdf", f"{COUNCIL}/tallenne.webm"):
        (staging / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / name).write_bytes(b"")
    return paths
