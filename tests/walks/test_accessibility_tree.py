"""What a screen reader gets of the site, without scripts, in Finnish and in Swedish."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.walks.pages import APPEAL_DAY, LANGUAGES, MOMENT, kinds, page, walk
from tests.walks.reader import Reader
from tests.walks.tree import language as spoken
from tests.walks.tree import tree

pytestmark = pytest.mark.browser
NAMED = {"link", "button", "image", "table", "region", "DisclosureTriangle", "Video", "navigation"}
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@in_each_language
def test_every_kind_of_page_has_its_landmarks_once(site: Path, reader: Reader, language: str) -> None:
    for address in kinds(site, language):
        reader.open(address)
        nodes = tree(reader.browser)
        navigations = [node.name for node in nodes if node.role == "navigation"]

        assert [node.role for node in nodes if node.role in {"banner", "main", "contentinfo"}] == [
            "banner",
            "main",
            "contentinfo",
        ], address
        assert len(navigations) == len(set(navigations)) >= 2, address


@in_each_language
def test_every_kind_of_page_has_one_main_heading_and_no_level_is_skipped(site: Path, reader: Reader, language: str) -> None:
    for address in kinds(site, language):
        reader.open(address)
        levels = [node.level for node in tree(reader.browser) if node.role == "heading"]

        assert (levels[0], levels.count(1)) == (1, 1), address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


@in_each_language
def test_whatever_is_used_or_looked_at_has_a_name(site: Path, reader: Reader, language: str) -> None:
    for address in kinds(site, language):
        reader.open(address)

        assert [node.role for node in tree(reader.browser) if node.role in NAMED and not node.name] == [], address


@in_each_language
def test_every_table_has_header_cells(site: Path, reader: Reader, language: str) -> None:
    tables = 0
    for address in kinds(site, language):
        reader.open(address)
        nodes = tree(reader.browser)
        tables += sum(node.role == "table" for node in nodes)
        headers = sum(node.role in {"columnheader", "rowheader"} for node in nodes)

        assert not any(node.role == "table" for node in nodes) or headers, address

    assert tables


@in_each_language
def test_an_item_is_read_from_its_title_to_its_decision_and_later_to_its_appeal(
    site: Path, reader: Reader, language: str
) -> None:
    way = walk(site, language, APPEAL_DAY)
    item = page(site, way.item)
    reader.open(way.item)
    heard = [node for node in tree(reader.browser) if "main" in node.inside]
    headings = [node.name for node in heard if node.role == "heading"]
    title, decision, appeal = (
        " ".join(item.xpath(f"string({expression})").split())
        for expression in ("//h1/*[not(@aria-hidden)][last()]", "//*[@id='decision']", "//*[@id='appeal']")
    )
    after_the_decision = heard[[node.name for node in heard].index(decision) :]

    assert headings[0].endswith(title)
    assert headings[1] == decision
    assert appeal in headings[2:]
    assert all(any(day.text in node.name for node in after_the_decision) for day in item.xpath(APPEAL_DAY))


@in_each_language
def test_a_page_is_read_in_its_language_and_a_title_in_its_own(site: Path, reader: Reader, language: str) -> None:
    other = "sv" if language == "fi" else "fi"
    reader.open(walk(site, language, MOMENT).meeting)
    nodes = [node for node in tree(reader.browser) if "main" in node.inside and node.role in {"heading", "StaticText"}]
    languages = [spoken(reader.browser, node) for node in nodes]

    assert languages[0] == language
    assert set(languages) == {language, other}
