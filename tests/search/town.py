"""An invented town to search: meetings of two bodies and a post, in two languages, two years and three kinds of documents."""

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from generator.model.redacted import PublicAttachment, PublicItem, PublicText, RedactedMeeting, SecretItem
from generator.model.text import Named
from generator.releases import endings
from generator.rendering import render_meetings, render_shared, render_shared_variants, render_variants
from generator.rendering.shared import copy_assets
from generator.rendering.shell import Shells
from generator.search import write_index
from tests.rendering.council import K, paragraph, section
from tests.rendering.factory import SITE, agenda, decisions, item, of_board

BOARD = "kaupunginhallitus/2026-09-14"
EARLIER = "kaupunginhallitus/2025-05-05"
TIMED = "kaupunginhallitus/2026-09-21"
ENDING = "kaupunginhallitus/2026-09-28"
POST = "rehtori/2026-09-03"
MANY = 23


def told(meeting_id: str, number: str, title: str, text: str, **changes: object) -> PublicItem:
    """Return an item that decides *text*."""
    return item(meeting_id, number, title, sections=(section(K.DECISION, text, heading="Päätös"),), **changes)


def attached(item_id: str, content: str) -> PublicAttachment:
    """Return the one attachment of an item, with *content* as its text."""
    own = f"{item_id}/liite-1"
    read = PublicText(id=own, media_type="application/pdf", blocks=(paragraph(content),), original="office")
    return PublicAttachment(title="Selvitys", number="Liite 1", language="fi", text=read)


def named() -> PublicItem:
    """Return an item that names Kuunari Sinikettu until the end of October 2026."""
    return item(
        TIMED,
        "301",
        "Suostumus rakentamiseen",
        sections=(section(K.DECISION, paragraph("Suostumus annetaan hakijalle ", NAME, "."), heading="Päätös"),),
        personal_data_until=date(2026, 10, 31),
        attachments=(attached(f"{TIMED}/301", "Silkkiuikun pesä."),),
    )


NAME = Named(kind="person_name", ground="personal-data", text="Kuunari Sinikettu")
SECRET = SecretItem(
    id=f"{BOARD}/219", source_id="219", order=9, number="219", titles={"fi": "Henkilöstöä koskeva asia"}, language="fi",
    ground="julkl-24-1-25",
)  # fmt: skip
MEETINGS: tuple[RedactedMeeting, ...] = (
    agenda(),
    replace(of_board(
        BOARD,
        date(2026, 9, 14),
        told(
            BOARD, "210", "Tervakankaan päiväkoti", "Uusi päiväkoti rakennetaan kaupunginosan keskelle.",
            register_number="KuuDno-2026-310", attachments=(attached(f"{BOARD}/210", "Kuikkalammen ranta säilyy."),),
        ),
        told(BOARD, "211", "Lautan sijoittaminen", "Lossi siirretään lautan tilalle.", register_number="KuuDno-2026-311"),
        told(BOARD, "212", "Daghemmet i Månudden", "Stadsstyrelsen hyr lokaler av daghemmen i norra delen.", language="sv"),
        SECRET,
    ), languages=("fi", "sv")),
    of_board(
        EARLIER,
        date(2025, 5, 5),
        told(EARLIER, "88", "Päiväkodin piha", "Päiväkodin pihaan hankitaan kiikku.", register_number="77/00.01/2025"),
    ),
    of_board(TIMED, date(2026, 9, 21), named()),
    of_board(
        ENDING,
        date(2026, 9, 28),
        told(ENDING, "320", "Haahkarinteen tontti", "Haahkarinteen tontti vuokrataan."),
        page_until=date(2027, 9, 28),
    ),
    decisions(date(2026, 9, 3), told(POST, "12", "Sijaisen ottaminen päiväkotiin", "Sijainen otetaan vuodeksi.")),
    *(
        of_board(
            f"kaupunginhallitus/{day.isoformat()}", day,
            told(f"kaupunginhallitus/{day.isoformat()}", "1", f"Kuukausikatsaus {number}", "Katsaus merkitään tiedoksi."),
        )
        for number in range(MANY)
        for day in [date(2024, 1, 1) + timedelta(days=number)]
    ),
)  # fmt: skip


def staged(shells: Shells, staging: Path) -> Path:
    """Make the town's site with its index in *staging*, and return it."""
    render_meetings(MEETINGS, SITE, shells, staging)
    render_variants(MEETINGS, SITE, shells, staging)
    render_shared(MEETINGS, SITE, shells, staging)
    render_shared_variants(MEETINGS, SITE, shells, staging)
    endings.complete(MEETINGS, SITE, staging, SITE.at)
    copy_assets(shells, staging)
    write_index(staging, staging.parent / f"{staging.name}-scratch")
    return staging
