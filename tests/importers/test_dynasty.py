"""Dynasty's tree in the forms that other municipalities' and browsers' copies have, and broken."""

from datetime import date
from pathlib import Path

import pytest

from generator import importers
from generator.importers._export import Export
from generator.importers.dynasty import IMPORTER
from generator.messages import sentence
from generator.model.meeting import AgendaItem, Meeting, SectionKind, Stage, State
from generator.model.message import Level, Message
from generator.model.text import inline_text, text

EXAMPLE = Path(__file__).parents[2] / "examples" / "exports" / "dynasty"
HEADER = "Rantalautakunta<br>Pöytäkirja 03.02.2025 klo 17:00 / Tarkastettu"
ITEM_HEADER = "Rantalautakunta<br>Pöytäkirja 03.02.2025 Pykälä {number}"
TITLE = "Laiturin huoltosopimus"


def page(kind: str, header: str, content: str) -> str:
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
        '<link rel="stylesheet" href="DJULKAISU.CSS"></head>'
        f'<body class="{kind}"><table><tr><td align="center"><label class="h3">{header}</label></td></tr></table>'
        f"<!--DATA_BEGIN-->{content}<!--DATA_END--></body></html>"
    )


def meeting_page(*rows: tuple[str, str, str], header: str = HEADER) -> str:
    lines = "".join(
        f'<tr><td>&nbsp;&nbsp;{n}</td><td>&nbsp;</td><td><a href="{href}">{title}</a></td></tr>' for n, href, title in rows
    )
    return page("bodyKokous", header, f'<table><tr class="trHea"><td>Pykälä</td><td></td><td>Otsikko</td></tr>{lines}</table>')


def item_page(body: str, number: str = "7", above: str = "", title: str = TITLE) -> str:
    head = f"<p>{number} §</p><p><b>{title}</b></p>" if title else ""
    content = f'<div class="tblDoc">{above}<div class="WordSection1">{head}{body}</div></div>'
    return page("bodyKokousasia", ITEM_HEADER.format(number=number), content)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("windows-1252"))
    return folder


def read(folder: Path) -> tuple[list[Meeting], list[Message]]:
    results = list(IMPORTER.read(Export(folder)))
    return [r for r in results if isinstance(r, Meeting)], [r for r in results if isinstance(r, Message)]


def item_of(tmp_path: Path, body: str, **options: str) -> AgendaItem:
    write(tmp_path, {"202512345-1.HTM": item_page(body, **options)})
    ((meeting,), _) = read(tmp_path)
    return meeting.items[0]


def codes(messages: list[Message]) -> list[str]:
    return [message.code.removeprefix("dynasty.") for message in messages]


def kinds(item: AgendaItem) -> list[SectionKind]:
    return [section.kind for section in item.sections]


def test_the_example_is_read_whole() -> None:
    ((meeting,), messages) = read(EXAMPLE)

    assert [item.number for item in meeting.items] == [str(number) for number in range(45, 53)]
    assert all(item.has_text and not item.holds for item in meeting.items)
    assert (meeting.state, meeting.place) == (State.CHECKED, "Kuutamoniemen kaupungintalo, valtuustosali")
    assert [item.language for item in meeting.items] == ["fi"] * 5 + ["sv"] + ["fi"] * 2
    assert sorted(codes(messages)) == ["heading_unknown", "heading_unknown", "headings_inside"]


def test_every_file_of_the_example_is_named_or_reported() -> None:
    ((meeting,), _) = read(EXAMPLE)
    named = {a.file for item in meeting.items for a in item.attachments} | {a.file for a in meeting.attachments}

    assert {path.name for path in EXAMPLE.glob("*.PDF")} == named


def test_a_tree_in_lower_case_in_a_subfolder_with_a_browsers_assets_is_read(tmp_path: Path) -> None:
    address = "http://dynasty.kuutamoniemi.example:80/kokous/202512345-1.htm"
    above = '<div>Liitteet<table><tr><td><a href="../kokous/202512345-1-1.pdf">Liite 1 Sopimus</a></td></tr></table></div>'
    write(
        tmp_path,
        {
            "kokous/202512345.htm": meeting_page(("7", address, TITLE)),
            "kokous/202512345-1.htm": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>", above=above),
            "kokous/202512345-1-1.PDF": b"%PDF-1.4",
            "kokous/202512345_files/DJULKAISU.CSS": b"",
            "kokous/202512345_files/kehys.html": b"<html></html>",
        },
    )

    ((meeting,), messages) = read(tmp_path)

    (item,) = meeting.items
    assert not messages
    assert [(a.title, a.number, a.file) for a in item.attachments] == [("Sopimus", "1", "kokous/202512345-1-1.PDF")]


def test_pages_without_marks_classes_and_word_sections_are_known_by_their_names(tmp_path: Path) -> None:
    content = (
        '<center><a href="TELIN-1.HTM">Rantalautakunta</a></center>'
        '<table><tr><td><a href="202512345-2.HTM">Seuraava asia</a></td></tr></table>'
        f"<p>7 §</p><p><b>{TITLE}</b></p><p><b>Päätös</b>&nbsp;&nbsp;&nbsp; Hyväksyttiin.</p>"
    )
    markup = (
        '<html><head><script src="DJULKAISU.JS"></script></head>'
        '<body><table><tr><td align="center">Rantalautakunta<br>Pöytäkirja 3.2.2025/Pykälä 7</td></tr></table>'
        f"{content}</body></html>"
    )
    write(tmp_path, {"202512345-1.HTM": markup})

    ((meeting,), _) = read(tmp_path)

    (item,) = meeting.items
    assert (meeting.organization.name, meeting.day, meeting.state) == ("Rantalautakunta", date(2025, 2, 3), State.DECIDED)
    assert (item.number, item.title, kinds(item)) == ("7", TITLE, [SectionKind.DECISION])
    assert text(item.sections[0].blocks) == "Hyväksyttiin."


def test_swedish_minutes_are_read(tmp_path: Path) -> None:
    header = "Strandnämnden<br>Protokoll 03.02.2025 kl. 17:00 / Justerat"
    people = '<table><tr class="trHea"><td>Frånvarande</td></tr></table><table><tr><td>Gunvor Fagernäs</td></tr></table>'
    rows = meeting_page(("7", "202512345-1.HTM", "Bryggans underhåll"), header=header)
    write(tmp_path, {"202512345.HTM": rows.replace("<!--DATA_END-->", f"{people}<!--DATA_END-->")})

    ((meeting,), _) = read(tmp_path)

    assert (meeting.language, meeting.stage, meeting.state) == ("sv", Stage.MINUTES, State.CHECKED)
    assert [(a.name, a.present) for a in meeting.attendance] == [("Gunvor Fagernäs", False)]


@pytest.mark.parametrize("words", ["Ei tarkastettu", "Tarkastamaton", "Inte justerat", "Ojusterat"])
def test_minutes_that_say_they_are_unchecked_are_not_checked(tmp_path: Path, words: str) -> None:
    write(tmp_path, {"202512345.HTM": meeting_page(header=HEADER.replace("Tarkastettu", words))})

    ((meeting,), _) = read(tmp_path)

    assert meeting.state is State.DECIDED


def test_a_saved_page_with_another_name_is_known_by_the_link_to_its_pdf(tmp_path: Path) -> None:
    above = '<div><a href="http://dynasty.kuutamoniemi.example/kokous/202512345-1.PDF">Kokousasia PDF-muodossa</a></div>'
    write(tmp_path, {"Laituriasia.html": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>", above=above)})

    ((meeting,), _) = read(tmp_path)

    assert (meeting.source_id, meeting.items[0].source_id) == ("202512345", "202512345-1")


def test_a_row_without_a_link_is_an_item_without_text(tmp_path: Path) -> None:
    rows = meeting_page(("6", "202512345-1.HTM", TITLE)).replace(
        "</table><!--", "<tr><td>8</td><td>Ei julkinen asia</td></tr></table><!--"
    )
    write(tmp_path, {"202512345.HTM": rows})

    ((meeting,), messages) = read(tmp_path)

    assert [(i.number, i.title, i.has_text) for i in meeting.items] == [("6", TITLE, False), ("8", "Ei julkinen asia", False)]
    assert [(m.code, m.arguments["count"]) for m in messages] == [("dynasty.items_without_page", 2)]


def test_a_bold_word_that_starts_a_sentence_is_no_heading(tmp_path: Path) -> None:
    item = item_of(tmp_path, "<p><b>Selostus</b>&nbsp;&nbsp; Laituri on vanha.</p><p><b>Päätös</b> tehtiin jo vuonna 2019.</p>")

    assert kinds(item) == [SectionKind.BACKGROUND]


def test_a_hanging_bold_start_that_nobody_knows_is_a_section_of_its_own_and_reported(tmp_path: Path) -> None:
    hanging = '<p class="Sivuotsikko"><b>Jäätilanne</b>&nbsp;&nbsp;&nbsp;&nbsp; Jää on ohutta.</p>'
    write(tmp_path, {"202512345-1.HTM": item_page(f"<p><b>Päätös</b> Hyväksyttiin.</p>{hanging}")})

    ((meeting,), messages) = read(tmp_path)

    last = meeting.items[0].sections[-1]
    assert (last.kind, inline_text(last.heading), text(last.blocks)) == (SectionKind.OTHER, "Jäätilanne", "Jää on ohutta.")
    assert [(m.code, m.where.partition(":")[0]) for m in messages] == [("dynasty.heading_unknown", "202512345-1.HTM")]


@pytest.mark.parametrize(
    "line",
    [
        "<b></b>Tekstiä ilman otsikkoa.",
        f"<b>{'&nbsp;' * 30} Tärkeä virke kokonaan lihavoituna, joka päättyy pisteeseen.</b>",
        "Tavallista tekstiä, jossa on <b>lihavoitu</b> sana.",
    ],
)
def test_text_in_the_style_of_side_headings_stays_text(tmp_path: Path, line: str) -> None:
    item = item_of(tmp_path, f'<p><b>Selostus</b>&nbsp;&nbsp; Alku.</p><p class="Sivuotsikko">{line}</p>')

    assert kinds(item) == [SectionKind.BACKGROUND]
    assert len(item.sections[0].blocks) == 2


@pytest.mark.parametrize(
    ("lines", "register_number", "function_class"),
    [
        ("<p align=right>730/2025</p><p align=right>00.01.01.00</p>", "730/2025", "00.01.01.00"),
        ("<p align=right>37<span>00/11.01</span>.00/2025</p>", "3700/11.01.00/2025", "11.01.00"),
        ("<p>Dnro KUU: 12/02.08.00/2025</p>", "KUU: 12/02.08.00/2025", "02.08.00"),
        ("<p>Diaarinumero KUUDno-2025-118</p>", "KUUDno-2025-118", None),
    ],
)
def test_register_numbers_are_read_in_their_forms(
    tmp_path: Path, lines: str, register_number: str, function_class: str | None
) -> None:
    body = f"{lines}<p>§ 7</p><p><strong>{TITLE}</strong></p><p><b>Päätös</b> Hyväksyttiin.</p>"

    item = item_of(tmp_path, body, title="")

    assert (item.register_number, item.function_class, item.title) == (register_number, function_class, TITLE)


def test_each_handling_in_the_history_has_its_own_sections_and_the_item_what_follows(tmp_path: Path) -> None:
    body = (
        "<p><b>Päätös</b> Hyväksyttiin.</p><p><b>Päätöshistoria</b></p>"
        "<p>Rantalautakunta 9.12.2024 § 90</p><p><b>Päätös</b> Jätettiin pöydälle.</p>"
        "<p>Satamajaosto 4.11.2024 § 12</p><p><b>Päätös</b> Puollettiin.</p>"
        "<p><b>Tiedoksi</b>&nbsp;&nbsp; Satama</p>"
    )

    item = item_of(tmp_path, body)

    assert kinds(item) == [SectionKind.DECISION, SectionKind.NOTIFIED]
    assert [(h.organization, h.number, text(h.sections[0].blocks)) for h in item.earlier_handlings] == [
        ("Rantalautakunta", "90", "Jätettiin pöydälle."),
        ("Satamajaosto", "12", "Puollettiin."),
    ]


def test_an_earlier_body_that_stands_before_the_own_is_an_earlier_handling(tmp_path: Path) -> None:
    body = (
        "<p>Satjao 4.11.2024 § 12</p><p>Jaosto puolsi sopimusta.</p>"
        "<p>Rantalautakunta 03.02.2025 § 7</p><p><b>Päätös</b> Hyväksyttiin.</p>"
    )

    item = item_of(tmp_path, body)

    (earlier,) = item.earlier_handlings
    assert (earlier.organization, text(earlier.sections[0].blocks)) == ("Satjao", "Jaosto puolsi sopimusta.")
    assert text(item.sections[0].blocks) == "Hyväksyttiin."


def test_a_heading_on_earlier_handling_before_prose_stays_a_heading_in_its_section(tmp_path: Path) -> None:
    body = "<p><b>Selostus</b>&nbsp;&nbsp; Alku.</p><p><b>Asian aikaisempi käsittely</b></p><p>Lautakunta kävi paikalla.</p>"

    item = item_of(tmp_path, body)

    assert kinds(item) == [SectionKind.BACKGROUND]
    assert text(item.sections[0].blocks) == "Alku.\nAsian aikaisempi käsittely\nLautakunta kävi paikalla."


def test_prose_under_attachments_is_kept_as_a_section(tmp_path: Path) -> None:
    prose = (
        "Sopimusluonnos on nähtävänä kaupungintalolla koko kuulemisajan, ja siitä saa lisätietoja satamasta arkisin klo 9–15."
    )

    item = item_of(tmp_path, f"<p><b>Liite</b></p><p>{prose}</p>")

    assert not item.attachments
    assert (inline_text(item.sections[0].heading), text(item.sections[0].blocks)) == ("Liite", prose)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("8", "202512345-1.HTM", TITLE), "dynasty.number_conflict"),
        (("7", "202512345-1.HTM", "Aivan toinen asia"), "dynasty.title_conflict"),
    ],
)
def test_an_item_that_contradicts_its_meetings_list_waits_for_a_person(
    tmp_path: Path, row: tuple[str, str, str], code: str
) -> None:
    write(tmp_path, {"202512345.HTM": meeting_page(row), "202512345-1.HTM": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>")})

    ((meeting,), messages) = read(tmp_path)

    assert meeting.items[0].holds == (code,)
    assert [message.code for message in messages] == [code]


def test_an_item_that_the_list_leaves_out_waits_for_a_person(tmp_path: Path) -> None:
    write(tmp_path, {"202512345.HTM": meeting_page(), "202512345-1.HTM": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>")})

    ((meeting,), _) = read(tmp_path)

    assert meeting.items[0].holds == ("dynasty.item_unlisted",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_bytes_that_contradict_their_declaration_are_read_right_when_they_are_certain(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, {"202512345-1.HTM": item_page("<p><b>Päätös</b> Väylä ”syvennetään” – heti.</p>").encode(encoding)})

    ((meeting,), messages) = read(tmp_path)

    assert not messages
    assert text(meeting.items[0].sections[0].blocks) == "Väylä ”syvennetään” – heti."


def broken(name: str) -> bytes:
    whole = item_page("<p><b>Päätös</b> Hyväksyttiin äänin 4–3.</p>")
    deep = item_page("<div>" * 50_000 + "pohja")
    contents = {
        "empty": b"",
        "blank": b" \r\n ",
        "truncated": whole.encode("windows-1252")[: len(whole) // 2],
        "mixed": whole.encode("windows-1252").replace(b"Hyv", "Näin hyv".encode()),
        "mojibake": whole.encode("utf-8").decode("windows-1252").encode("utf-8"),
        "undefined": whole.encode("windows-1252").replace(b"4", b"\x81"),
        "deep": deep.encode("windows-1252"),
    }
    return contents[name]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", "dynasty.page_empty"),
        ("blank", "dynasty.page_empty"),
        ("truncated", "dynasty.page_truncated"),
        ("mixed", "dynasty.encoding_unclear"),
        ("mojibake", "dynasty.encoding_unclear"),
        ("undefined", "dynasty.encoding_unclear"),
        ("deep", "importers.markup_too_deep"),
    ],
)
def test_a_broken_page_is_one_message_and_the_rest_is_read(tmp_path: Path, name: str, code: str) -> None:
    rows = meeting_page(("7", "202512345-1.HTM", TITLE), ("8", "202512345-2.HTM", "Toinen asia"))
    whole = item_page("<p><b>Päätös</b> Hyväksyttiin.</p>", number="8", title="Toinen asia")
    write(tmp_path, {"202512345.HTM": rows, "202512345-1.HTM": broken(name), "202512345-2.HTM": whole})

    ((meeting,), messages) = read(tmp_path)

    assert [item.has_text for item in meeting.items] == [False, True]
    errors = [message for message in messages if message.level is Level.ERROR]
    assert [(message.code, message.where) for message in errors] == [(code, "202512345-1.HTM")]
    assert all(sentence(message.code, message.arguments) for message in messages)


def test_a_meeting_without_a_date_is_an_error_and_is_not_read(tmp_path: Path) -> None:
    undated = meeting_page(("7", "202512345-1.HTM", TITLE), header="Rantalautakunta<br>Pöytäkirja 31.02.2025 / Tarkastettu")
    write(tmp_path, {"202512345.HTM": undated, "202512345-1.HTM": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>")})

    meetings, messages = read(tmp_path)

    assert not meetings
    assert [(m.level, m.code, m.arguments) for m in messages] == [(Level.ERROR, "dynasty.meeting_without_day", {"items": 1})]


def test_files_that_nothing_names_are_reported_and_a_pages_own_pdf_is_counted(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "202512345-1.HTM": item_page("<p><b>Päätös</b> Hyväksyttiin.</p>"),
        "202512345-1.PDF": b"%PDF-1.4",
        "202512345-1-9.PDF": b"%PDF-1.4",
        "muistio.txt": b"x",
    }
    write(tmp_path, files)

    _, messages = read(tmp_path)

    assert [(m.code, m.where) for m in messages if m.level is Level.WARNING] == [
        ("dynasty.file_unused", "202512345-1-9.PDF"),
        ("dynasty.file_unused", "muistio.txt"),
    ]
    assert [m.arguments for m in messages if m.code == "dynasty.pdf_copies"] == [{"count": 1}]


def test_messages_hold_no_text_of_the_export(tmp_path: Path) -> None:
    word = "Kvartsisammakko"
    body = f'<p class="Sivuotsikko"><b>{word} yksi</b>&nbsp;&nbsp;&nbsp; a</p><p><b>{word} kaksi</b></p><img src="x.gif">'
    write(tmp_path, {"202512345.HTM": meeting_page(("8", "202512345-1.HTM", word)), "202512345-1.HTM": item_page(body)})

    _, messages = read(tmp_path)

    assert {"heading_unknown", "headings_inside", "images_left_out", "title_conflict"} <= set(codes(messages))
    assert word not in repr(messages)


@pytest.mark.parametrize("name", ["casem", "tweb"])
def test_no_other_systems_export_is_claimed(name: str) -> None:
    other = EXAMPLE.parent / name
    if not other.exists():
        pytest.skip("the other system's example is not made yet")

    assert not IMPORTER.identify(Export(other))


def test_one_importer_knows_the_example() -> None:
    assert importers.identify(Export(EXAMPLE)) == "dynasty"
