"""The second engine is the file that was vendored, and what it is asked has words of ours."""

import json
from collections.abc import Iterator

import pytest

from accessibility_rules import Level, accesslint
from accessibility_rules.messages import LANGUAGES, accesslint_words
from accessibility_rules.vendored import VendoredFileChangedError


@pytest.fixture(autouse=True)
def _fresh_source() -> Iterator[None]:
    accesslint.source.cache_clear()
    yield
    accesslint.source.cache_clear()


def test_the_script_says_the_version_that_the_constant_says() -> None:
    assert f"version:{json.dumps(accesslint.VERSION)}" in accesslint.source()


def test_a_changed_script_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accesslint, "SHA256", "0" * 64)

    with pytest.raises(VendoredFileChangedError):
        accesslint.source()


def test_a_level_asks_for_no_rule_above_it() -> None:
    assert accesslint.rules() == accesslint.RULES
    assert set(accesslint.RULES) - set(accesslint.rules(Level.A)) == {"input-assistance/accessible-authentication"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_is_asked_has_words_of_ours_and_no_other_has(language: str) -> None:
    assert set(accesslint.RULES) == set(accesslint_words(language))
    assert all(set(entry) == {"message", "remedy"} and all(entry.values()) for entry in accesslint_words(language).values())


def test_no_two_languages_share_a_sentence() -> None:
    for rule in accesslint.RULES:
        assert len({accesslint_words(language)[rule]["message"] for language in LANGUAGES}) == len(LANGUAGES)
