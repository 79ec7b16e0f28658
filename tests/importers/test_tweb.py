"""TWeb: what its pages are known by, how documents find their rows, and how a document is read."""

from datetime import date
from pathlib import Path

import pytest

from generator.importers import read
from generator.importers._export import Export
from generator.importers._pdf import pdf_text
from generator.importers._tweb_cover import cover
from generator.importers._tweb_document import Context, Document, document
from generator.importers._tweb_layout import joined, parts
from generator.importers._tweb_pages import MeetingPage, decoded, is_tweb
from generator.importers._tweb_pages import page as read_page
from generator.importers.tweb import IMPORTER
from generator.model.meeting import Meeting, SectionKind, Stage, State
from generator.model.message import Message
from generator.model.text import Heading, ItemList, Table, text
from tests.importers.tweb.drawn import BODY, CANARY, CAPTIONS, LINE, drawn, items, link, one_column, page, two_columns, write

EXAMPLE = Path(__file__).parents[2] / "examples" / "exports" / "tweb"
COLUMNS = ("§", "Otsikko", "Liitteet")
HEADING = "Tekninen lautakunta: 4/2026<br>5.5.2026 16:00<br>Pöytäkirja"
CONTEXT = Context(organization="Tekninen lautakunta", day=date(2026, 5, 5), number="7", title="Katusuunnitelma", language="fi")


def results(files: dict[str, bytes], folder: Path) -> tuple[list[Meeting], list[Message]]:
    found = list(read(Export(write(files, folder / "vienti")), "tweb"))
    return [one for one in found if isinstance(one, Meeting)], [one for one in found if isinstance(one, Message)]


def codes(messages: list[Message]) -> list[tuple[str, str]]:
    return [(message.code, message.where.removeprefix("vienti/")) for message in messages]


def meeting_page(*rows: tuple[str, str, str], heading: str = HEADING) -> bytes:
    return page(items(heading, COLUMNS, rows))


def one_item(content: bytes) -> Document:
    return document(pdf_text(content, "a.pdf"), CONTEXT)


def read_meeting(content: bytes) -> MeetingPage:
    found = read_page(content, "a.html")
    assert isinstance(found, MeetingPage)
    return found


def test_a_page_of_tweb_is_known_by_its_content(tmp_path: Path) -> None:
    assert IMPORTER.identify(Export(write({"mika-tahansa": meeting_page(("1", link(1, "Asia"), "-"))}, tmp_path)))


def test_documents_without_a_page_are_not_claimed(tmp_path: Path) -> None:
    assert not IMPORTER.identify(Export(write({"1.pdf": two_columns("Asia", ("Päätös", "Hyväksyttiin."))}, tmp_path)))


def test_another_systems_page_that_links_to_tweb_is_not_claimed() -> None:
    assert not is_tweb(
        b'<html><body><a href="http://x.example/ktwebbin/dbisa.dll/ktwebscr/pk_tek_tweb.htm">Vanhat</a></body></html>'
    )


@pytest.mark.parametrize("order", [("§", "Otsikko", "Liitteet"), ("§", "Liitteet", "Otsikko"), ("Liitteet", "Otsikko", "§")])
def test_columns_are_found_by_their_words(order: tuple[str, ...]) -> None:
    cells = {"§": "7", "Otsikko": link(71, "Katusuunnitelma"), "Liitteet": "2 kpl"}
    (row,) = read_meeting(page(items(HEADING, order, [[cells[name] for name in order]]))).rows

    assert (row.number, row.title, row.document, row.attachments) == ("7", "Katusuunnitelma", "71", 2)


@pytest.mark.parametrize(
    ("heading", "name", "number", "stage", "state"),
    [
        (
            "Tekninen lautakunta: 4/2026<br>5.5.2026 16:00<br>Pöytäkirja",
            "Tekninen lautakunta",
            "4/2026",
            Stage.MINUTES,
            State.DECIDED,
        ),
        (
            "Tekninen lautakunta: Tekninen lautakunta<br>5.5.2026<br>Esityslista",
            "Tekninen lautakunta",
            None,
            Stage.AGENDA,
            State.AGENDA,
        ),
        ("Tekniska nämnden: 4/2026<br>5.5.2026 16:00<br>Protokoll", "Tekniska nämnden", "4/2026", Stage.MINUTES, State.DECIDED),
        ("Tekniska nämnden<br>5.5.2026 16:00<br>Föredragningslista", "Tekniska nämnden", None, Stage.AGENDA, State.AGENDA),
        (
            "Tekninen lautakunta: 4/2026<br>5.5.2026<br>Pöytäkirja, tarkastettu",
            "Tekninen lautakunta",
            "4/2026",
            Stage.MINUTES,
            State.CHECKED,
        ),
    ],
)
def test_the_heading_tells_the_meeting(heading: str, name: str, number: str | None, stage: Stage, state: State) -> None:
    found = read_meeting(meeting_page(("1", link(1, "Asia"), "-"), heading=heading))

    assert (name, number, date(2026, 5, 5), stage, state) == (
        found.organization,
        found.number,
        found.day,
        found.stage,
        found.state,
    )


def test_utf_8_that_declares_windows_1252_is_read_right() -> None:
    assert "Pöytäkirja – §" == decoded("Pöytäkirja – §".encode()) == decoded("Pöytäkirja – §".encode("cp1252"))


def test_the_id_of_a_document_is_a_whole_number_of_its_name(tmp_path: Path) -> None:
    rows = meeting_page(("7", link(71, "Katusuunnitelma"), "-"), ("8", link(72, "Toinen asia"), "-"))
    files = {
        "a.html": rows,
        "doctype=3&docid=71": one_column("Katusuunnitelma", "", "Teksti."),
        "7123.pdf": one_column("Muu", "", "Teksti."),
    }
    (meeting,), messages = results(files, tmp_path)

    assert [item.has_text for item in meeting.items] == [True, False]
    assert ("tweb.document_unnamed", "7123.pdf") in codes(messages)


def test_of_two_documents_the_one_with_the_id_is_taken(tmp_path: Path) -> None:
    files = {
        "a.html": meeting_page(("7", link(71, "Katusuunnitelma"), "-")),
        "0.pdf": two_columns("Katusuunnitelma", ("Päätös", "Väärä.")),
        "71.pdf": two_columns("Katusuunnitelma", ("Päätös", "Oikea.")),
    }
    (meeting,), messages = results(files, tmp_path)

    assert text(meeting.items[0].sections[0].blocks) == "Oikea."
    assert ("tweb.document_double", "0.pdf") in codes(messages)


def test_documents_of_one_title_and_two_register_numbers_are_not_taken(tmp_path: Path) -> None:
    files = {"a.html": meeting_page(("7", link(71, "Katusuunnitelma"), "-"))}
    for name, number in (("x.pdf", "1/10.03/2026"), ("y.pdf", "2/10.03/2026")):
        files[name] = one_column("Katusuunnitelma", "", number, "", "Teksti.")
    (meeting,), messages = results(files, tmp_path)

    assert not meeting.items[0].has_text
    assert codes(messages)[:2] == [("tweb.document_ambiguous", "x.pdf"), ("tweb.document_ambiguous", "y.pdf")]


def test_a_title_of_two_rows_joins_neither(tmp_path: Path) -> None:
    rows = meeting_page(("7", link(71, "Ilmoitusasiat"), "-"), ("8", link(72, "Ilmoitusasiat"), "-"))
    (meeting,), messages = results({"a.html": rows, "x.pdf": two_columns("Ilmoitusasiat", ("Päätös", "Merkittiin."))}, tmp_path)

    assert [item.has_text for item in meeting.items] == [False, False]
    assert ("tweb.document_unnamed", "x.pdf") in codes(messages)


def test_a_document_of_another_title_holds_its_item(tmp_path: Path) -> None:
    files = {
        "a.html": meeting_page(("7", link(71, "Katusuunnitelma"), "-")),
        "71.pdf": two_columns("Avustusten jako", ("Päätös", "X.")),
    }
    (meeting,), messages = results(files, tmp_path)

    assert meeting.items[0].holds == ("tweb.title_conflict",)
    assert ("tweb.title_conflict", "71.pdf") in codes(messages)


def test_the_minutes_are_read_before_the_agenda_of_the_same_meeting(tmp_path: Path) -> None:
    agenda = meeting_page(("7", link(70, "Katusuunnitelma"), "-"), heading=HEADING.replace("Pöytäkirja", "Esityslista"))
    (meeting,), messages = results(
        {"a.html": agenda, "b.html": meeting_page(("7", link(71, "Katusuunnitelma"), "-"))}, tmp_path
    )

    assert meeting.stage == Stage.MINUTES
    assert ("tweb.page_superseded", "a.html") in codes(messages)


def test_files_that_pages_link_are_attachments(tmp_path: Path) -> None:
    attachments = page(
        f'<table class="list"><tr><td class="header">Liitteet</td></tr><tr><td>{link(555, "Kartta")}</td></tr></table>'
    )
    files = {
        "a.html": meeting_page(("7", link(71, "Katusuunnitelma"), "1 kpl")),
        "epjattn_tweb.htm_71.html": attachments,
        "71.pdf": two_columns("Katusuunnitelma", ("Liitteet", "Kartta")),
        "555.pdf": one_column("Kartta"),
    }
    (meeting,), messages = results(files, tmp_path)

    assert [(one.title, one.file) for one in meeting.items[0].attachments] == [("Kartta", "555.pdf")]
    assert messages == []


def test_a_page_of_attachments_of_no_item_is_named(tmp_path: Path) -> None:
    attachments = page(
        f'<table class="list"><tr><td class="header">Liitteet</td></tr><tr><td>{link(555, "Kartta")}</td></tr></table>'
    )
    _, messages = results({"a.html": meeting_page(("7", link(71, "Asia"), "-")), "epjattn.html": attachments}, tmp_path)

    assert ("tweb.attachments_unjoined", "epjattn.html") in codes(messages)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Täytäntöönpano-", "tiedot", "Täytäntöönpanotiedot"),
        ("koulutus-", "ja osaamistaso", "koulutus- ja osaamistaso"),
        ("Pohjois-", "Pohjanmaa", "Pohjois-Pohjanmaa"),
        ("linja-", "auto", "linja-auto"),
        ("2016-", "luku", "2016-luku"),
        ("kulut -", "tuotot", "kulut - tuotot"),
        ("Valmistelijat/", "Lisätietojen", "Valmistelijat/Lisätietojen"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert whole == joined(first, second)


def test_captions_over_many_lines_are_one() -> None:
    found = parts(
        pdf_text(two_columns("X", ("Dno", "1/10.03/2026"), ("Valmistelijat/|Lisätietojen|antaja", "N"), ("Päätös", "Y")), "a"),
        "",
    )

    assert [part.caption for part in found] == [None, "Dno", "Valmistelijat/Lisätietojen antaja", "Päätös"]


def test_captions_that_stand_close_are_two() -> None:
    lines = [(CAPTIONS, 200.0, "Liitteet", True), (CAPTIONS, 200 + LINE, "Oheismateriaali", True)]
    found = parts(pdf_text(drawn([*lines, (BODY, 200.0, "Kartta", False), (BODY, 200 + LINE, "Muistio", False)]), "a"), "")

    assert [(part.caption, [line.text for line in part.lines]) for part in found] == [
        (None, []),
        ("Liitteet", ["Kartta"]),
        ("Oheismateriaali", ["Muistio"]),
    ]


def test_what_another_body_did_stays_in_one_section_under_headings() -> None:
    lines = [
        (CAPTIONS, 200.0, "Dno", True), (BODY, 200.0, "1/10.03/2026", False), (CAPTIONS, 230.0, "Kaupunginhallituksen", True),
        (CAPTIONS, 230 + LINE, "käsittely", True), (BODY, 270.0, "Päätösesitys", True), (BODY, 300.0, "Esitetään.", False),
        (CAPTIONS, 330.0, "Päätös", True), (BODY, 330.0, "Hyväksyttiin.", False),
    ]  # fmt: skip
    found = one_item(drawn(lines))

    assert [section.kind for section in found.sections] == [SectionKind.HANDLING, SectionKind.DECISION]
    assert isinstance(found.sections[0].blocks[0], Heading)


def test_the_own_bodys_handling_is_read_into_its_sections() -> None:
    found = one_item(
        two_columns(
            "Katusuunnitelma",
            ("Dno", "1/10.03/2026"),
            ("Teknisen|lautakunnan|käsittely", "||Päätösesitys||Esitetään.||Päätös||Hyväksyttiin."),
        )
    )

    assert [section.kind for section in found.sections] == [SectionKind.PROPOSAL, SectionKind.DECISION]


def test_an_unknown_caption_is_kept_as_a_heading_and_counted() -> None:
    found = one_item(two_columns("Katusuunnitelma", ("Päätös", "Hyväksyttiin."), ("Lapsivaikutukset", "Ei ole.")))

    assert (found.sections[1].kind, found.unknown) == (SectionKind.OTHER, 1)


def test_a_dash_is_nothing() -> None:
    found = one_item(
        two_columns(
            "Katusuunnitelma", ("Päätöshistoria", "-"), ("Liitteet", "-"), ("Esittelijä", "–"), ("Päätös", "Hyväksyttiin.")
        )
    )

    assert (found.attachments, found.earlier_handlings, [s.kind for s in found.sections]) == ((), (), [SectionKind.DECISION])


def test_a_prohibition_of_appeal_is_a_section_of_its_own() -> None:
    found = one_item(
        two_columns(
            "Katusuunnitelma", ("Päätös", "X."), ("Täytäntöönpano-|tiedot", "Ote: tekniset palvelut|Ei muutoksenhakuoikeutta")
        )
    )

    assert [text(section.blocks) for section in found.sections[1:]] == [
        ("Ote: tekniset palvelut"),
        ("Ei muutoksenhakuoikeutta"),
    ]
    assert found.sections[2].kind == SectionKind.APPEAL


def test_columns_that_align_are_a_table() -> None:
    rows = [("Vuosi", "Menot", "Tulot"), ("2025", "1 200", "300"), ("2026", "1 400", "310")]
    marks = [(BODY + 90 * x, 300 + LINE * y, cell, y == 0) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    found = one_item(drawn([(CAPTIONS, 250.0, "Esittelyteksti", True), (BODY, 250.0, "Luvut:", False), *marks]))
    (table,) = [block for block in found.sections[0].blocks if isinstance(block, Table)]

    assert text((table,)) == "Vuosi\tMenot\tTulot\n2025\t1 200\t300\n2026\t1 400\t310"
    assert all(cell.header for cell in table.rows[0])


def test_a_dash_in_the_middle_of_a_sentence_begins_no_list() -> None:
    long = "Toimintakate on tarkasteluvuonna alkuperäisen talousarvion mukainen eli se on"
    found = one_item(two_columns("X", ("Esittelyteksti", f"{long}|– 949,2 milj. euroa negatiivinen.")))

    assert not any(isinstance(block, ItemList) for block in found.sections[0].blocks)


def test_a_sentence_goes_on_over_the_page() -> None:
    first = [
        (BODY, 700 + place * LINE, "Lause jatkuu rivi riviltä sivun alareunaan asti ja siitä eteenpäin", False)
        for place in range(4)
    ]
    pages = [[(CAPTIONS, 700.0, "Esittelyteksti", True), *first], [(BODY, 141.5, "seuraavalle sivulle.", False)]]
    found = one_item(drawn(*pages))

    assert len(found.sections[0].blocks) == 1


def test_what_every_page_repeats_is_left_out() -> None:
    pages = [
        [(300.0, 50.0, "Lehtosaaren seutu", False), (500.0, 50.0, f"{n}", False), (BODY, 300.0, f"Sivun {n} teksti.", False)]
        for n in (1, 2, 3)
    ]
    found = parts(pdf_text(drawn(*pages), "a"), "")

    assert [line.text for part in found for line in part.lines] == ["Sivun 1 teksti.", "Sivun 2 teksti.", "Sivun 3 teksti."]


def test_a_row_of_numbers_at_the_foot_is_not_a_page_number() -> None:
    marks = [(CAPTIONS, 300.0, "Alku", False), *((CAPTIONS + 70 * n, 765.0, f"{n} 00{n}", False) for n in range(1, 6))]

    assert "5 005" in " ".join(line.text for part in parts(pdf_text(drawn(marks), "a"), "") for line in part.lines)


def test_the_cover_tells_who_was_there_and_when() -> None:
    content = two_columns(
        "Kokous",
        ("Kokousaika", "5.5.2026 klo 16.00–18.35"),
        (
            "Läsnä",
            "Myllymetsä Ari, puheenjohtaja|Björkskog Lena, jäsen (saapui klo 16.20)|Laaksokari Niina (poistui klo 17.05)",
        ),
        ("Poissa", "Sarvikuja Teppo, jäsen"),
    )
    found = cover(parts(pdf_text(content, "a"), ""), date(2026, 5, 5))

    people = [
        (one.name, one.role, one.present, one.arrived and one.arrived.hour, one.left and one.left.minute)
        for one in found.attendance
    ]
    assert people == [
        ("Myllymetsä Ari", "puheenjohtaja", True, None, None),
        ("Björkskog Lena", "jäsen", True, 16, None),
        ("Laaksokari Niina", None, True, None, 5),
        ("Sarvikuja Teppo", "jäsen", False, None, None),
    ]
    assert found.end is not None
    assert (found.end.hour, found.end.minute) == (18, 35)


def test_the_example_is_read_whole() -> None:
    found = list(read(Export(EXAMPLE), "tweb"))
    (meeting,) = [one for one in found if isinstance(one, Meeting)]

    assert [item.number for item in meeting.items if item.number] == ["61", "62", "63", "64", "65", "66", "67"]
    assert all(item.has_text for item in meeting.items)
    assert [one.code for one in found if isinstance(one, Message)] == ["tweb.listed_only"]


def test_nothing_of_metadata_or_of_a_word_file_is_read(tmp_path: Path) -> None:
    files = {
        "a.html": meeting_page(("7", link(71, "Katusuunnitelma"), "-")),
        "71.pdf": two_columns("Katusuunnitelma", ("Päätös", "Hyväksyttiin.")),
        "72.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY.encode(),
    }
    meetings, messages = results(files, tmp_path)

    assert CANARY not in repr(meetings) + repr(messages)
    assert ("tweb.word_not_read", "72.doc") in codes(messages)
