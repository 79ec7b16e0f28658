"""The fast mode against navigation with axe injected by axe-selenium-python: nothing missing, nothing extra."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from axe_selenium_python import Axe

from accessibility_rules import Outcome, axe
from generator import pipeline
from generator.audit import axe_run
from generator.audit.answers import Looked
from generator.audit.browser import VIEWPORTS, plain_browser, resize
from generator.audit.server import served
from generator.audit.snippets import without_text
from generator.config import Settings
from generator.progress import silent
from tests.audit import seeded
from tests.sites import ROOT

pytestmark = pytest.mark.browser
AXE = ROOT / "accessibility_rules" / "axe" / "axe.min.js"
UNTOLD = {
    "css-orientation-lock",
    "frame-tested",
}  # what is no finding of axe's in either mode (audit/answers.py, audit/noticed.py)
OF_FRAMES = {"frame-tested", "frame-focusable-content"}  # axe-selenium-python does not look into frames
OF_AXE = {name for name in (*seeded.SEEDS, *seeded.FOREIGN, *seeded.OF_PAGE) if ":" not in name}
IS_SCROLLED = "return Boolean(document.querySelector(arguments[0])?.closest('.s-scroll, .s-narrow'))"
EXPORT = ROOT / "tests" / "importers" / "casem"

Seen = tuple[str, str, str, Outcome, str]  # page, window, rule, outcome, element


@pytest.fixture
def site(town: Callable[..., Settings]) -> Path:
    """A small site in our theme, to sow into."""
    export = next(path for path in sorted(EXPORT.glob("*/export")) if path.is_dir())
    return pipeline.stage(town(export), date(2026, 10, 15), silent)


def test_the_fast_mode_finds_what_a_navigation_finds_and_nothing_else(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _prove(site, monkeypatch, pages=20, seeds_a_page=6, violations=100)


def test_every_rule_of_axe_that_is_run_is_sown(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<!doctype html><html lang="fi"><title>A</title><p>A</html>', encoding="utf-8")

    of_axe, _, _ = axe_run.check(tmp_path, ["/a.html"], snippet=without_text, language="fi", on_page=lambda _: None)

    assert set(of_axe.rules) - OF_FRAMES == OF_AXE


@pytest.mark.slow
def test_the_fast_mode_finds_on_two_hundred_pages_what_a_navigation_finds_and_nothing_else(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proven = _prove(site, monkeypatch, pages=200, seeds_a_page=5, violations=800)

    assert proven == OF_AXE


def _prove(site: Path, monkeypatch: pytest.MonkeyPatch, *, pages: int, seeds_a_page: int, violations: int) -> set[str]:
    """Return the rules of axe that found something in both modes."""
    template = next(path for path in sorted(site.rglob("*.html")) if path.parent.parent.parent == site)
    paths = seeded.sow(template.read_text(encoding="utf-8").replace("../../", "/"), site, pages, seeds_a_page)
    visited: list[str] = []
    monkeypatch.setattr(axe_run, "visit", partial(_noted, visited, axe_run.visit))

    of_axe, _, _ = axe_run.check(site, paths, snippet=without_text, language="fi", on_page=lambda _: None)

    found = {
        (path, window, finding.rule, finding.outcome, finding.selector)
        for path, result in of_axe.results.items()
        for finding in result.findings
        for window in finding.viewports
    }
    expected = set(_navigated(site, paths))
    assert sorted(found - expected) == []
    assert sorted(expected - found) == []
    assert sum(outcome is Outcome.FAILED for _, _, _, outcome, _ in found) >= violations
    assert len(visited) <= pages * 0.25  # those that may not be put into another's document
    return {rule for _, _, rule, _, _ in found}


def _noted(visited: list[str], visit: Callable[..., Looked], *asked: Any) -> Looked:
    visited.append(asked[2])
    return visit(*asked)


def _navigated(site: Path, paths: Sequence[str]) -> Iterator[Seen]:
    with served(site) as root, plain_browser() as browser:
        for path in paths:
            resize(browser, VIEWPORTS[0])
            browser.get(root + path)
            engine = Axe(browser, script_url=str(AXE))
            engine.inject()
            for viewport in VIEWPORTS:
                resize(browser, viewport)
                told = _told(path, str(viewport), engine.run(options=json.dumps(axe.run_options())))
                yield from (one for one in told if not (_is_unseen(one) and browser.execute_script(IS_SCROLLED, one[-1])))


def _is_unseen(seen: Seen) -> bool:
    """Tell whether axe could not see the colours; of what a scroll region hides, both of our modes ask it again in view."""
    return seen[2:4] == ("color-contrast", Outcome.CANT_TELL)


def _told(path: str, window: str, results: dict[str, Any]) -> Iterator[Seen]:
    for kind, outcome in (("violations", Outcome.FAILED), ("incomplete", Outcome.CANT_TELL)):
        for rule in results[kind]:
            if rule["id"] in UNTOLD and outcome is Outcome.CANT_TELL:
                continue
            for node in rule["nodes"]:
                yield path, window, rule["id"], outcome, " >>> ".join(node["ancestry"])
