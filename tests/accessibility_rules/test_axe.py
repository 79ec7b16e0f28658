"""The vendored axe-core is the file that was vendored."""

from collections.abc import Iterator

import pytest

from accessibility_rules import Level, axe
from accessibility_rules.vendored import VendoredFileChangedError


@pytest.fixture(autouse=True)
def _fresh_source() -> Iterator[None]:
    axe.source.cache_clear()
    yield
    axe.source.cache_clear()


def test_the_script_says_the_version_that_the_constant_says() -> None:
    assert axe.source().startswith(f"/*! axe v{axe.VERSION}\n")


def test_a_changed_script_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axe, "SHA256", "0" * 64)

    with pytest.raises(VendoredFileChangedError):
        axe.source()


def test_only_wcag_a_and_aa_are_run_unless_more_is_asked() -> None:
    levels = ["wcag2a", "wcag21a", "wcag22a", "wcag2aa", "wcag21aa", "wcag22aa"]

    assert axe.run_options()["runOnly"]["values"] == levels


def test_a_level_runs_the_rules_that_axe_leaves_off_by_itself() -> None:
    assert set(axe.run_options(Level.A)["rules"]) == {"frame-tested"}
    assert set(axe.run_options(Level.AA)["rules"]) == {"frame-tested", "css-orientation-lock", "target-size"}
    assert "color-contrast-enhanced" in axe.run_options(Level.AAA)["rules"]
