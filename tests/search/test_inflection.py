"""A page is found by other forms of its words than those that stand on it."""

import pytest
from snowballstemmer import stemmer

from generator.search.inflection import forms

FINNISH = stemmer("finnish")
PAIRS = (
    "päiväkoti päiväkodin", "tontti tontin", "katu kadun", "lupa luvan", "kylpylä kylpylän", "kaupunki kaupungin",
    "lautakunta lautakunnassa", "asunto asunnossa", "huolto huollon", "virta virran", "luku luvussa", "puku puvun",
    "avustus avustuksen", "avustus avustusta", "päätös päätöksen", "esitys esityksestä", "kiviaines kiviaineksen",
    "työllisyys työllisyyden", "mahdollisuus mahdollisuuksia", "kaupunkilainen kaupunkilaisen", "aloittaminen aloittamisen",
    "aloittaminen aloittamista", "asukas asukkaan", "kangas kankaan", "liite liitteen", "liikenne liikenteen",
    "vuosi vuoden", "säästö säästöjä",
)  # fmt: skip


def finds(query: str, text: str) -> bool:
    """Tell whether *query* finds *text*: its stem begins one that is in the index."""
    indexed = {FINNISH.stemWord(word) for word in (*text.split(), *forms(text))}
    return any(stem.startswith(FINNISH.stemWord(query)) for stem in indexed)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_word_of_a_dictionary_finds_another_form(pair: str) -> None:
    basic, inflected = pair.split()

    assert finds(basic, inflected)


@pytest.mark.parametrize("pair", PAIRS[:-1])
def test_another_form_finds_the_word_of_a_dictionary(pair: str) -> None:
    basic, inflected = pair.split()

    assert finds(inflected, basic)


def test_most_of_these_are_not_found_without_the_forms() -> None:
    helped = [pair for pair in PAIRS if not FINNISH.stemWord(pair.split()[1]).startswith(FINNISH.stemWord(pair.split()[0]))]

    assert len(helped) > len(PAIRS) / 2


@pytest.mark.parametrize("other", ["kissa", "vesi", "koulu", "lupa", "huolto"])
def test_a_word_finds_no_other_word(other: str) -> None:
    assert not finds(other, "päiväkodin tontti lautakunnan avustuksen katu")


def test_forms_that_the_text_has_are_not_added() -> None:
    assert forms("päiväkoti") != ()
    assert forms("päiväkoti päiväkodissa") == ()
