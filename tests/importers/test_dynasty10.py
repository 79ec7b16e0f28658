"""Dynasty 10: which pages are its own, which key a page has, and how its frame is told from its text."""

from datetime import date
from pathlib import Path

import pytest

from generator import importers
from generator.importers._dynasty10_item import parts, unglued
from generator.importers._dynasty10_pages import Kind, Page, read_page
from generator.importers._dynasty_generation import Generation, generation
from generator.importers._export import Export
from generator.importers._markup import plain
from generator.model.meeting import Classification, Meeting, Stage, State
from generator.model.message import Message
from generator.model.text import text

STATIC = Path(__file__).parent / "dynasty" / "minutes" / "export"
SERVED = Path(__file__).parent / "dynasty10" / "minutes" / "export"
# An own domain may carry the name of the static tree's parts.
DJULKAISU_ADDRESS = b"".join(
    b"<a href='https://gov.example/djulkaisu/cgi/DREQUEST.PHP?page=meetingitem&id=20261-%d'>a</a>" % n for n in (1, 3)
)
HEADER = "<h1>Rantalautakunta  Esityslista 14.10.2026/Asianro 2</h1>"
LIST = (
    "<table><tr><td>Satamapäällikkö    18.09.2026</td><td><a href='?page=official_decision&id=2026374767'>"
    "Viranhaltijapäätös 17/2026Hinnat</a></td></tr></table>"
)


def page(content: str, name: str = "sivu.html") -> Page:
    found = read_page(name, f'<html><head><meta charset="utf-8"></head><body>{content}</body></html>'.encode())
    assert found is not None
    return found


def read(folder: Path, files: dict[str, str]) -> tuple[list[Meeting], list[Message]]:
    for name, content in files.items():
        markup = f'<html><head><meta charset="utf-8"></head><body>{content}</body></html>'
        (folder / name).write_text(markup, encoding="utf-8")
    found = list(importers.read(Export(folder), "dynasty10"))
    return [m for m in found if isinstance(m, Meeting)], [m for m in found if isinstance(m, Message)]


def item(title: str, number: int) -> str:
    header = f"<h1>Rantalautakunta  Pöytäkirja 14.10.2026/Pykälä {number}</h1>"
    return f"{header}<p><b>{title}</b></p><p><b>Päätös</b></p><p>Hyväksyttiin.</p>"


@pytest.mark.parametrize(
    "content",
    [
        b"<div class='data-part meetingitem'><div class='data-part-block-htm'>x</div></div>",
        b"<p>Dynasty tietopalvelu Haku RSS Lehtosaari</p>",
        b'<a href="?page=meetings&id=9">a</a> <a href="?page=meeting&amp;id=2026340">b</a>',
        b'<a href="/cgi/DREQUEST.PHP?id=2026340-3&page=meetingitem">a</a><a href="?page=meetingitem&id=2026340-4">b</a>',
        "<h1>Rantalautakunta  Pöytäkirja 14.10.2026/Pykälä 198</h1>".encode(),
        "<h1>Strandnämnden  Protokoll 14.10.2026/Ärendenr 2</h1>".encode("cp1252"),
        DJULKAISU_ADDRESS,
    ],
)
def test_a_page_that_dynasty_10_serves_is_known_by_its_content(content: bytes) -> None:
    assert generation(content) is Generation.SERVED


@pytest.mark.parametrize(
    "content",
    [
        b'<script src="DJULKAISU.JS"></script>' + "<td>Rantalautakunta<br>Pöytäkirja 3.2.2025/Pykälä 7</td>".encode(),
        b'<body class="bodyKokous"><a href="/cgi/DREQUEST.PHP?page=meeting_frames">Avaa haku</a>',
        b'<!--DATA_BEGIN--><a href="?page=meeting&id=1234567">a</a><a href="?page=meeting&id=1234568">b</a>',
    ],
)
def test_a_page_of_the_static_tree_is_not_of_dynasty_10(content: bytes) -> None:
    assert generation(content) is Generation.STATIC


def test_one_link_into_dynasty_does_not_make_a_page_its_own() -> None:
    assert generation(b'<html><a href="https://x.example/cgi/DREQUEST.PHP?page=meeting&id=2026340">Vanhat</a></html>') is None


@pytest.mark.parametrize(("folder", "importer"), [(STATIC, "dynasty"), (SERVED, "dynasty10")])
def test_exactly_one_importer_claims_an_export_of_either_generation(folder: Path, importer: str) -> None:
    claiming = [name for name, one in importers.IMPORTERS.items() if one.identify(Export(folder))]

    assert claiming == [importer]


@pytest.mark.parametrize(
    ("header", "organization", "stage", "number"),
    [
        ("<h1>Rantalautakunta  Esityslista 14.10.2026/Asianro 2</h1>", "Rantalautakunta", Stage.AGENDA, "2"),
        ("<div>Rantalautakunta<br>Pöytäkirja 14.10.2026/Pykälä 198</div>", "Rantalautakunta", Stage.MINUTES, "198"),
        ("<p>Haku</p><p>Rantalautakunta</p><p>Pöytäkirja 14.10.2026/Pykälä 198</p>", "Rantalautakunta", Stage.MINUTES, "198"),
        ("<h1>Strandnämnden  Föredragningslista 14.10.2026/Ärendenr 3</h1>", "Strandnämnden", Stage.AGENDA, "3"),
        ("<h1>Strandnämnden  Protokoll 14.10.2026/Paragraf 31</h1>", "Strandnämnden", Stage.MINUTES, "31"),
    ],
)
def test_the_header_tells_whose_item_it_is(header: str, organization: str, stage: Stage, number: str) -> None:
    found = page(f"{header}<p>Teksti.</p>")

    assert (found.kind, found.header[:2], found.header.day, found.header.number) == (
        Kind.ITEM,
        (organization, stage),
        date(2026, 10, 14),
        number,
    )


def test_the_header_of_a_meeting_tells_its_time_place_and_state() -> None:
    found = page(
        "<h1>Valtuusto  Pöytäkirja 07.09.2026 klo 15:00 -  Kaupungintalo / Tarkastettu</h1>"
        '<a href="?page=meetingitem&id=2026288-1">a</a>'
    )

    assert (found.kind, found.place, found.header.is_checked) == (Kind.MEETING, "Kaupungintalo", True)
    assert found.header.start is not None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('<a href="https://x.example/kokous/2026340-2.PDF">Kokousasia</a>', "sivu.html"),
        ('<a href="?page=meetingitem&id=2026340-1">a</a><a href="?page=meetingitem&id=2026340-3">b</a>', "sivu.html"),
        ("", "DREQUEST.PHP@page=meetingitem&id=2026340-2"),
    ],
)
def test_the_key_of_a_page_is_in_its_own_pdf_or_between_its_neighbours_or_in_its_name(content: str, name: str) -> None:
    assert page(HEADER + content, name).key == "2026340-2"


def test_a_page_that_was_served_for_another_is_the_one_that_it_says() -> None:
    found = page(f'{HEADER}<a href="/kokous/2026340-2.PDF">Kokousasia</a>', "meetingitem_2026340-7.html")

    assert found.key == "2026340-2"


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("Liite 1Merenranta, suunnitelma", "Liite 1 Merenranta, suunnitelma"),
        ("Liite 12kartta", "Liite 12 kartta"),
        ("Bilaga 2Ärendet", "Bilaga 2 Ärendet"),
        ("Liite 1a Kartta", "Liite 1a Kartta"),
        ("Liite 22026 hinnasto", "Liite 22026 hinnasto"),
        ("Kartta 1Merenranta", "Kartta 1Merenranta"),
    ],
)
def test_a_number_glued_to_the_title_is_parted_from_it_where_that_is_sure(written: str, apart: str) -> None:
    assert unglued(written) == apart


def test_the_frame_of_a_page_is_no_text_of_the_item() -> None:
    content = (
        "<p>Dynasty tietopalvelu</p><ul><li><a href='?page=meetings&id=9'>Rantalautakunta</a></li></ul>"
        f"{HEADER}<table><tr><td><a href='?page=meetingitem&id=2026340-1'>Edellinen asia</a> | "
        "<a href='?page=meetingitem&id=2026340-3'>Seuraava asia</a></td><td><a href='/kokous/2026340-2.PDF'>Kokousasia</a>"
        " PDF-muodossa</td></tr></table><p>Kokousasian teksti</p><p>Laituri huolletaan.</p><p>Päätöshistoria</p><p>Liitteet</p>"
    )

    assert plain(parts(page(content)).body) == "Laituri huolletaan."


def test_text_below_a_mere_reference_to_an_earlier_handling_is_the_items_own(tmp_path: Path) -> None:
    content = (
        "<h1>Hallitus  Pöytäkirja 09.10.2026/Pykälä 109</h1><a href='/kokous/202641-2.PDF'>Kokousasia</a>"
        "<p><b>Osavuosikatsaus</b></p><p>Hallitus 18.09.2026 § 94</p><p><b>Päätös</b></p><p>Merkittiin tiedoksi.</p>"
    )
    ((meeting,), _) = read(tmp_path, {"a.html": content})

    assert [text(section.blocks) for section in meeting.items[0].sections] == ["Merkittiin tiedoksi."]
    assert [(h.number, h.sections) for h in meeting.items[0].earlier_handlings] == [("94", ())]


def test_pages_without_a_key_join_the_meeting_of_their_header_and_number(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Asia {n}</td></tr>" for n in (7, 8))
    meeting = (
        "<h1>Rantalautakunta  Pöytäkirja 14.10.2026 klo 16:30</h1><p>Dynasty tietopalvelu</p>"
        f"<table><tr><th>Pykälä</th><th>Otsikko</th></tr>{rows}</table>"
    )
    ((found,), messages) = read(tmp_path, {"a.html": meeting, "b.html": item("Asia 8", 8), "c.html": item("Asia 7", 7)})

    assert [(one.number, one.title, one.has_text) for one in found.items] == [("7", "Asia 7", True), ("8", "Asia 8", True)]
    assert messages == []


def test_an_item_that_its_meeting_does_not_list_waits(tmp_path: Path) -> None:
    row = '<tr><td>1</td><td><a href="?page=meetingitem&id=2026340-1">Avaus</a></td></tr>'
    header = "<h1>Rantalautakunta  Esityslista 14.10.2026 klo 16:30</h1>"
    meeting = f"{header}<table><tr><th>Asianro</th><th>Otsikko</th></tr>{row}</table>"
    stray = f'{HEADER}<a href="/kokous/2026340-2.PDF">Kokousasia</a><p>§ 2</p><p><b>Lisäasia</b></p><p>Teksti.</p>'
    ((found,), _) = read(tmp_path, {"a.html": meeting, "b.html": stray})

    assert [one.holds for one in found.items] == [(), ("dynasty.item_unlisted",)]


def test_decisions_of_a_post_and_day_are_one_meeting(tmp_path: Path) -> None:
    decision = "<h1>Satamapäällikkö  Viranhaltijapäätös 18.09.2026/Pykälä {}</h1><p><b>Päätös</b></p><p>Hyväksytään.</p>"
    names = {"official_decision_2026374768.html": decision.format(18), "official_decision_2026374767.html": decision.format(17)}
    ((found,), _) = read(tmp_path, {"lista.html": LIST, **names})

    assert (found.organization.name, found.organization.classification) == ("Satamapäällikkö", Classification.POST)
    assert (found.day, found.stage, found.state) == (date(2026, 9, 18), Stage.MINUTES, State.DECIDED)
    assert [one.number for one in found.items] == ["17/2026", "18"]


def test_a_list_of_decisions_that_are_not_here_is_one_message(tmp_path: Path) -> None:
    (found, messages) = read(tmp_path, {"lista.html": LIST + LIST.replace("2026374767", "2026374768")})

    assert found == []
    assert [(m.code, m.arguments) for m in messages][:1] == [("dynasty10.decisions_only_listed", {"count": 2})]
