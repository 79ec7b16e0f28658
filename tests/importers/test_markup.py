"""HTML read into blocks: what Word's filter and the systems' editors write, and what no real page is."""

from collections import Counter

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ExportError
from generator.importers._markup import blocks, plain
from generator.model.text import (
    Block,
    Heading,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    block_text,
    inline_text,
    labelled_text,
    text,
)

GAP = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp; </span>'


def read(markup: str, language: str = "fi") -> tuple[Block, ...]:
    return blocks(markup, language=language)


def shape(found: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(type(block).__name__, block_text(block)) for block in found]


def table_of(markup: str) -> Table:
    (table,) = read(markup)
    assert isinstance(table, Table)
    return table


def headers(table: Table) -> list[list[bool]]:
    return [[cell.header for cell in row] for row in table.rows]


def test_empty_paragraphs_and_runs_of_no_break_spaces_vanish() -> None:
    assert shape(read("<p>&nbsp;</p><p>yksi&nbsp;&nbsp;&nbsp; kaksi</p><p><b> </b></p><p></p>")) == [
        ("Paragraph", "yksi kaksi")
    ]


def test_the_wrong_language_of_a_span_has_no_effect() -> None:
    (paragraph,) = read('<p lang="EN-US"><span lang="EN-US">Lautakunta </span><span lang="SV">päätti.</span></p>')

    assert paragraph == Paragraph(content=(Run(text="Lautakunta päätti."),))


def test_a_passage_that_is_surely_in_another_language_is_marked() -> None:
    (paragraph,) = read("<p>Stadsfullmäktige beslutade enhälligt att godkänna förslaget och anteckna svaret för kännedom.</p>")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.language == "sv"


def test_bold_and_slanted_text_are_kept_and_a_style_that_undoes_them_is_heeded() -> None:
    markup = '<p>a <b>b</b><strong><span style="font-weight:normal">c</span></strong> <i>d</i></p>'

    (paragraph,) = read(markup)

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Run(text="a "), Run(text="b", strong=True), Run(text="c "), Run(text="d", emphasis=True))


def test_a_bold_line_is_a_heading() -> None:
    assert shape(read("<p><b>Uusi</b> <strong>laki</strong></p><p>teksti</p>")) == [
        ("Heading", "Uusi laki"),
        ("Paragraph", "teksti"),
    ]


@pytest.mark.parametrize("line", ["Tämä on kokonaan lihavoitu virke.", "1", "Otsikon pituinen " * 12])
def test_a_bold_sentence_or_number_is_no_heading(line: str) -> None:
    (paragraph,) = read(f"<p><b>{line}</b></p>")

    assert isinstance(paragraph, Paragraph)
    assert all(run.strong for run in paragraph.content if isinstance(run, Run))


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Päätös</b>&nbsp;&nbsp;&nbsp;&nbsp; hyväksyttiin</p>",
        "<p><b>Päätös:</b> hyväksyttiin</p>",
        "<p><b>Pää</b><b>tös </b><br>hyväksyttiin</p>",
        "<p><b>Päätös&nbsp;&nbsp;&nbsp;</b>hyväksyttiin</p>",
        "<p>Päätös&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;hyväksyttiin</p>",
    ],
)
def test_a_known_word_at_the_start_of_a_line_is_a_heading_before_its_text(markup: str) -> None:
    heading, paragraph = read(markup)

    assert isinstance(heading, Heading)
    assert (block_text(heading).rstrip(":"), block_text(paragraph)) == ("Päätös", "hyväksyttiin")


def test_a_side_heading_and_the_bold_heading_on_its_line_are_two() -> None:
    found = read("<p><strong>Selostus</strong>&nbsp;&nbsp;&nbsp; <b>Valtuustoaloite</b></p>")

    assert shape(found) == [("Heading", "Selostus"), ("Heading", "Valtuustoaloite")]


def test_a_known_word_that_starts_a_sentence_is_no_heading() -> None:
    assert shape(read("<p><b>Päätös</b> tehtiin jo.</p>")) == [("Paragraph", "Päätös tehtiin jo.")]


@pytest.mark.parametrize("mark", ["-", "–", "•", "·", "o", "\uf0b7"])
def test_paragraphs_with_a_mark_and_a_gap_are_a_list(mark: str) -> None:
    found = read(f"<p>{mark}{GAP}yksi</p><p>&nbsp;</p><p><span>{mark}{GAP}</span>kaksi</p><p>loppu</p>")

    assert shape(found) == [("ItemList", "yksi\nkaksi"), ("Paragraph", "loppu")]


def test_a_dash_that_belongs_to_its_word_starts_no_list() -> None:
    assert shape(read("<p>-muotoinen vuokra-asunto</p>")) == [("Paragraph", "-muotoinen vuokra-asunto")]


def test_numbers_with_a_gap_are_an_ordered_list_from_their_first_number() -> None:
    (found,) = read(f"<p>3.{GAP}yksi</p><p>4.{GAP}kaksi</p>")

    assert isinstance(found, ItemList)
    assert (found.ordered, found.start, len(found.items)) == (True, 3, 2)


def test_a_number_that_stands_alone_stays_in_the_text() -> None:
    assert shape(read(f"<p>3.{GAP}yksi</p>")) == [("Paragraph", "3. yksi")]


def test_lines_that_are_parted_by_breaks_are_a_list_too() -> None:
    found = read("<p>Lautakunta päättää<br>- yksi<br>- kaksi<br>Muuta ei ole.</p>")

    assert [kind for kind, _ in shape(found)] == ["Paragraph", "ItemList", "Paragraph"]


def test_a_break_within_an_address_is_kept_and_a_page_break_is_not() -> None:
    (paragraph,) = read('<p>Tori 1<br>99990 KUUTAMONIEMI<br style="page-break-before:always" clear="all"></p>')

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Run(text="Tori 1"), LineBreak(), Run(text="99990 KUUTAMONIEMI"))


def test_real_lists_keep_their_nesting_and_their_start() -> None:
    (outer,) = read("<ol start='2'><li>yksi<ul><li>sisempi</li></ul></li><li></li><li>kaksi</li></ol>")

    assert isinstance(outer, ItemList)
    assert (outer.start, outer.ordered, len(outer.items)) == (2, True, 2)
    assert isinstance(outer.items[0][1], ItemList)


def test_a_table_of_marks_and_texts_is_a_list() -> None:
    assert shape(read("<table><tr><td>-</td><td>yksi</td></tr><tr><td>-</td><td>kaksi</td></tr></table>")) == [
        ("ItemList", "yksi\nkaksi")
    ]


def test_a_table_of_one_column_is_dissolved() -> None:
    found = read("<table><tr><td><p>yksi</p></td><td>&nbsp;</td></tr><tr><td><p>kaksi</p></td><td>&nbsp;</td></tr></table>")

    assert shape(found) == [("Paragraph", "yksi"), ("Paragraph", "kaksi")]


def test_a_table_around_a_table_is_dissolved_and_the_inner_one_kept() -> None:
    inner = "<table><tr><th>Vuosi</th><th>Euroa</th></tr><tr><td>2025</td><td>10</td></tr></table>"

    found = read(f"<table><tr><td>alku</td><td>{inner}</td></tr></table>")

    assert [type(block) for block in found] == [Paragraph, Table]


def test_names_and_roles_without_borders_are_lines_and_not_a_table() -> None:
    found = read(
        "<table border='0'><tr><td>Kaarina Kallio</td><td>jäsen</td></tr><tr><td>Ilmo Ilves</td><td>sihteeri</td></tr></table>"
    )

    assert shape(found) == [("Paragraph", "Kaarina Kallio jäsen"), ("Paragraph", "Ilmo Ilves sihteeri")]


@pytest.mark.parametrize(
    "first",
    ["<th>Toimiala</th><th>Euroa</th>", "<td><b>Toimiala</b></td><td><b>Euroa</b></td>", "<td>Toimiala</td><td>Euroa</td>"],
)
def test_the_header_row_and_the_header_column_of_a_table_of_figures_are_found(first: str) -> None:
    rows = f"<tr>{first}</tr><tr><td>Hallinto</td><td>1 200</td></tr><tr><td>Sivistys</td><td>-30</td></tr>"

    table = table_of(f"<table border='1'>{rows}</table>")

    assert headers(table) == [[True, True], [True, False], [True, False]]


def test_a_table_of_words_has_no_headers_made_up() -> None:
    rows = "".join(f"<tr><td>a{i}</td><td>b{i}</td><td>c{i}</td></tr>" for i in range(3))

    assert not any(any(row) for row in headers(table_of(f"<table border='1'>{rows}</table>")))


def test_spans_of_cells_are_kept_and_foolish_ones_are_not() -> None:
    table = table_of(
        "<table border=1><tr><th colspan=2>a</th><th rowspan='x'>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )

    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0]] == [(2, 1), (1, 1)]


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://kuutamoniemi.example/sivu", True),
        ("mailto:kirjaamo@kuutamoniemi.example", True),
        ("javascript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("tel:0600000", False),
        ("../kokous/2025.HTM", False),
        ("http://[", False),
    ],
)
def test_only_links_to_pages_and_mailboxes_are_kept(href: str, kept: bool) -> None:  # noqa: FBT001 - a parameter of the case
    (paragraph,) = read(f'<p><a href="{href}">linkki</a></p>')

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Run(text="linkki", href=href if kept else None),)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display: none">piilo</span>',
        "<p hidden>piilo</p>",
        "<!-- piilo -->",
        "<script>piilo</script>",
        "<style>piilo</style>",
        '<span style="mso-hide:all">piilo</span>',
        "<del>piilo</del>",
        "<template>piilo</template>",
    ],
)
def test_what_the_source_hides_stays_hidden_and_the_text_after_it_does_not(hidden: str) -> None:
    assert "piilo" not in text(read(f"<p>alku {hidden} loppu</p>"))
    assert text(read(f"<div>alku {hidden} loppu</div>")).split() == ["alku", "loppu"]


def test_characters_that_are_not_seen_go_and_those_that_windows_meant_are_put_right() -> None:
    assert text(read("<p>kun\u00adta\u200b \x93lainaus\x94 &#150; m<sup>2</sup></p>")) == "kunta “lainaus” – m²"


def test_levels_of_headings_start_at_one_and_skip_none() -> None:
    found = read("<h4>a</h4><h2>b</h2><h4>c</h4><h6>d</h6>")

    assert [block.level for block in found if isinstance(block, Heading)] == [1, 1, 2, 3]


def test_plain_text_has_paragraphs_at_blank_lines_and_breaks_at_others() -> None:
    assert shape(read("yksi\nkaksi\n\nkolme < neljä")) == [("Paragraph", "yksi\nkaksi"), ("Paragraph", "kolme < neljä")]


def test_plain_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert shape(read("yksi\r\n- kaksi\r\n- kolme")) == [("Paragraph", "yksi"), ("ItemList", "kaksi\nkolme")]


@pytest.mark.parametrize("markup", ["", "  \n", "<!-- x -->", "<p></p>", "<table></table>", "<ul></ul>", "&nbsp;", "<p>-</p>"])
def test_nothing_is_nothing(markup: str) -> None:
    assert read(markup) == ()


@pytest.mark.parametrize("tag", ["div", "b", "span", "ul><li", "table><tr><td"])
def test_markup_that_is_nested_too_deep_is_refused(tag: str) -> None:
    with pytest.raises(ExportError) as refused:
        read(f"<{tag}>" * 50_000 + "pohja")

    assert refused.value.code == "importers.markup_too_deep"


def test_the_deepest_markup_that_is_allowed_is_read() -> None:
    assert text(read("<div>" * 190 + "pohja" + "</div>" * 190)) == "pohja"


def test_an_element_that_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(ExportError):
        blocks(lxml.html.fromstring("<div>" * 240 + "pohja"), language="fi")


def test_a_header_cell_over_two_rows_takes_the_second_with_it() -> None:
    table = table_of(
        "<table border=1><tr><td rowspan=2>Paikka</td><td colspan=2>Melu</td></tr><tr><td>2025</td><td>2026</td></tr>"
        "<tr><td>Ranta</td><td>51</td><td>52</td></tr></table>"
    )

    assert headers(table) == [[True, True], [True, True], [True, False, False]]


@pytest.mark.parametrize("style", ["border:solid windowtext 1.0pt", "border-top: double 2px"])
def test_two_columns_whose_cells_have_borders_of_their_own_are_a_table(style: str) -> None:
    table = table_of(
        f'<table><tr><td style="{style}">Vuokra</td><td>kuussa</td></tr><tr><td>Maksu</td><td>vuodessa</td></tr></table>'
    )

    assert len(table.rows) == 2


def test_numbers_beside_figures_are_a_table_and_no_list() -> None:
    assert len(table_of("<table><tr><td>1</td><td>250</td></tr><tr><td>2</td><td>300</td></tr></table>").rows) == 2


def test_numbers_that_do_not_run_on_are_no_list() -> None:
    found = read("<table><tr><td>127</td><td>Laituri</td></tr><tr><td>131</td><td>Silta</td></tr></table>")

    assert shape(found) == [("Paragraph", "127 Laituri"), ("Paragraph", "131 Silta")]


@pytest.mark.parametrize("line", ["Päätös", "Päätös:", " Päätösehdotus "])
def test_a_known_heading_alone_on_its_line_is_one_without_being_bold(line: str) -> None:
    assert shape(read(f"<p>{line}</p><p>Hyväksyttiin.</p>"))[0] == ("Heading", line.strip())


PIECES = st.recursive(
    st.sampled_from(
        ["sana", "toinen sana ", "&nbsp;", " ", "<br>", "5", "- ", "Päätös", "\n", "<p>1) eka</p>", "a) yksi<br>b) kaksi"]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(
            [
                "p",
                "b",
                "div",
                "span",
                "ul",
                "li",
                "ol",
                "th",
                "td",
                "td colspan=2",
                "td rowspan=3",
                "tr",
                "table",
                "table border=1",
                "caption",
                "h2",
                "h5",
                "i",
                "sup",
                "a href='https://kuutamoniemi.example'",
                "center",
            ]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


def letters_in(string: str) -> Counter[str]:
    return Counter(filter(str.isalpha, string.casefold()))


@settings(deadline=None)  # the first passage that is looked at loads the language detector
@given(st.lists(PIECES, max_size=6).map("".join))
def test_no_word_is_lost_and_no_block_is_empty_whatever_the_markup(markup: str) -> None:
    found = read(f"<div>{markup}</div>")

    assert letters_in(labelled_text(found)) == letters_in(
        plain(lxml.html.fromstring(f"<html><body><div>{markup}</div></body></html>"))
    )
    assert all(block_text(block).strip() for block in found)
    assert all(inline_text(b.content) == inline_text(b.content).strip() for b in found if isinstance(b, Paragraph | Heading))
