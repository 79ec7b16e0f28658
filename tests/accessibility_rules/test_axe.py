"""The vendored axe-core is the file that was vendored."""

import json
from collections.abc import Iterator

import pytest

from accessibility_rules import axe


@pytest.fixture(autouse=True)
def _fresh_source() -> Iterator[None]:
    axe.source.cache_clear()
    yield
    axe.source.cache_clear()


def test_the_script_says_the_version_that_the_constant_says() -> None:
    assert axe.source().startswith(f"/*! axe v{axe.VERSION}\n")


def test_a_changed_script_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axe, "SHA256", "0" * 64)

    with pytest.raises(axe.AxeChangedError):
        axe.source()


def test_only_wcag_a_and_aa_are_run() -> None:
    assert json.loads(axe.run_options())["runOnly"]["values"] == ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
