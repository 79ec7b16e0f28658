"""Voikko tells common words and names where it is installed; where it is not, nothing asks for it."""

from importlib.util import find_spec

import pytest

from generator.redaction import cases
from generator.redaction.names import voikko

ANALYSES = {
    "täydennysrakentamisalueen": [{"CLASS": "nimisana"}],
    "Hilppa": [{"CLASS": "etunimi"}],
    "Hirvensalmella": [{"CLASS": "paikannimi"}],
}


class Installed:
    def analyze(self, word: str) -> list[dict[str, str]]:
        return ANALYSES.get(word, [])

    def getVersion(self) -> str:  # noqa: N802 - its own name
        return "4.3"


def test_what_voikko_has_as_a_word_is_common_and_what_it_has_as_a_name_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voikko, "_dictionary", Installed)

    assert voikko.is_common("täydennysrakentamisalueen")
    assert voikko.is_name("Hilppa")
    assert not voikko.is_common("Hirvensalmella")
    assert not voikko.is_name("Hirvensalmella")


def test_what_was_found_without_voikko_is_looked_for_again_once_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for dictionary in (lambda: None, Installed):
        monkeypatch.setattr(voikko, "_dictionary", dictionary)
        cases._version.cache_clear()  # noqa: SLF001 - asked once in a run
        told.append(cases._version())  # noqa: SLF001
    cases._version.cache_clear()  # noqa: SLF001

    assert told[0] != told[1]


def test_without_voikko_no_word_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voikko, "_dictionary", lambda: None)

    assert not voikko.is_common("kunnostussuunnitelmineen")
    assert not voikko.is_name("Hilppalla")


@pytest.mark.skipif(find_spec("libvoikko") is None, reason="Voikko is not installed")
def test_voikko_as_installed_knows_a_name_and_a_word() -> None:
    assert voikko.is_name("Virtanen")
    assert voikko.is_common("rakennuslautakunnalle")
    assert voikko.version()
