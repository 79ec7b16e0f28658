"""The second engine is asked about pages that are navigated to, and about one page of each shell; it never fails the gate."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from accessibility_rules import Level, Outcome, accesslint
from generator.audit import audit, audit_site, opinion
from generator.audit.browser import VIEWPORTS, browser_with_axe, resize
from generator.audit.findings import Audit
from generator.audit.opinion import ENGINE
from generator.audit.server import served
from generator.errors import AuditError
from generator.publishing import gate
from tests.audit.conftest import Folder
from tests.sites import ROOT

pytestmark = pytest.mark.browser
PAGES = ROOT / "tests" / "audit" / "accesslint"
PASSED = "passed"
TWO_MENUS = '<nav aria-label="Sivut"><a href="a.html">Alku</a></nav><nav aria-label="Sivut"><a href="b.html">Asiat</a></nav>'
NAVIGATED = '<marquee hidden="">x</marquee>'  # what may not be put into another's document


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    yield
    accesslint.source.cache_clear()
    opinion._script.cache_clear()  # noqa: SLF001 - what a test may have changed


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with browser_with_axe() as running:
        resize(running, VIEWPORTS[0])
        yield running


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(PAGES) as address:
        yield address


def asked(browser: Chrome, root: str, name: str) -> set[str]:
    browser.get(f"{root}/{name}.html")
    return set(opinion.ask(browser, f"/{name}.html", Level.AAA).found)


def of_second(found: Audit) -> list[tuple[str, str, Outcome]]:
    return [(finding.page, finding.rule, finding.outcome) for finding in found.findings if finding.engine == ENGINE]


def test_every_rule_that_is_asked_has_a_page_and_no_other_has() -> None:
    assert {page.stem for page in PAGES.glob("*.html")} == {rule.replace("/", ".") for rule in accesslint.RULES} | {PASSED}


@pytest.mark.parametrize("rule", accesslint.RULES)
def test_a_rule_that_is_asked_finds_what_is_wrong_with_its_own_page(rule: str, browser: Chrome, root: str) -> None:
    assert rule in asked(browser, root, rule.replace("/", "."))


def test_nothing_is_found_on_a_page_where_all_is_right(browser: Chrome, root: str) -> None:
    assert asked(browser, root, PASSED) == set()


def test_a_finding_is_a_question_with_words_of_ours_and_never_fails_the_gate(folder: Folder) -> None:
    found = audit(folder({"/a.html": TWO_MENUS + NAVIGATED, "/b.html": TWO_MENUS}), language="sv")

    [finding] = [one for one in found.findings if one.engine == ENGINE]
    assert (finding.page, finding.rule, finding.outcome) == ("/a.html", "landmarks/landmark-unique", Outcome.CANT_TELL)
    assert (finding.criteria, finding.viewports) == (("1.3.1",), ("1280x1024",))
    assert finding.message == "Två områden av samma slag har samma namn eller inget namn alls."
    assert not gate.blocking([finding])


def test_every_page_of_the_rules_together_fails_nothing_by_its_opinion() -> None:
    found = audit(PAGES, language="fi", level=Level.AAA)
    second = [finding for finding in found.findings if finding.engine == ENGINE]

    assert second
    assert gate.blocking(second) == ()
    assert {finding.outcome for finding in second} == {Outcome.CANT_TELL}


def test_the_audit_names_it_with_its_version_and_the_pages_that_it_was_asked_about(folder: Folder) -> None:
    found = audit(folder({"/a.html": NAVIGATED, "/b.html": "<p>x</p>"}), language="fi")

    assert (ENGINE, accesslint.VERSION, accesslint.SHA256) in {(tool.name, tool.version, tool.sha256) for tool in found.tools}
    assert [ENGINE in page.engines for page in found.pages] == [True, False]
    assert {rule.rule for rule in found.rules if rule.engine == ENGINE} == set(accesslint.RULES)


def test_one_page_of_a_shell_is_asked_about_and_what_is_remembered_of_it_is_the_same(folder: Folder, tmp_path: Path) -> None:
    site = folder({"/a.html": TWO_MENUS, "/b.html": TWO_MENUS})
    first, again = (
        audit_site(site, ["/a.html", "/b.html"], language="fi", memory=tmp_path / "seen.msgpack") for _ in range(2)
    )

    assert of_second(first) == [("/a.html", "landmarks/landmark-unique", Outcome.CANT_TELL)]
    assert of_second(again) == of_second(first)


@pytest.mark.parametrize("broken", [("VERSION", "0.0.0"), ("SHA256", "0" * 64)])
def test_an_engine_that_is_not_the_vendored_one_ends_the_audit(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, broken: tuple[str, str]
) -> None:
    monkeypatch.setattr(accesslint, *broken)
    accesslint.source.cache_clear()
    opinion._script.cache_clear()  # noqa: SLF001 - what was read before

    with pytest.raises(AuditError):
        audit(folder({"/a.html": NAVIGATED}), language="fi")
