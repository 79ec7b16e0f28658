"""Every rule against its own pages, or sites of pages: the first word of a name is the outcome it must have."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from accessibility_rules import (
    BROWSER_RULES,
    CAPTIONS_RULES,
    LINKED_RULES,
    PDF_RULES,
    RULES,
    SITE_RULES,
    Norm,
    Outcome,
    PageUnreadableError,
    parse,
)
from accessibility_rules.criteria import clause, document_clause
from accessibility_rules.messages import LANGUAGES, words
from tests.accessibility_rules.pdf_cases import CASES

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*/*.html"))
READ = [page for page in PAGES if page.parent.name not in BROWSER_RULES]  # the others: test_browser_rules.py
SITES = sorted(folder for rule in SITE_RULES for folder in (HERE / rule).iterdir())
ALL = {**RULES, **LINKED_RULES, **SITE_RULES, **BROWSER_RULES, **PDF_RULES, **CAPTIONS_RULES}
TRACKS = sorted(track for rule in CAPTIONS_RULES for track in (HERE / rule).iterdir())  # test_file_rules.py reads them
# {rule: the names of its pages, sites, captions and PDF files}
FIXTURES = {
    rule: [one.name for one in (*PAGES, *SITES, *TRACKS) if one.parent.name == rule] + list(CASES.get(rule, ())) for rule in ALL
}
ALWAYS_APPLY = {"pdf_unreadable", "captions_unreadable"}  # every file is one that can be opened or not
OUTCOMES = {outcome.value.lower(): outcome for outcome in Outcome}


def outcomes_of(page: Path) -> set[Outcome]:
    rule, read = page.parent.name, parse(page.read_bytes())
    if rule in RULES:
        return {outcome for _, outcome in RULES[rule].outcomes(read)}
    return {outcome for _, outcome in LINKED_RULES[rule].outcomes(read, lambda address: file_beside(page, address))}


def file_beside(page: Path, address: str) -> bytes | None:
    file = page.parent / address
    return file.read_bytes() if file.is_file() else None


@pytest.mark.parametrize("page", READ, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_page_has_the_outcome_in_its_name(page: Path) -> None:
    expected = OUTCOMES[page.name.partition("-")[0]]

    outcomes = outcomes_of(page)

    # A page about a failure may hold passing elements; one about a pass may not hold failing ones.
    assert expected in outcomes
    assert outcomes <= {expected, Outcome.PASSED}


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.parent.name}/{site.name}")
def test_a_site_has_the_outcome_in_its_name(site: Path) -> None:
    rule = SITE_RULES[site.parent.name]
    targets = [rule.target(parse(page.read_bytes())) for page in sorted(site.iterdir())]
    facts = [rule.fact(target) for target in targets if target is not None]

    outcomes = {rule.outcome(fact, Counter(facts)) for fact in facts} or {Outcome.INAPPLICABLE}

    assert outcomes == {OUTCOMES[site.name.partition("-")[0]]}


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_has_two_pages_of_each_outcome_it_can_have(rule: str) -> None:
    kinds = [name.partition("-")[0] for name in FIXTURES[rule]]

    assert set(kinds) <= set(OUTCOMES)
    assert kinds.count("passed") >= 2
    assert kinds.count("inapplicable") >= 2 or rule in ALWAYS_APPLY
    assert max(kinds.count("failed"), kinds.count("canttell")) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_words_and_no_words_lack_a_rule(language: str) -> None:
    assert set(ALL) == set(words(language))
    assert all(set(entry) == {"message", "remedy"} and all(entry.values()) for entry in words(language).values())


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_says_why_it_exists_and_what_to_do(rule: str) -> None:
    [file] = (HERE.parents[1] / "accessibility_rules").glob(f"*/{rule}.py")
    source = file.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""

    assert "\nWhy: " in docstring
    assert "\nRemedy: " in docstring


@pytest.mark.parametrize("rule", ALL)
def test_the_clause_of_en_301_549_is_that_of_the_criterion(rule: str) -> None:
    of_criterion = document_clause if rule in PDF_RULES else clause

    assert ALL[rule].clause == of_criterion(ALL[rule].criterion)


def test_every_folder_of_pages_belongs_to_a_rule() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("__")}

    assert sorted(ALL) == sorted({*folders, *CASES})


def test_there_are_forty_rules_or_more() -> None:
    assert len(ALL) >= 40


def test_what_wcag_does_not_ask_for_is_policy() -> None:
    policies = sorted(rule_id for rule_id, rule in ALL.items() if rule.norm is Norm.POLICY)

    assert policies == [
        "alt_text_long",
        "alt_text_repeated",
        "captions_badly_timed",
        "captions_empty",
        "captions_language_mismatched",
        "captions_language_missing",
        "captions_overlap",
        "captions_too_fast",
        "captions_too_tall",
        "captions_too_wide",
        "file_link_incomplete",
        "fragment_target_missing",
        "heading_empty",
        "heading_level_skipped",
        "heading_repeated",
        "id_repeated",
        "link_by_script",
        "main_landmark_missing",
        "page_heading_missing",
        "page_title_repeated",
        "paragraph_empty",
        "pdf_bookmarks_missing",
        "pdf_heading_missing",
        "pdf_title_hidden",
        "pdf_ua_failed",
        "pdf_unreadable",
        "sign_without_words",
        "tabindex_positive",
        "table_caption_missing",
        "table_header_empty",
        "withheld_mark_unexplained",
    ]


def test_nothing_is_lost_of_a_page_that_nests_deeper_than_libxml2_likes() -> None:
    deep = b"<html lang=fi><body>" + b"<div>" * 400 + b"</div>" * 400 + b"<p><a href=x>T\xc3\xa4st\xc3\xa4</a></p>"

    assert [outcome for _, outcome in RULES["link_text_vague"].outcomes(parse(deep))] == [Outcome.FAILED]


def test_text_nested_deeper_than_python_recurses_is_read() -> None:
    deep = b"<html lang=fi><body><h1>" + b"<span>" * 1500 + b"Kokous" + b"</span>" * 1500 + b"</h1>"

    assert [outcome for _, outcome in RULES["heading_empty"].outcomes(parse(deep))] == [Outcome.PASSED]


@pytest.mark.parametrize("markup", [b"", b" \n", b"<html><body>" + b"<div>" * 2100 + b"<p>loppu</p>"])
def test_a_page_that_cannot_be_read_whole_is_an_error(markup: bytes) -> None:
    with pytest.raises(PageUnreadableError):
        parse(markup)


def test_a_page_in_another_encoding_is_read_by_its_own_word() -> None:
    page = '<html lang=fi><head><meta charset="windows-1252"></head><body><p><a href=x>Tästä</a></p>'.encode("windows-1252")

    assert [outcome for _, outcome in RULES["link_text_vague"].outcomes(parse(page))] == [Outcome.FAILED]


def test_what_reads_pages_needs_lxml_and_the_standard_library_only() -> None:
    package = HERE.parents[1] / "accessibility_rules"
    of_pdf = {package / "pdf_file.py", *(package / "pdf").iterdir()}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in package.rglob("*.py")}

    assert {name for path, tree in trees.items() if path not in of_pdf for name in _imported(tree)} & OUTSIDE == {"lxml"}
    assert {name for tree in trees.values() for name in _imported(tree)} & OUTSIDE == {"lxml", "page", "pikepdf", "pypdfium2"}


OUTSIDE = {"generator", "selenium", "msgspec", "click", "jinja2", "pysubs2", "lxml", "page", "pikepdf", "pypdfium2"}


def _imported(tree: ast.Module) -> set[str]:
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return {name.partition(".")[0] for name in froms | plain}
