"""The real TWeb capture of one town, when it is at hand: what is read agrees with the source and with another reader."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.importers import read
from generator.importers._export import Export
from generator.importers._pdf import pdf_text
from generator.importers._tweb_document import Context, Document, document
from generator.importers.tweb import IMPORTER
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, EarlierHandling, Meeting, SectionKind, Stage
from generator.model.message import Message
from generator.model.text import Table, inline_text, text

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi"
OULU = SAMPLES / "paatos-scraper" / "oulu"
# The document of § 72 in the capture that the system itself made; the other was saved anew.
TAKEN, LEFT = "632581845351090_O.pdf", "632581845351090.pdf"
JOINED = {"72": TAKEN, "73": "35090068.pdf"}
COUNCIL = "395959398.pdf"
# What stands in the head of every page, and what is a caption whose part has a field of its own.
HEAD = "Oulun kaupunki Päivämäärä"
FIELDS = "Dno Päätöshistoria Liitteet Oheismateriaali"
# The two parts of captions that a hyphen divides over lines; the item has them whole.
DIVIDED = "täytäntöönpano tiedot kaupungin hallituksen"
# Where an item's words differ from the other reader's: it leaves out what stands after a table, and the tables.
TABLES_LEFT_OUT_BY_THE_OTHER = {"72": "Esittelyteksti"}


@cache
def oulu() -> tuple[Meeting, tuple[Message, ...]]:
    if not OULU.is_dir():
        pytest.skip("the real samples are not beside this checkout")
    export = Export(OULU)
    assert IMPORTER.identify(export)
    results = list(read(export, "tweb"))
    (meeting,) = (result for result in results if isinstance(result, Meeting))
    return meeting, tuple(result for result in results if isinstance(result, Message))


def item(number: str) -> AgendaItem:
    (found,) = (one for one in oulu()[0].items if one.number == number)
    return found


@cache
def council() -> Document:
    """Return the document that no list names, read as the council's."""
    oulu()
    context = Context(organization="Kaupunginvaltuusto", day=date(2017, 4, 3), number=None, title="", language="fi")
    return document(pdf_text((OULU / COUNCIL).read_bytes(), COUNCIL), context)


def words(content: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", content.casefold()))


def handling_words(one: EarlierHandling) -> str:
    day = f"{one.day.day}.{one.day.month}.{one.day.year}" if one.day else ""
    return f"{one.organization} {day} {'§ ' + one.number if one.number else ''}"


def all_words(title: str, read_as: AgendaItem | Document) -> Counter[str]:
    told = [title, read_as.register_number or "", *(handling_words(one) for one in read_as.earlier_handlings)]
    told += [f"{one.number or ''} {one.title}" for one in read_as.attachments]
    told += [inline_text(section.heading) + "\n" + text(section.blocks) for section in read_as.sections]
    return words("\n".join(told))


def source_words(file: str) -> Counter[str]:
    """Return the words that PDFium finds, without our reading of lines."""
    pdf = pdfium.PdfDocument((OULU / file).read_bytes())
    whole = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pages = len(pdf)
    pdf.close()
    return words(re.sub(r"[\x02\ufffe]\s*", "-", whole)) - Counter(dict.fromkeys(words(HEAD), pages))


def missing(file: str, found: Counter[str]) -> list[str]:
    """Return the words of *file* that are not among *found*."""
    return sorted((source_words(file) - found - words(FIELDS) - words(DIVIDED)).elements())


def other_reader(file: str) -> dict[str, str]:
    oulu()
    rows = json.loads((SAMPLES / "expected" / "oulu" / file).read_text(encoding="utf-8"))
    return {row["title"]: row["content"] for row in rows}


def our_text(name: str, read_as: AgendaItem | Document) -> str:
    """Return what we have under the other reader's *name*."""
    match name:
        case "Dno":
            return read_as.register_number or ""
        case "functionId":
            return (read_as.function_class or "").replace(".", " ")
        case "Päätöshistoria":
            return " ".join(map(handling_words, read_as.earlier_handlings))
        case "Liitteet" | "Oheismateriaali":
            return " ".join(titles(read_as.attachments, supporting=name == "Oheismateriaali"))
        case "Täytäntöönpanotiedot":
            kinds = {SectionKind.NOTIFIED, SectionKind.APPEAL}
            return " ".join(text(section.blocks) for section in read_as.sections if section.kind in kinds)
    plain = name.replace("/ ", "/")
    return " ".join(text(section.blocks) for section in read_as.sections if inline_text(section.heading) == plain)


def titles(attachments: Iterable[Attachment], *, supporting: bool) -> list[str]:
    return [one.title for one in attachments if one.supporting == supporting]


def test_all_rows_are_read_and_thirteen_have_numbers() -> None:
    meeting, _ = oulu()

    assert len(meeting.items) == 16
    assert [one.number for one in meeting.items if one.number] == [str(number) for number in range(72, 85)]


def test_the_rows_are_those_of_the_other_reader() -> None:
    meeting, _ = oulu()
    rows = json.loads((SAMPLES / "expected" / "oulu" / "oulu_kaupunginhallitus_5_2017_asiat.json").read_text(encoding="utf-8"))

    expected = [(row["articleNumber"], row["sourceId"], row["title"]) for row in rows]
    assert [(one.number, one.source_id, one.title) for one in meeting.items if one.number] == expected


def test_the_heading_tells_the_meeting() -> None:
    meeting, _ = oulu()

    assert (meeting.organization.name, meeting.number, meeting.stage) == ("Kaupunginhallitus", "5/2017", Stage.MINUTES)
    assert meeting.start is not None
    assert meeting.start.isoformat() == "2017-03-27T15:00:00+03:00"


def test_every_file_that_is_not_used_is_named_and_one_message_tells_of_a_list() -> None:
    _, messages = oulu()

    assert Counter((message.code, message.where.removeprefix("oulu/")) for message in messages) == Counter(
        [
            ("tweb.word_not_read", "631269.doc"),
            ("tweb.page_not_used", "oulu_tweb_haku.html"),
            ("tweb.listed_only", "oulu_tweb_kaupunginhallitus_kokoukset.html"),
            ("tweb.document_double", LEFT),
            ("tweb.document_unnamed", COUNCIL),
            ("tweb.document_missing", "oulu_tweb_kaupunginhallitus_5_2017.html"),
            ("tweb.attachments_unnamed", "oulu_tweb_kaupunginhallitus_5_2017.html"),
        ]
    )
    (double,) = (message for message in messages if message.code == "tweb.document_double")
    assert double.arguments == {"taken": TAKEN}


def test_what_no_row_names_is_nowhere() -> None:
    meeting, _ = oulu()

    assert "juhlapäätö" not in repr(meeting)
    assert "De Gamlas" not in repr(meeting)


def test_the_items_with_a_document_are_two() -> None:
    assert [one.number for one in oulu()[0].items if one.has_text] == ["72", "73"]


@pytest.mark.parametrize("number", JOINED)
def test_every_word_of_a_document_is_in_its_item(number: str) -> None:
    assert missing(JOINED[number], all_words(item(number).title, item(number))) == []


def test_every_word_of_the_document_that_no_list_names_can_be_read() -> None:
    oulu()

    assert missing(COUNCIL, all_words("Suomi 100 -juhlavuoden juhlapäätös", council())) == []


@pytest.mark.parametrize("number", JOINED)
def test_sections_agree_with_the_other_reader(number: str) -> None:
    one = item(number)
    for name, content in other_reader(f"oulu_kaupunginhallitus_5_2017_{number}_toimenpiteet.json").items():
        ours, theirs = words(our_text(name, one)), words(content)
        assert theirs - ours == Counter(), name
        if TABLES_LEFT_OUT_BY_THE_OTHER.get(number) != name:
            assert ours - theirs == Counter(), name


def test_sections_of_the_councils_document_agree_with_the_other_reader() -> None:
    actions = other_reader("395959398_actions.json")

    for name, content in actions.items():
        ours = words(our_text(name, council()))
        # The other reader gives a body of two days once; we give each of its handlings.
        assert (set(ours) == set(words(content))) if name == "Päätöshistoria" else (ours == words(content)), name


def test_tables_have_their_rows_and_headers() -> None:
    tables = [block for section in item("72").sections for block in section.blocks if isinstance(block, Table)]

    assert [len({sum(cell.colspan for cell in row) for row in table.rows}) for table in tables] == [1, 1, 1, 1]
    assert all(any(cell.header for cell in table.rows[0]) for table in tables)


def test_nothing_of_a_documents_metadata_is_read() -> None:
    meeting, _ = oulu()

    assert not {"Sami", "tweb.dot", "Tweb", "Microsoft"} & set(re.findall(r"[\w.]+", repr(meeting)))
