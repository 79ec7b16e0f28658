"""Item pages of Dynasty's tree as other towns write them: headings, histories, attachments, headers, bare text."""

from pathlib import Path

import pytest

from generator.importers._export import Export
from generator.importers.dynasty import IMPORTER
from generator.model.meeting import AgendaItem, Meeting, SectionKind
from generator.model.text import inline_text, text

PDF = '<a href="202612345-1.PDF">Kokousasia PDF-muodossa</a>'
LINKS = f'<div class="tcDat"><a href="202612345-2.HTM">Seuraava asia</a> | {PDF}</div>'


def item(
    folder: Path, body: str, *, header: str = "Pöytäkirja 03.02.2026 Pykälä 7", above: str = "", frame: bool = True
) -> AgendaItem:
    inner = f'<div class="WordSection1">{body}</div>' if frame else body
    (folder / "202612345-1.HTM").write_text(
        '<html><head><link rel="stylesheet" href="DJULKAISU.CSS"></head><body class="bodyKokousasia">'
        f'<table><tr><td align="center"><label class="h3">Rantalautakunta<br>{header}</label></td></tr></table>'
        f'<!--DATA_BEGIN--><div class="tblDoc"><div class="tcDoc">{LINKS}<hr>{above}'
        f"{inner}<hr>{LINKS}</div></div><!--DATA_END-->"
        "</body></html>",
        encoding="windows-1252",
    )
    (meeting,) = [result for result in IMPORTER.read(Export(folder)) if isinstance(result, Meeting)]
    return meeting.items[0]


def attachments(*titles: str) -> str:
    rows = "".join(f'<tr><td><a href="202612345-1-{n}.PDF">{title}</a></td></tr>' for n, title in enumerate(titles, 1))
    return f'<div class="tcDat">Liitteet<table>{rows}</table></div>'


def told(found: AgendaItem) -> list[tuple[SectionKind, str]]:
    return [(section.kind, text(section.blocks)) for section in found.sections]


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("Protokoll 17.10.2026 § 81", "81"),
        ("Protokoll 17.10.2026 kl. 17:30 § 81", "81"),
        ("Protokoll 17.10.2026 81 §", "81"),
        ("Föredragningslista 17.10.2026 Ärendenr 4", "4"),
        ("Esityslista 29.05.2026 Asianro 4", "4"),
        ("Pöytäkirja 04.12.2026/Pykälä 198", "198"),
        ("Pöytäkirja 03.02.2026 klo 15:30 / Tarkastamaton<br>Pykälä 7 a", "7 a"),
    ],
)
def test_the_header_tells_the_items_number_and_not_its_year(tmp_path: Path, header: str, number: str) -> None:
    assert item(tmp_path, "<p><b>Laituri</b></p><p>Teksti.</p>", header=header).number == number


def test_headings_that_are_not_bold_part_the_text_where_they_stand_alone(tmp_path: Path) -> None:
    body = "<p>7 §</p><p><b>Laituri</b></p><p>Selostus</p><p>Laituri on rikki.</p><p>Päätös:</p><p>Hyväksyttiin.</p>"

    assert told(item(tmp_path, body)) == [
        (SectionKind.BACKGROUND, "Laituri on rikki."),
        (SectionKind.DECISION, "Hyväksyttiin."),
    ]


def test_a_known_word_that_ends_as_a_sentence_is_text(tmp_path: Path) -> None:
    body = "<p>7 §</p><p><b>Laituri</b></p><p><b>Muutoksenhaku</b></p><p>Hallintovalitus.</p>"

    assert told(item(tmp_path, body)) == [(SectionKind.APPEAL, "Hallintovalitus.")]


def test_a_heading_that_forbids_an_appeal_is_kept_though_nothing_stands_under_it(tmp_path: Path) -> None:
    body = "<p>7 §</p><p><b>Laituri</b></p><p><b>Tiedoksi</b></p><p><b>Muutoksenhakukielto</b></p>"

    assert told(item(tmp_path, body)) == [(SectionKind.APPEAL, "Muutoksenhakukielto")]


def test_prose_after_the_preparers_line_is_not_about_the_preparer(tmp_path: Path) -> None:
    body = (
        "<p>7 §</p><p><b>Laituri</b></p><p>Valmistelija: Ilpo Näreharju, puh. 040 000 0001</p><p>Laituri on vanha ja rikki.</p>"
    )

    assert told(item(tmp_path, body)) == [
        (SectionKind.PREPARER, "Ilpo Näreharju, puh. 040 000 0001"),
        (SectionKind.OTHER, "Laituri on vanha ja rikki."),
    ]


HISTORY = (
    "<p>7 §</p><p><b>Laituri</b></p><p><b>Päätös</b></p><p>Hyväksyttiin.</p><p><b>Päätöshistoria</b></p>"
    "<p>Rantalautakunta 2.1.2026 § 3</p><p><b>Päätös</b></p><p>Jätettiin pöydälle.</p><p><b>Liite</b></p>"
    "<table><tr><td>1</td><td>Vanha kartta</td></tr></table>"
)


def test_attachments_of_an_earlier_handling_stay_with_it(tmp_path: Path) -> None:
    found = item(tmp_path, HISTORY, above=attachments("Uusi kartta"))

    assert [a.title for a in found.attachments] == ["Uusi kartta"]
    assert [text(s.blocks) for s in found.earlier_handlings[0].sections] == ["Jätettiin pöydälle.", "Vanha kartta"]


def test_attachments_after_the_history_that_the_page_links_to_are_the_items_own(tmp_path: Path) -> None:
    found = item(tmp_path, HISTORY, above=attachments("Vanha kartta"))

    assert [(a.title, a.number) for a in found.attachments] == [("Vanha kartta", "1")]


def test_text_that_stands_in_no_element_of_its_own_is_read(tmp_path: Path) -> None:
    found = item(tmp_path, "<b>7 §</b><br><b>Laituri</b><br><br><b>Päätös</b><br>Hyväksyttiin.<br><br>Toinen.", frame=False)

    assert (found.title, told(found)) == ("Laituri", [(SectionKind.DECISION, "Hyväksyttiin.\nToinen.")])


def test_links_below_a_table_that_was_never_closed_are_no_text(tmp_path: Path) -> None:
    found = item(tmp_path, "<p>7 §</p><p><b>Laituri</b></p><p><b>Päätös</b></p><table><tr><td>Hyväksyttiin.")

    assert told(found) == [(SectionKind.DECISION, "Hyväksyttiin.")]


def test_an_appeal_in_the_navigation_is_named_once(tmp_path: Path) -> None:
    above = '<div class="tcDat"><a href="202612345-0-1.PDF">Muutoksenhakuohje</a></div>'

    assert [a.title for a in item(tmp_path, "<p>7 §</p><p><b>Laituri</b></p>", above=above).attachments] == [
        "Muutoksenhakuohje"
    ]


def test_the_words_of_a_heading_are_the_sources(tmp_path: Path) -> None:
    (section,) = item(tmp_path, "<p>7 §</p><p><b>Laituri</b></p><p>Päätös:</p><p>Hyväksyttiin.</p>").sections

    assert inline_text(section.heading) == "Päätös:"
