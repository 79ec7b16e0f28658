"""Blocks of the model as HTML."""

import pytest

from generator.model.text import Cell, Heading, ItemList, LineBreak, Mask, Paragraph, Run, Table, Withheld
from generator.rendering.markup import Writer
from generator.rendering.words import words


def written(*blocks: Paragraph | Heading | ItemList | Table | Withheld, under: int = 2, language: str = "fi") -> str:
    return "".join(Writer(words(language)).blocks(blocks, under).splitlines())


def heading(level: int) -> Heading:
    return Heading(content=(Run(text="x"),), level=level)


def test_text_is_escaped() -> None:
    assert written(Paragraph(content=(Run(text='<b>"&'),))) == "<p>&lt;b&gt;&#34;&amp;</p>"


def test_a_language_is_escaped() -> None:
    assert written(Paragraph(content=(), language='sv" onclick="x')) == '<p lang="sv&#34; onclick=&#34;x"></p>'


def test_strong_and_emphasis_nest() -> None:
    assert written(Paragraph(content=(Run(text="a", strong=True, emphasis=True),))) == "<p><strong><em>a</em></strong></p>"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "tiedosto.pdf"])
def test_only_web_and_mail_addresses_become_links(address: str) -> None:
    assert written(Paragraph(content=(Run(text="a", href=address),))) == "<p>a</p>"


def test_a_link_keeps_its_address() -> None:
    assert written(Paragraph(content=(Run(text="a", href="https://a.example/?b=1&c=2"),))) == (
        '<p><a href="https://a.example/?b=1&amp;c=2">a</a></p>'
    )


def test_heading_levels_follow_each_other_whatever_the_source_skips() -> None:
    assert written(heading(3), heading(3), heading(5), heading(1), heading(2)) == (
        "<h3>x</h3><h3>x</h3><h4>x</h4><h3>x</h3><h4>x</h4>"
    )


def test_headings_stop_at_the_sixth_level() -> None:
    assert written(heading(1), heading(2), heading(3), under=5) == "<h6>x</h6><h6>x</h6><h6>x</h6>"


def test_an_ordered_list_starts_at_its_number() -> None:
    item = (Paragraph(content=(Run(text="a"),)),)

    assert written(ItemList(items=(item,), ordered=True, start=3)) == '<ol start="3"><li>a</li></ol>'


def test_a_list_with_letters_in_the_source_has_letters() -> None:
    item = (Paragraph(content=(Run(text="x"),)),)

    assert written(ItemList(items=(item,), ordered=True, start=2, label="a)")) == '<ol type="a" start="2"><li>x</li></ol>'


def test_a_list_item_of_two_paragraphs_keeps_both() -> None:
    item = (Paragraph(content=(Run(text="a"),)), Paragraph(content=(Run(text="b"),)))

    assert written(ItemList(items=(item,))) == "<ul><li>a<p>b</p></li></ul>"


def test_a_mask_is_real_text_in_the_language_of_the_text() -> None:
    mask = Paragraph(content=(Mask(kind="phone_number", ground="personal-data"),))

    assert written(mask, language="fi") == '<p><span class="withheld">[puhelinnumero poistettu]</span></p>'
    assert "[telefonnummer" in written(mask, language="sv")


def test_a_withheld_passage_names_its_ground() -> None:
    assert "JulkL 24 § 1 mom. 25 k" in written(Withheld(ground="julkl-24-1-25"))


def test_a_line_break_is_kept() -> None:
    assert written(Paragraph(content=(Run(text="a"), LineBreak(), Run(text="b")))) == "<p>a<br>b</p>"


def test_a_table_without_a_caption_is_named_for_those_who_do_not_see_it() -> None:
    markup = written(Table(rows=((Cell(content=(Run(text="a"),)),),)))

    assert '<caption id="table-1" class="visually-hidden">Taulukko 1</caption>' in markup


def test_merged_cells_stay_merged() -> None:
    markup = written(Table(rows=((Cell(content=(Run(text="a"),), header=True, colspan=2, rowspan=3),),)))

    assert '<th scope="row" colspan="2" rowspan="3">a</th>' in markup


def test_a_second_table_of_the_same_caption_is_no_second_landmark() -> None:
    table = Table(rows=((Cell(),),), caption=(Run(text="Luvut"),))
    markup = written(table, table)

    assert markup.count('role="region"') == 1
    assert markup.count('role="group"') == 1


def cells(*texts: str) -> tuple[Cell, ...]:
    """Return a row; a text in capitals is a header cell, an empty one a gap."""
    return tuple(Cell(content=(Run(text=text),) if text else (), header=text.isupper()) for text in texts)


def test_a_row_of_headers_with_gaps_heads_columns() -> None:
    markup = written(Table(rows=(cells("", "A", ""), cells("B", "C", "D"), cells("E", "1", "2"))))

    assert markup.count('scope="col"') == 4
    assert markup.count('scope="row"') == 1


def test_a_header_alone_at_the_start_of_a_row_heads_the_row() -> None:
    markup = written(Table(rows=(cells("A", "", ""), cells("B", "1", "2"))))

    assert "thead" not in markup
    assert markup.count('scope="row"') == 2
