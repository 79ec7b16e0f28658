"""The votes of an item on its page."""

import pytest
from lxml import html
from msgspec.structs import replace

from generator.messages import catalog
from generator.model.meeting import Count, Vote, VoteEvent, VoteOption
from generator.model.redacted import PublicItem
from generator.rendering import item_page, whole_page
from tests.rendering.factory import BOARD, SITE, item, meeting, of_board

Y, N = VoteOption.YES, VoteOption.NO
COUNTS = (Count(option=Y, value=2), Count(option=N, value=1))
NAMED = VoteEvent(
    counts=(*COUNTS, Count(option=VoteOption.ABSENT, value=0)),
    votes=(
        Vote(voter="Vilja Kuikkaniemi", option=Y, group="lumme"),
        Vote(voter="Onni <Rantakari>", option=Y),
        Vote(voter="Aarni Suopursu", option=N),
    ),
    meaning=((Y, "esittelijän ehdotus"), (N, "Suopursun ehdotus")),
    text="JAA 2, EI 1",
)
OUTCOME = VoteEvent(counts=COUNTS, text="Hallitus hylkäsi ehdotuksen 2 äänellä 1 ääntä vastaan.", is_on_outcome=True)


def page(*votes: VoteEvent, language: str = "fi") -> html.HtmlElement:
    shown = item(BOARD, "210", "Talousarvion kehys", votes=votes, language=language)
    (made,) = item_page.pages(of_board(BOARD, meeting().day, shown), SITE)
    return html.fragment_fromstring(str(made.content), create_parent="main")


def rows(table: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in table.iter("tr")]


def test_a_vote_is_told_by_option_with_what_each_meant() -> None:
    table = page(NAMED).xpath("//section[@class='k-section k-votes']//table")[0]

    assert rows(table) == [
        ["Ääni", "Määrä", "Mitä ääni tarkoitti"],
        ["JAA", "2", "esittelijän ehdotus"],
        ["EI", "1", "Suopursun ehdotus"],
        ["Poissa", "0", ""],
    ]


def test_who_voted_how_is_a_table_of_its_own() -> None:
    table = page(NAMED).xpath("//section[@class='k-section k-votes']//table")[1]

    assert rows(table) == [
        ["Nimi", "Ääni"],
        ["Vilja Kuikkaniemi (lumme)", "JAA"],
        ["Onni <Rantakari>", "JAA"],
        ["Aarni Suopursu", "EI"],
    ]


def test_the_votes_come_after_the_decision_and_before_the_rest() -> None:
    found = page(NAMED)
    places = [element.get("class") for element in found.iter("div", "section")]

    assert places.index("k-decision") < places.index("k-section k-votes") < places.index("k-rest")


def test_each_of_several_votes_has_its_number_in_its_captions() -> None:
    captions = [caption.text_content() for caption in page(NAMED, replace(NAMED, votes=())).iter("caption")]

    assert captions == ["Äänestys 1", "Näin kukin äänesti äänestyksessä 1", "Äänestys 2"]


def test_every_table_has_its_own_name_that_the_keyboard_reaches() -> None:
    boxes = page(NAMED, NAMED, OUTCOME).xpath("//*[@role='region']")
    names = [box.xpath("string(//caption[@id=$name])", name=box.get("aria-labelledby")) for box in boxes]

    assert {box.get("tabindex") for box in boxes} == {"0"}
    assert len(names) == len(set(filter(None, names))) == 5


def test_where_the_source_does_not_tell_jaa_the_page_does_not_either() -> None:
    section = page(OUTCOME).xpath("//section[@class='k-section k-votes']")[0]

    assert rows(section.find(".//table")) == [["Ääni", "Määrä"], ["Päätöksen puolesta", "2"], ["Päätöstä vastaan", "1"]]
    assert [p.text_content() for p in section.iter("p")] == [OUTCOME.text]


def test_an_item_without_votes_has_no_block_of_them() -> None:
    assert not page().xpath("//*[@id='votes']")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_block_is_in_the_language_of_the_page(language: str) -> None:
    heading = page(NAMED, language=language).xpath("string(//h2[@id='votes'])")

    assert heading == catalog(language)["votes.heading"]


def whole(*shown: PublicItem) -> html.HtmlElement:
    (made,) = whole_page.pages(of_board(BOARD, meeting().day, *shown), SITE)
    return html.fragment_fromstring(str(made.content), create_parent="main")


def test_the_whole_minutes_have_the_tables_of_each_items_votes_under_names_of_their_own() -> None:
    page_of_all = whole(item(BOARD, "210", "Kehys", votes=(NAMED,)), item(BOARD, "211", "Ranta", votes=(NAMED, OUTCOME)))
    captions = [caption.text_content() for caption in page_of_all.iter("caption")]

    assert captions == [
        "§ 210: Äänestys", "§ 210: Näin kukin äänesti", "§ 211: Äänestys 1", "§ 211: Näin kukin äänesti äänestyksessä 1",
        "§ 211: Äänestys 2",
    ]  # fmt: skip


def test_no_id_of_the_whole_minutes_is_there_twice() -> None:
    page_of_all = whole(item(BOARD, "210", "Kehys", votes=(NAMED,)), item(BOARD, "211", "Ranta", votes=(NAMED,)))
    ids = [element.get("id") for element in page_of_all.iter() if element.get("id")]

    assert len(ids) == len(set(ids))
    assert {"asia-210-votes", "asia-211-votes-1"} <= set(ids)
