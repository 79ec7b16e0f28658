"""TWeb's Word files: what their metadata say of publicity, which texts are prompts, and how captions are found."""

from pathlib import Path

import pytest

from generator.importers import read
from generator.importers._export import Export
from generator.importers._tweb_word import PROPERTIES, is_prompt, word_item
from generator.model.meeting import AgendaItem, Meeting
from generator.model.message import Message
from generator.model.publicity import Publicity, PublicityClass
from generator.model.text import Table, text
from tests.importers.tweb.drawn import items, link, page, two_columns, write
from tests.importers.tweb.worded import word
from tests.importers.words import document, field, paragraph, run, table

CLASS, GROUND = "tweb_doc_publicityclass", "tweb_doc_securityreason"
HEADING = "Tekninen lautakunta: 4/2026<br>5.5.2026 16:00<br>Pöytäkirja"
TITLE = "Katusuunnitelma"
SECRET = {CLASS: "Salassa pidettävä", GROUND: "JulkL (621/1999) 24.1 § 25 k"}


def one(files: dict[str, bytes], folder: Path) -> tuple[AgendaItem, list[str]]:
    """Return the only item of a meeting whose document is 71, and the codes of messages."""
    listed = page(items(HEADING, ("§", "Otsikko", "Liitteet"), [("7", link(71, TITLE), "-")]))
    found = list(read(Export(write({"a.html": listed, **files}, folder / "vienti")), "tweb"))
    (meeting,) = [m for m in found if isinstance(m, Meeting)]
    return meeting.items[0], [m.code for m in found if isinstance(m, Message)]


def decided(**properties: str) -> bytes:
    body = paragraph(run(TITLE, "<w:b/>")) + paragraph("Päätös") + paragraph("Hyväksyttiin.")
    return document(body, properties={CLASS: "", **properties})


@pytest.mark.parametrize(
    ("said", "ground", "expected"),
    [
        ("Julkinen", "", PublicityClass.PUBLIC),
        ("Osittain salassa pidettävä", "JulkL 24 § 1 mom. 20 k", PublicityClass.PARTLY_SECRET),
        ("Salassa pidettävä", "", PublicityClass.SECRET),
        ("Ei-julkinen", "", PublicityClass.NOT_PUBLISHED_ONLINE),
        ("Sekretessbelagd", "", PublicityClass.SECRET),
        ("", "", PublicityClass.UNMARKED),
        ("Sisäinen", "", PublicityClass.UNKNOWN),
        ("Julkinen", "JulkL 24 § 1 mom. 25 k", PublicityClass.UNKNOWN),
        ("", "JulkL 24 § 1 mom. 25 k", PublicityClass.UNKNOWN),
    ],
)
def test_the_class_of_the_metadata_is_read_so_that_doubt_is_not_public(
    said: str, ground: str, expected: PublicityClass
) -> None:
    assert word_item(decided(**{CLASS: said, GROUND: ground}), "a.docx").publicity.classification is expected


def test_a_security_class_beside_a_public_document_is_a_doubt() -> None:
    found = word_item(decided(**{CLASS: "Julkinen", "tweb_doc_securityclass": "III"}), "a.docx").publicity

    assert (found.classification, found.is_contradictory) == (PublicityClass.UNKNOWN, True)


def test_what_a_document_that_is_not_classified_says_restricts_nothing() -> None:
    unclassified = {"tweb_doc_protectionclass": "Ei suojeluluokiteltu", "tweb_doc_securityperiod": "0"}

    assert word_item(decided(**unclassified), "a.docx").publicity == Publicity()


def test_the_metadata_give_the_item_its_class_and_ground(tmp_path: Path) -> None:
    item, _ = one({"71.docx": decided(**SECRET)}, tmp_path)

    assert (item.publicity.classification, item.publicity.ground) == (PublicityClass.SECRET, SECRET[GROUND])


def test_of_two_files_of_an_item_the_stricter_class_holds(tmp_path: Path) -> None:
    body = paragraph(run(TITLE, "<w:b/>")) + paragraph("Päätös")
    files = {"71.docx": decided(**{CLASS: "Julkinen"}), "vanha.docx": document(body, properties=SECRET)}
    item, codes = one(files, tmp_path)

    assert item.publicity.classification is PublicityClass.SECRET
    assert "tweb.document_double" in codes


def test_a_secret_word_file_beside_a_pdf_of_the_same_item_holds(tmp_path: Path) -> None:
    files = {"71.pdf": two_columns(TITLE, ("Päätös", "Hyväksyttiin.")), "asia.docx": decided(**SECRET)}

    assert one(files, tmp_path)[0].publicity.classification is PublicityClass.SECRET


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 rikki", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 vanha", b"<html><body>Asia</body></html>"]
)
def test_a_word_file_that_cannot_be_read_is_one_message_and_its_item_waits(content: bytes, tmp_path: Path) -> None:
    item, codes = one({"71.docx": content}, tmp_path)

    assert len(codes) == 1
    assert codes[0] in {"tweb.word_not_read", "tweb.word_is_markup", "docx.damaged"}
    assert item.holds


def test_a_word_file_that_no_row_names_is_told_of(tmp_path: Path) -> None:
    files = {"71.docx": decided(), "9.docx": document(paragraph("Muu asia"))}

    assert "tweb.document_unnamed" in one(files, tmp_path)[1]


def test_a_title_that_contradicts_the_list_holds_the_item(tmp_path: Path) -> None:
    other = document(paragraph(run("Aivan toinen hanke", "<w:b/>")) + paragraph("Päätös") + paragraph("Hylättiin."))

    assert one({"71.docx": other}, tmp_path)[0].holds == ("tweb.title_conflict",)


@pytest.mark.parametrize(
    "prompt",
    [
        "Toimielimen päätös ja pvm ja §",
        "Tiivistelmä koko asiasta",
        "Liitteen nimi",
        "nimike ja nimi",
        "”esim. Merkitään tiedoksi.”",
    ],
)
def test_a_prompt_is_known_however_it_is_written(prompt: str) -> None:
    assert is_prompt(prompt)


@pytest.mark.parametrize("text_written", ["Merkitään tiedoksi.", "Liite 1 Kartta", "Tiivistelmä"])
def test_what_a_clerk_has_written_is_no_prompt(text_written: str) -> None:
    assert not is_prompt(text_written)


def test_prompts_are_not_read_whether_in_a_field_or_not() -> None:
    rows = (
        ("Päätöshistoria", "Toimielimen päätös ja pvm ja §"),
        ("Tiivistelmä", paragraph(field("FORMTEXT", "Tiivistelmä koko asiasta", "Tiivistelmä koko asiasta"))),
        ("Esittelijä", paragraph(run("nimike"), run(" ja nimi"))),
        ("Päätös", "Hyväksyttiin."),
    )
    found = word_item(document(paragraph(TITLE) + table(*rows)), "a.docx")

    assert [(part.caption, text(part.blocks)) for part in found.parts if part.blocks] == [("Päätös", "Hyväksyttiin.")]
    assert found.unfilled == 0


def test_an_unfilled_field_that_is_no_known_prompt_holds_the_item(tmp_path: Path) -> None:
    body = paragraph(run(TITLE, "<w:b/>")) + paragraph("Päätös") + paragraph(field("FORMTEXT", "Hyväksytään?", "Hyväksytään?"))
    item, codes = one({"71.docx": document(body)}, tmp_path)

    assert (item.holds, codes) == (("tweb.word_unfilled",), ["tweb.word_unfilled"])


def test_a_table_in_the_form_is_a_table_of_the_text() -> None:
    costs = table(("Osa", "Euroa"), ("Lattia", "81 000"), ("Salaojat", "12 500"), properties='<w:tblStyle w:val="TableGrid"/>')
    rows = (("Dno", "1/10.03/2026"), ("Esittelyteksti", paragraph("Kulut:") + costs), ("Päätös", "Hyväksyttiin."))
    found = word_item(document(paragraph(TITLE) + table(*rows)), "a.docx")
    (costs_read,) = [block for block in found.parts[1].blocks if isinstance(block, Table)]

    assert [cell.header for cell in costs_read.rows[0]] == [True, True]


def test_a_table_of_two_columns_that_is_no_form_is_text() -> None:
    rows = (("Asia", "Summa"), ("Laituri", "100"), ("Opasteet", "50"))
    body = paragraph(TITLE) + paragraph("Selostus") + table(*rows, properties='<w:tblStyle w:val="TableGrid"/>')
    found = word_item(document(body), "a.docx")

    assert [part.caption for part in found.parts] == ["Selostus"]


def test_only_the_properties_that_are_asked_for_are_known() -> None:
    period = {"securityperiod", "securityperiodstart", "securityperiodend"}
    read_ones = {"securityclass", "protectionclass", "personaldata", *period, "status", "identifier", "title"}

    assert {CLASS, GROUND, *(f"tweb_doc_{name}" for name in read_ones)} == set(PROPERTIES)


def test_a_document_without_a_title_joins_its_row_by_that_of_its_metadata(tmp_path: Path) -> None:
    untitled = document(paragraph("Päätös") + paragraph("Hyväksyttiin."), properties={"tweb_doc_title": TITLE})
    item, _ = one({"asia.docx": untitled}, tmp_path)

    assert [text(section.blocks) for section in item.sections] == ["Hyväksyttiin."]


def test_no_canary_of_the_files_is_in_what_is_read(tmp_path: Path) -> None:
    found = list(read(Export(write(word(), tmp_path / "vienti")), "tweb"))

    assert "KANARIALINTU" not in repr(found)
