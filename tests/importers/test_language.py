"""Which language a text is in, and when a passage is marked as foreign."""

import pytest

from generator.importers._language import foreign_language, language_of

FINNISH = "Kaupunginhallitus päätti, että asia jätetään pöydälle ja että siitä pyydetään lautakunnan lausunto."
SWEDISH = "Stadsstyrelsen beslutade att ärendet bordläggs och att ett utlåtande begärs av nämnden till mötet."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FINNISH, "fi"),
        (SWEDISH, "sv"),
        ("Val av protokolljusterare", "sv"),
        ("Pöytäkirjan tarkastajien valinta", "fi"),
        ("§ 45", "fi"),
    ],
)
def test_the_language_of_an_items_text_is_found(text: str, language: str) -> None:
    assert language_of(text, "fi") == language


def test_a_swedish_passage_in_a_finnish_item_is_marked() -> None:
    assert foreign_language(SWEDISH, "fi") == "sv"


def test_a_passage_in_the_items_own_language_is_not() -> None:
    assert foreign_language(FINNISH, "fi") is None


def test_a_list_of_names_is_never_marked() -> None:
    assert foreign_language("Kaislaranta Aino, Stenskär Birgitta", "fi") is None
