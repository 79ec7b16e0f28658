"""Lines with dashes, numbers and letters in front: which of them are a list, and of what."""

import pytest

from generator.importers._markup import blocks
from generator.model.text import Block, ItemList, Paragraph, block_text, labelled_text, text

GAP = "&nbsp;&nbsp;&nbsp; "


def read(markup: str) -> tuple[Block, ...]:
    return blocks(markup, language="fi")


def lines(*texts: str) -> tuple[Block, ...]:
    return read("".join(f"<p>{line}</p><p>&nbsp;</p>" for line in texts))


def only_list(found: tuple[Block, ...]) -> ItemList:
    (block,) = found
    assert isinstance(block, ItemList)
    return block


@pytest.mark.parametrize(
    ("labels", "form"),
    [(("a)", "b)", "c)"), "a)"), (("1)", "2)", "3)"), "1)"), (("1.", "2.", "3."), "1.")],
)
def test_labels_that_run_on_from_the_first_are_an_ordered_list_without_the_labels(labels: tuple[str, ...], form: str) -> None:
    found = only_list(lines(*(f"{label} hyväksyä" for label in labels)))

    assert (found.ordered, found.start, found.label) == (True, 1, form)
    assert text((found,)) == "hyväksyä\nhyväksyä\nhyväksyä"


@pytest.mark.parametrize(
    "texts",
    [
        ("a) yksi",),
        ("b) yksi", "c) kaksi"),
        ("2. yksi", "3. kaksi"),
        ("1. yksi", "3. kaksi"),
        ("1) yksi", "2. kaksi"),
        ("a) yksi", "välissä", "b) kaksi"),
        ("1.6.2026 alkaen", "2.6.2026 alkaen"),
    ],
)
def test_labels_that_do_not_surely_run_on_stay_in_their_paragraphs(texts: tuple[str, ...]) -> None:
    found = lines(*texts)

    assert [block_text(block) for block in found] == list(texts)
    assert all(isinstance(block, Paragraph) for block in found)


def test_letters_between_numbers_are_lists_within_their_items() -> None:
    found = only_list(lines("1) hallinto:", "a) johto", "b) henkilöstö", "2) talous:", "a) verot", "b) maksut"))

    assert [[type(block).__name__ for block in item] for item in found.items] == [["Paragraph", "ItemList"]] * 2
    assert labelled_text((found,)).split("\n") == [
        "1) hallinto:",
        "a) johto",
        "b) henkilöstö",
        "2) talous:",
        "a) verot",
        "b) maksut",
    ]


def test_a_real_list_between_numbers_belongs_to_the_item_before_it() -> None:
    found = only_list(read("<p>1) että:</p><ul><li>yksi</li></ul><p>2) ja</p>"))

    assert text(found.items[0]) == "että:\nyksi"


def test_a_list_after_dashes_is_a_list_of_its_own() -> None:
    assert len(lines(f"-{GAP}yksi", f"-{GAP}kaksi", "1. yksi", "2. kaksi")) == 2


def test_letters_that_begin_again_are_another_list() -> None:
    assert [len(block.items) for block in lines("a) x", "b) y", "a) z", "b) ö") if isinstance(block, ItemList)] == [2, 2]


def test_lines_of_one_paragraph_that_run_on_are_a_list_and_what_follows_is_not() -> None:
    found = read("<p>Lautakunta päättää<br>1) hyväksyä<br>2) tiedottaa<br>Muuta ei ole.</p>")

    assert [labelled_text((block,)) for block in found] == ["Lautakunta päättää", "1) hyväksyä\n2) tiedottaa", "Muuta ei ole."]


def test_a_number_in_an_address_keeps_its_line() -> None:
    assert [block_text(block) for block in read("<p>Tori 1<br>1. kerros<br>99990 KUUTAMONIEMI</p>")] == [
        "Tori 1\n1. kerros\n99990 KUUTAMONIEMI"
    ]


def test_a_list_from_the_middle_is_one_where_words_markup_shows_it() -> None:
    found = only_list(lines(f"c){GAP}kolmas", f"d){GAP}neljäs"))

    assert (found.start, labelled_text((found,))) == (3, "c) kolmas\nd) neljäs")


@pytest.mark.parametrize("letters", ['type="a"', 'style="list-style-type:lower-alpha"'])
def test_a_real_list_with_letters_keeps_them(letters: str) -> None:
    assert only_list(read(f"<ol {letters}><li>yksi</li><li>kaksi</li></ol>")).label == "a)"


def test_a_real_list_has_no_labels_in_its_text() -> None:
    assert labelled_text(read("<ol><li>yksi</li><li>kaksi</li></ol>")) == "yksi\nkaksi"


def test_many_lines_that_all_begin_anew_are_read_at_once() -> None:
    assert len(lines(*["a) yksi"] * 3000)) == 3000
