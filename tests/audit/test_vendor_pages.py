"""The pages of Dynasty and TWeb as their vendors publish them: the audit says what was counted in them by hand."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.audit import Level, audit

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples" / "fi"
PAGES = SAMPLES / "paatos-scraper"
COUNTS = SAMPLES / "excerpts" / "static_a11y_counts.txt"
NUMBER = re.compile(r"\b(tables|th|noalt|empty_p|fake_heading_p|fields|label_for|blank|js) (\d+)")


class Counted(NamedTuple):
    """What the excerpt says of one page."""

    numbers: dict[str, int]
    has_language: bool
    has_main_heading: bool
    has_repeated_links: bool


def counted() -> dict[str, Counted]:
    """Return the counts of each page that is at hand, by its address."""
    blocks = re.split(r"\n(?=\S)", COUNTS.read_text(encoding="utf-8"))
    told = {block.split(None, 1)[0]: block for block in blocks}
    return {
        "/" + name.removeprefix("paatos-scraper/"): Counted(
            numbers={key: int(number) for key, number in NUMBER.findall(block)},
            has_language="html@lang None" not in block,
            has_main_heading="'h1': 1" in block,
            has_repeated_links="repeated []" not in block,
        )
        for name, block in told.items()
        if name.startswith("paatos-scraper/") and (SAMPLES / name).is_file()
    }


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, set[str]]]:
    """Return {page: {rule: the elements that it names}}."""
    if not PAGES.is_dir() or not COUNTS.is_file():
        pytest.skip("The pages of the vendors are not here: ../shared/samples is not part of the project.")
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for finding in audit(PAGES, language="fi", level=Level.AAA).findings:
        named[finding.page][finding.rule].add(finding.selector)
    return named


def test_there_are_pages_of_both_vendors(found: dict[str, dict[str, set[str]]]) -> None:
    assert found
    assert {path.partition(".")[2].casefold() for path in counted()} == {"htm", "html"}


def test_every_page_without_a_language_or_a_main_heading_is_named(found: dict[str, dict[str, set[str]]]) -> None:
    for page, counts in counted().items():
        assert bool(found[page]["page_language_missing"]) is not counts.has_language, page
        assert bool(found[page]["page_heading_missing"]) is not counts.has_main_heading, page


def test_every_table_is_named_for_none_has_header_cells(found: dict[str, dict[str, set[str]]]) -> None:
    tables = {page: found[page]["table_for_layout"] | found[page]["table_header_missing"] for page in counted()}

    assert {counts.numbers["th"] for counts in counted().values()} == {0}
    assert {page: len(named) for page, named in tables.items()} == {p: c.numbers["tables"] for p, c in counted().items()}


@pytest.mark.parametrize(("rule", "count"), [("image-alt", "noalt"), ("link_opens_window", "blank"), ("link_by_script", "js")])
def test_as_many_are_named_as_were_counted(rule: str, count: str, found: dict[str, dict[str, set[str]]]) -> None:
    named = {page: len(found[page][rule]) for page in counted()}

    assert named == {page: counts.numbers[count] for page, counts in counted().items()}


def test_every_field_is_named_for_none_has_a_label_that_stays(found: dict[str, dict[str, set[str]]]) -> None:
    rules = ("label", "select-name", "field_label_in_field_only")
    named = {page: len(set().union(*(found[page][rule] for rule in rules))) for page in counted()}

    assert named == {page: counts.numbers["fields"] - counts.numbers["label_for"] for page, counts in counted().items()}


@pytest.mark.parametrize(("rule", "count"), [("paragraph_empty", "empty_p"), ("heading_faked", "fake_heading_p")])
def test_a_page_that_has_some_is_named(rule: str, count: str, found: dict[str, dict[str, set[str]]]) -> None:
    missed = [page for page, counts in counted().items() if counts.numbers[count] and not found[page][rule]]

    assert missed == []


def test_links_of_one_text_are_named(found: dict[str, dict[str, set[str]]]) -> None:
    missed = [
        page for page, counts in counted().items() if counts.has_repeated_links and not found[page]["link_text_ambiguous"]
    ]

    assert missed == []
