"""The lines of a PDF with their places, and what is left out of them."""

import pytest

from generator.errors import ExportError
from generator.importers._pdf import clean, pdf_text
from tests.importers.tweb.drawn import BODY, CANARY, CAPTIONS, drawn


def test_a_line_is_parted_where_the_gap_is_wide() -> None:
    text = pdf_text(drawn([(CAPTIONS, 100, "Dno", True), (BODY, 100, "KNIEMI/1/00.01/2026", False)]), "a.pdf")

    assert [[(s.text, s.bold) for s in line.segments] for line in text.lines] == [
        [("Dno", True), ("KNIEMI/1/00.01/2026", False)]
    ]


def test_lines_come_from_the_top_whatever_order_they_were_drawn_in() -> None:
    text = pdf_text(
        drawn([(BODY, 300, "toinen", False), (BODY, 200, "ensimmäinen", False)], [(BODY, 100, "kolmas", False)]), "a.pdf"
    )

    assert [(line.page, line.text) for line in text.lines] == [(1, "ensimmäinen"), (1, "toinen"), (2, "kolmas")]


def test_places_are_points_from_the_top_left_corner() -> None:
    (line,) = pdf_text(drawn([(BODY, 200, "Päätös", False)]), "a.pdf").lines

    assert (line.x, line.y, line.size) == (pytest.approx(BODY, abs=1.5), 200.0, 11.0)


def test_letters_are_composed_and_control_characters_gone() -> None:
    assert clean("Pa\u0308a\u0308to\u0308s\u00ad \ufb01\x00 \u00a0 loppu-\x02") == "Päätös fi loppu--"


def test_metadata_is_not_text() -> None:
    assert CANARY not in " ".join(line.text for line in pdf_text(drawn([(BODY, 100, "Teksti", False)]), "a.pdf").lines)


def test_text_under_a_black_box_is_left_out_and_counted() -> None:
    text = pdf_text(
        drawn([(BODY, 100, "Julkinen", False), (BODY, 200, "Salainen", False)], draw_over=[(BODY - 2, 204, 80, 16)]), "a.pdf"
    )

    assert (["Julkinen"], len("Salainen")) == ([line.text for line in text.lines], text.hidden)


def test_a_ruling_across_letters_hides_nothing() -> None:
    text = pdf_text(
        drawn([(BODY, 200, "Yliviivattu", False)], draw_over=[(BODY - 2, 197, 90, 0.7), (BODY + 10, 205, 0.7, 20)]), "a.pdf"
    )

    assert ([line.text for line in text.lines], text.hidden) == (["Yliviivattu"], 0)


def test_text_beside_the_page_is_left_out() -> None:
    text = pdf_text(drawn([(BODY, 100, "Sivulla", False), (900.0, 100, "Reunan takana", False)]), "a.pdf")

    assert [line.text for line in text.lines] == ["Sivulla"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (drawn([(BODY, 100, "x", False)], password="avain"), "tweb.pdf_password"),  # noqa: S106 - a fixture's
        (drawn([(BODY, 100, "x", False)])[:300], "tweb.pdf_damaged"),
        (b"%PDF-1.4 ei mitaan", "tweb.pdf_damaged"),
        (b"", "tweb.pdf_damaged"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(content: bytes, code: str) -> None:
    with pytest.raises(ExportError) as raised:
        pdf_text(content, "a.pdf")

    assert (code, "a.pdf") == (raised.value.code, raised.value.where)


def test_an_empty_page_has_no_lines() -> None:
    assert pdf_text(drawn(), "a.pdf").lines == ()
